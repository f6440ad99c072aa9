import type { LedgerEntry } from '#shared/ledger.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { startOf } from '../report/period-times.ts'
import { endsAPeriod } from './ends-a-period.ts'

/**
 * Tells of entries, one after another in the order of time, the number of the period that each belongs to: the last that
 * has begun, or, of credits that a period's end brings, the one that ends then. Money belongs to the period that begins
 * with it, as the invoice of that instant does.
 */
export function periodsOf(periods: readonly PeriodResult[]): (entry: LedgerEntry) => number {
  const starts = periods.map(startOf)
  let current = 0
  return (entry) => {
    for (let next = starts[current + 1]; next !== undefined && next <= entry.at; next = starts[current + 1])
      current += 1
    const isOfTheLast = current > 0 && entry.at === starts[current] && endsAPeriod(entry)
    return periods[isOfTheLast ? current - 1 : current]?.index ?? 0
  }
}
