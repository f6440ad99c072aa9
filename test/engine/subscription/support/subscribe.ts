import { run } from '#main/engine/index.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import type { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'
import { catalogOf, figure, planOf, type PlanTerms, valueOf } from '../../support/build.ts'

export type Run = Omit<RunResult, 'inputHash'>
export type Given = Partial<z.input<typeof Scenario>>

export const FREE = planOf({ id: 'free', monthly: '0', credits: '100' })
/** A year costs ten months: two of its months are free. */
const TWO_FREE = { freeMonths: 2 }
export const BASIC: PlanTerms = { id: 'basic', monthly: '30', annual: '300', credits: '1000', ...TWO_FREE }
export const PRO: PlanTerms = { id: 'pro', monthly: '80', annual: '800', credits: '3000', ...TWO_FREE }

/** Extra Full seats for sale: at most `limit` in all, $10.00 and 100 credits each unless said otherwise. */
export const sellingSeats = (
  plan: Plan,
  full: number,
  limit: number | null = 11,
  charge: Charge = { model: 'perUnit', rate: { amount: '10', per: '1' } },
): Plan => ({
  ...plan,
  seats: {
    ...plan.seats,
    full: figure(full),
    purchase: {
      limit: limit === null ? null : figure(limit),
      charge: figure(charge),
      credits: figure('100'),
    },
  },
})

/**
 * Bills an account on these plans, lowest first; on the first one, from 1 April 2026, and using nothing unless
 * `given` says otherwise; the catalogue has `more` where it is asked for. April has thirty days, and on the 16th fifteen are left.
 */
export function subscribe(
  plans: readonly Plan[],
  months: number,
  given: Given = {},
  more: Partial<Catalog> = {},
): Run {
  const catalog = { ...catalogOf(plans), ...more }
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Test',
    catalog,
    plan: plans[0]?.id,
    start: '2026-04-01',
    months,
    usage: { kind: 'series', credits: Array.from({ length: months }, () => '0') },
    ...given,
  })
  return valueOf(run(catalog, scenario))
}

export const using = (...credits: string[]): Given => ({ usage: { kind: 'series', credits } })

export const to = (plan: string, on: string, more: object = {}) => ({
  kind: 'changePlan' as const,
  plan,
  on,
  ...more,
})

/** Each invoice's date and total. */
export const bills = ({ invoices }: Run) => invoices.map(({ date, total }) => [date, total])

/** Each line's date, kind and amount. */
export const linesOf = ({ invoices }: Run) =>
  invoices.flatMap(({ date, lines }) => lines.map(({ kind, amount }) => [date, kind, amount]))

/** What each invoice asks for after earlier credit notes. */
export const dues = ({ invoices }: Run) => invoices.map(({ date, amountDue }) => [date, amountDue])

export const spans = ({ periods }: Run) => periods.map(({ start, end }) => [start, end])

export const refusals = (result: Run) => result.refusals.map(({ path }) => path)
