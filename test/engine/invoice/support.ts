import { run } from '#main/engine/index.ts'
import type { InvoiceTerms } from '#shared/invoicing.ts'
import type { Invoice } from '#shared/invoice.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { z } from 'zod'
import {
  bill,
  catalogOf,
  perThousand,
  type PlanTerms,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'

export type Terms = z.input<typeof InvoiceTerms>
type Scenario = NonNullable<Parameters<typeof bill>[2]>

/** $10.00 a month for 1,000 credits, and $10.00 for every 1,000 beyond them. */
export const PLAN: PlanTerms = { pastQuota: postpaid(perThousand('10')) }

/** Bills the plan with these terms of invoicing, opted in to overage. */
export const invoiced = (
  usage: readonly string[],
  invoicing: Terms,
  more: Omit<Scenario, 'invoicing'> = {},
  plan: PlanTerms = PLAN,
): Omit<RunResult, 'inputHash'> => bill(plan, usage, { overage: { optIn: true }, ...more, invoicing })

/** A ladder of plans for thirty-day terms: started on 1 April, which has thirty days. */
export const onLadder = (
  prices: Readonly<Record<string, string>>,
  months: number,
  terms: Scenario,
): Omit<RunResult, 'inputHash'> => {
  const catalog = catalogOf(Object.entries(prices).map(([id, monthly]) => planOf({ id, monthly })))
  const usage = Array.from({ length: months }, () => '0')
  return valueOf(run(catalog, scenarioOf(catalog, usage, { start: '2026-04-01', ...terms })))
}

export const percentOff = (percent: string, more: object = {}) => ({
  id: `off-${percent}`,
  name: `${percent} % off`,
  value: { kind: 'percent' as const, percent },
  ...more,
})

export const amountOff = (amount: string, more: object = {}) => ({
  id: `off-${amount}`,
  name: `${amount} off`,
  value: { kind: 'amount' as const, amount },
  ...more,
})

export const totalsOf = (result: { readonly invoices: readonly Invoice[] }): readonly string[] =>
  result.invoices.map((invoice) => invoice.total)

/** Kind, amount before discounts, and what each discount takes off. */
export const linesOf = (invoice: Invoice) =>
  invoice.lines.map(({ kind, amount, discounts }) => [kind, amount, ...discounts.map((off) => off.amount)])
