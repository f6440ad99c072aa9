import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InvoiceHead, InvoiceWindow } from '#shared/open-result.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { BLOCK_ROWS } from '#renderer/tables/blocks.ts'
import type { Column } from '#renderer/tables/column.ts'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import tables from '#renderer/tables/table.module.css'
import { INVOICE_NUMBER } from './invoice-columns.ts'
import styles from './invoices.module.css'

/** Every invoice in a line. The number is the button that shows it; its whole row may be clicked. */
export function InvoiceList({
  id,
  account,
  first,
  columns,
  picked,
  onPick,
}: {
  readonly id: string
  readonly account: string | null
  /** The first block of them, which tells how many there are. */
  readonly first: InvoiceWindow
  readonly columns: readonly Column<InvoiceHead>[]
  readonly picked: string
  readonly onPick: (number: string) => void
}) {
  const [offsets, setOffsets] = useState<readonly number[]>([0])
  const next = (offsets.at(-1) ?? 0) + BLOCK_ROWS
  const { total: count } = first
  return (
    <ScrollRegion label="Invoices as a table">
      <table ref={oneStop} className={`${tables.table ?? ''} ${tables.many ?? ''} ${styles.list ?? ''}`}>
        <caption className="visually-hidden">Invoices</caption>
        <thead>
          <tr>
            <HeaderCells columns={[INVOICE_NUMBER, ...columns]} />
          </tr>
        </thead>
        <tbody>
          {offsets.map((offset) => (
            <Rows
              key={offset}
              id={id}
              account={account}
              offset={offset}
              columns={columns}
              picked={picked}
              onPick={onPick}
            />
          ))}
        </tbody>
      </table>
      {next < count ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setOffsets([...offsets, next])}>
          Show more
        </Button>
      ) : null}
    </ScrollRegion>
  )
}

function Rows({
  id,
  account,
  offset,
  columns,
  picked,
  onPick,
}: {
  readonly id: string
  readonly account: string | null
  readonly offset: number
  readonly columns: readonly Column<InvoiceHead>[]
  readonly picked: string
  readonly onPick: (number: string) => void
}) {
  const { value } = useAnswer('results.invoices', { id, account, offset, limit: BLOCK_ROWS })
  return value?.rows.map((invoice) => (
    <tr
      key={invoice.number}
      className={invoice.number === picked ? styles.picked : undefined}
      onClick={() => onPick(invoice.number)}
    >
      <th scope="row">
        <button
          type="button"
          aria-pressed={invoice.number === picked}
          onClick={(event) => {
            event.stopPropagation()
            onPick(invoice.number)
          }}
        >
          {invoice.number}
        </button>
      </th>
      {columns.map((column) => (
        <FigureCell key={column.id} column={column} row={invoice} />
      ))}
    </tr>
  ))
}
