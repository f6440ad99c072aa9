import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { InvoiceHead, ResultSummary } from '#shared/open-result.ts'
import type { InvoiceLine } from '#shared/invoice.ts'
import type { CostSpan, PeriodCost } from '#shared/period-costs.ts'
import { spanInWords } from '#renderer/finding/span-in-words.ts'
import type { CostBasis } from '#renderer/finding/timeline-title.ts'
import { dateIn } from '#renderer/format/days.ts'
import { isZero, money } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import styles from './timeline.module.css'

/** A year of monthly invoices, each with two early ones, and one more: an annual fee is on the first of them. */
const MOST_INVOICES = 37
const MOST_HEADS = 500

interface Of extends Told {
  readonly opened: ResultSummary
  readonly account: string | null
  /** Whether the run ends with it: what is due then is its own. */
  readonly isLast: boolean
}

/** Whether a line is told in the row: by the date of its invoice, or by the time it pays for. */
function isIn(row: PeriodCost, isBilled: boolean, line: InvoiceLine): boolean {
  if (isBilled) return true
  const [start, end] = [dateIn(row.start), dateIn(row.end)]
  const atOnce = line.periodStart === line.periodEnd
  return line.periodStart < end && (atOnce ? line.periodStart >= start : line.periodEnd > start)
}

/** The invoices that may have lines of the row, the newest first. */
function headsOf(heads: readonly InvoiceHead[], { opened, row, basis, isLast }: Of): readonly InvoiceHead[] {
  const [start, end] = [dateIn(row.start), dateIn(row.end)]
  if (basis === 'billed')
    return heads.filter(({ date }) => date >= start && (date < end || (isLast && date === end)))
  // What is paid by the month is invoiced within it, or as it ends.
  return heads
    .filter(({ date }) => date <= end && (opened.billing !== 'monthly' || date >= start))
    .toReversed()
    .slice(0, MOST_INVOICES)
}

function LinesOf({ number, of }: { readonly number: string; readonly of: Of }) {
  const { opened, account, row, basis } = of
  const { value } = useAnswer('results.invoice', { id: opened.id, account, number })
  if (value === undefined) return null
  return value.invoice.lines.map((line, index) =>
    isIn(row, basis === 'billed', line) ? (
      <li key={`${number} ${String(index)}`}>
        <span>
          {line.description} <span className={styles.of}>invoice {number}</span>
        </span>
        <span className="figures">{money(line.amount, opened.currency)}</span>
        <WhyButton
          of={`${line.description}, invoice ${number}`}
          reference={{ kind: 'line', invoice: number, line: index + 1 }}
        />
      </li>
    ) : null,
  )
}

/** A row of the timeline, and how its money is told. */
export interface Told {
  readonly row: PeriodCost
  readonly by: CostSpan
  readonly basis: CostBasis
  /** Its place in the run, counted from 1. */
  readonly span: number
}

/** The figures of a row that can be asked why, by what they are about. */
export function RowReasons({
  of: { row, by, basis, span },
  named = false,
}: {
  readonly of: Told
  readonly named?: boolean
}) {
  const name = spanInWords(row)
  return (
    <>
      <span className={styles.asked}>
        {named ? 'Cost' : null}
        <WhyButton of={`the cost of ${name}`} reference={{ kind: 'cost', by, basis, span }} />
      </span>
      <span className={styles.asked}>
        {named ? 'So far' : null}
        <WhyButton
          of={`the cost so far, to the end of ${name}`}
          reference={{ kind: 'soFar', by, basis, span }}
        />
      </span>
      <CreditReasons row={row} named={named} />
    </>
  )
}

function CreditReasons({ row, named }: { readonly row: PeriodCost; readonly named: boolean }) {
  const { period } = row
  if (period === null) return null
  const name = spanInWords(row)
  return (
    <>
      <span className={styles.asked}>
        {named ? 'Credits' : null}
        <WhyButton of={`the credits of ${name}`} reference={{ kind: 'balance', period }} />
      </span>
      {isZero(row.blockedCredits) ? null : (
        <span className={styles.asked}>
          {named ? 'Held back' : null}
          <WhyButton of={`what was held back in ${name}`} reference={{ kind: 'block', period }} />
        </span>
      )}
      {isZero(row.expiredCredits) ? null : (
        <span className={styles.asked}>
          {named ? 'Expired' : null}
          <WhyButton of={`what expired in ${name}`} reference={{ kind: 'lost', of: 'expired', period }} />
        </span>
      )}
      {isZero(row.forfeitedCredits) ? null : (
        <span className={styles.asked}>
          {named ? 'Forfeited' : null}
          <WhyButton
            of={`what was forfeited in ${name}`}
            reference={{ kind: 'lost', of: 'forfeited', period }}
          />
        </span>
      )}
    </>
  )
}

/** What makes up a chosen row: the lines of its invoices, each of which can be asked why. */
export function SpanDetail({ of, onClose }: { readonly of: Of; readonly onClose: () => void }) {
  const { opened, account, row, basis } = of
  const { value } = useAnswer('results.invoices', { id: opened.id, account, offset: 0, limit: MOST_HEADS })
  return (
    <section className={styles.detail} aria-label={`What makes up ${spanInWords(row)}`}>
      <div className={styles.detailHead}>
        <h3>
          {spanInWords(row)}: {money(row[basis].total, opened.currency)}
        </h3>
        <RowReasons of={of} named />
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <ul ref={oneStop} className={styles.lines}>
        {headsOf(value?.rows ?? [], of).map(({ number }) => (
          <LinesOf key={number} number={number} of={of} />
        ))}
      </ul>
    </section>
  )
}
