import { memo, useMemo } from 'react'
import type { LedgerFilter } from '#shared/ledger-filter.ts'
import type { LedgerWindow } from '#shared/open-result.ts'
import { credits, exactAmount, isZero, plural } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { BlockRows } from '#renderer/tables/BlockRows.tsx'
import { type Block, BLOCK_ROWS, blocksIn } from '#renderer/tables/blocks.ts'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { rowIndex, VirtualTable } from '#renderer/tables/VirtualTable.tsx'
import styles from '../result-table.module.css'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { WhyMoved } from './WhyMoved.tsx'
import {
  amountColumn,
  amountDecimals,
  type LedgerRow,
  ledgerColumns,
  MOVED,
  NUMBER,
  UNIT,
  WHEN,
} from './ledger-columns.ts'

/** Whose ledger is looked at, and which entries of it. */
export interface LedgerAsked {
  readonly id: string
  readonly account: string | null
  readonly filter: LedgerFilter
}

const WIDTHS = [58, 140, 68, 196, 168, null, 26]
const LEAST = 756

/** What all entries that match have moved: the engine's sums, in sight whatever is scrolled to. */
function TotalRow({
  total,
  moved,
  filter,
  sign,
}: Pick<LedgerWindow, 'total' | 'moved'> & Pick<LedgerAsked, 'filter'> & { readonly sign: string }) {
  return (
    <tr>
      <th scope="row" colSpan={3}>
        {plural(total, 'entry', 'entries')} moved
      </th>
      <td colSpan={4}>
        {credits(moved.credits)} credits{' '}
        {isZero(moved.credits) ? null : <WhyMoved unit="credits" filter={filter} />} and {sign}
        {exactAmount(moved.money)} {isZero(moved.money) ? null : <WhyMoved unit="money" filter={filter} />}
      </td>
    </tr>
  )
}

/** The entries in the order of time, asked for in blocks as they come into sight. */
export function EntryTable({
  asked,
  first,
  looked,
  sign,
  onReference,
}: {
  readonly asked: LedgerAsked
  /** The first block, which tells how many there are. */
  readonly first: LedgerWindow
  /** The number of the one that somebody was led to. */
  readonly looked: number | null
  readonly sign: string
  readonly onReference: (reference: string) => void
}) {
  const decimals = useMemo(() => amountDecimals(first.rows), [first.rows])
  const columns = useMemo(() => ledgerColumns(sign, decimals), [sign, decimals])
  return (
    <VirtualTable
      label="Entries of the ledger"
      widths={WIDTHS}
      least={LEAST}
      count={first.total}
      looked={looked}
      head={
        <>
          <HeaderCells columns={columns} />
          <th scope="col">
            <span className="visually-hidden">Why</span>
          </th>
        </>
      }
      foot={<TotalRow total={first.total} moved={first.moved} filter={asked.filter} sign={sign} />}
    >
      {(from, to) =>
        blocksIn(from, to).map((block) => (
          <EntryBlock key={block.offset} {...{ asked, block, sign, decimals, onReference }} />
        ))
      }
    </VirtualTable>
  )
}

function EntryBlock({
  asked,
  block,
  sign,
  decimals,
  onReference,
}: {
  readonly asked: LedgerAsked
  readonly block: Block
  readonly sign: string
  readonly decimals: number
  readonly onReference: (reference: string) => void
}) {
  const { value, refused, askAgain } = useAnswer('results.ledger', {
    ...asked,
    groupBy: null,
    offset: block.offset,
    limit: BLOCK_ROWS,
  })
  return (
    <BlockRows
      block={block}
      columns={WIDTHS.length}
      told={{ rows: value?.rows, refused: refused[0]?.message, askAgain }}
    >
      {(row, place) => <EntryRow {...{ place, row, sign, decimals, onReference }} />}
    </BlockRows>
  )
}

/** Drawn once, and not again with each step of the scrolling. */
const EntryRow = memo(function EntryRow({
  place,
  row,
  sign,
  decimals,
  onReference,
}: {
  readonly place: number
  readonly row: LedgerRow
  readonly sign: string
  readonly decimals: number
  readonly onReference: (reference: string) => void
}) {
  const shown = [NUMBER, WHEN, UNIT, MOVED, amountColumn(sign, decimals)]
  return (
    <tr aria-rowindex={rowIndex(place)}>
      {shown.map((column) => (
        <FigureCell key={column.id} column={column} row={row} />
      ))}
      <td>
        <button
          type="button"
          className={styles.link}
          title={`Show only ${row.reference}`}
          onClick={() => onReference(row.reference)}
        >
          {row.reference}
        </button>
      </td>
      <td>
        <WhyButton of={`entry ${String(row.number)}`} reference={{ kind: 'entry', entry: row.number }} />
      </td>
    </tr>
  )
})
