import { CostKind } from '#shared/cost-kind.ts'
import type { CostSpan, PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import type { RunResult } from '#shared/run-result.ts'
import { instantText } from '../calendar/civil.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import type { AccountDetail, CostDetail } from '../report/account-detail.ts'
import { costLines, spanAt, spread } from './cost-lines.ts'
import { type CostRow, costRows, periodRows } from './cost-rows.ts'
import { CostStack } from './cost-stack.ts'

/**
 * What an account costs, by billing period or calendar month and by kind: once as it is invoiced, and once by the time that
 * each line pays for, where a term that restarts ends early. A line over several of them is split by the time it has in
 * each, to the currency’s smallest amount. Everything sums to the run’s totals. `account` is a run’s result or one of its
 * separate accounts, `detail` what the same run kept of it.
 */
export const periodCosts = (account: Invoiced, detail: AccountDetail, by: CostSpan): PeriodCosts =>
  costsOf(account, detail, by, costRows(account, detail, by))

/** The same by billing period, for which less of an account has to be known. */
export const billingPeriodCosts = (account: Invoiced, detail: CostDetail): PeriodCosts =>
  costsOf(account, detail, 'period', periodRows(account, detail))

type Invoiced = Pick<RunResult, 'periods' | 'invoices'>

function costsOf(account: Invoiced, detail: CostDetail, by: CostSpan, rows: readonly CostRow[]): PeriodCosts {
  const billed = rows.map(() => new CostStack())
  const attributable = [...rows, null].map(() => new CostStack())
  const contained = rows.map((): Money => 0)
  for (const line of costLines(account.invoices, detail)) {
    const place = spanAt(rows, line.invoiced)
    contained[place] = (contained[place] ?? 0) + line.containedTax
    for (const { kind, amount } of line.parts) {
      billed[place]?.add(kind, amount)
      const parts = spread(amount, line.paysFor, rows, line.minor)
      for (const [index, part] of parts.entries()) attributable[index]?.add(kind, part)
    }
  }
  const there = new Set([...billed, ...attributable].flatMap(({ kinds }) => kinds))
  let [cumulativeBilled, cumulativeAttributable] = [0, 0]
  return {
    by,
    kinds: CostKind.options.filter((kind) => there.has(kind)),
    rows: rows.map(({ start, end, told }, index): PeriodCost => {
      const [paid, due] = [billed[index] ?? new CostStack(), attributable[index] ?? new CostStack()]
      cumulativeBilled += paid.total
      cumulativeAttributable += due.total
      return {
        ...told,
        start: instantText(start),
        end: instantText(end),
        billed: paid.text,
        containedTax: moneyText(contained[index] ?? 0),
        attributable: due.text,
        cumulativeBilled: moneyText(cumulativeBilled),
        cumulativeAttributable: moneyText(cumulativeAttributable),
      }
    }),
    afterRun: (attributable.at(-1) ?? new CostStack()).text,
    total: moneyText(cumulativeBilled),
  }
}
