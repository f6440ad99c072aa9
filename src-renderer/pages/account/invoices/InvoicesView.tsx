import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { InvoiceWindow } from '#shared/open-result.ts'
import { invoicesTitle } from '#renderer/finding/invoice-in-words.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { allRows } from '#renderer/state/all-rows.ts'
import { ask, useAnswer } from '#renderer/state/answers.ts'
import { printScreen } from '#renderer/state/print.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { BLOCK_ROWS } from '#renderer/tables/blocks.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { accountShown } from '../account-shown.ts'
import type { OfResult } from '../of-result.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { headColumns, INVOICE_NUMBER } from './invoice-columns.ts'
import styles from './invoices.module.css'
import { InvoiceList } from './InvoiceList.tsx'
import { InvoiceSheet } from './InvoiceSheet.tsx'

/** Every invoice, with its working. */
export function InvoicesView({ opened, account }: OfResult) {
  const invoices = useAnswer('results.invoices', { id: opened.id, account, offset: 0, limit: BLOCK_ROWS })
  return (
    <Part name="The invoices" of={invoices}>
      {(first) => <Invoices opened={opened} account={account} first={first} />}
    </Part>
  )
}

function Invoices({ opened, account, first }: OfResult & { readonly first: InvoiceWindow }) {
  const [picked, setPicked] = useState<string | null>(null)
  useToShow((reference) => {
    if (reference.kind !== 'invoice' && reference.kind !== 'line') return false
    setPicked(reference.invoice)
    return true
  })
  const ofResult = { id: opened.id, account }
  const sign = currencySign(opened.currency)
  const columns = useMemo(() => headColumns(sign), [sign])

  const { planName, totals } = accountShown(opened, account)
  const title = invoicesTitle(first.total, { planName, total: totals.total, currency: opened.currency })
  const [newest] = first.rows
  if (newest === undefined) {
    return (
      <section aria-label="Invoices">
        <SectionHead title={title} note="Nothing is due in this time" />
      </section>
    )
  }
  const isWhole = first.rows.length === first.total
  // One that the present result has no more is shown no more; those beyond the first block are there.
  const isThere = !isWhole || first.rows.some(({ number }) => number === picked)
  const shown = picked !== null && isThere ? picked : newest.number
  async function copied(): Promise<string> {
    const rows = await allRows((offset) =>
      ask('results.invoices', { ...ofResult, offset, limit: BLOCK_ROWS }),
    )
    return toTsv([INVOICE_NUMBER, ...columns], rows)
  }
  return (
    <section className={styles.view} aria-label="Invoices">
      <div className={styles.index}>
        <SectionHead title={title} note="Choose one to see it whole">
          <CopyTable text={copied} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconPrinter size={14} />}
            onClick={() => void printScreen()}
          >
            Print {shown}
          </Button>
          <PartExports
            part="invoices"
            of={{ opened, account }}
            tables={[wholeTableOf({ opened, account }, 'Invoices', { kind: 'invoices' }, copied)]}
          />
        </SectionHead>
        <div className={styles.listBox}>
          <InvoiceList {...ofResult} first={first} columns={columns} picked={shown} onPick={setPicked} />
        </div>
      </div>
      <Picked opened={opened} account={account} number={shown} />
    </section>
  )
}

function Picked({ opened, account, number }: OfResult & { readonly number: string }) {
  const invoice = useAnswer('results.invoice', { id: opened.id, account, number })
  useWanted('printed invoice', () => void printScreen(), invoice.value !== undefined && !invoice.isOld)
  return (
    <Part name={`Invoice ${number}`} of={invoice}>
      {(detail) => <InvoiceSheet detail={detail} opened={opened} account={account} />}
    </Part>
  )
}
