import { run } from '#main/engine/index.ts'
import { Catalog, type Offer, type PastQuota, type Plan, type Rollover } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import type { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'

/** A figure of a test's own catalogue. */
export const figure = <T>(value: T) => ({ value, source: 'test' })

/** So much for every 1,000 credits. */
export const perThousand = (amount: string): Charge => ({ model: 'perUnit', rate: { amount, per: '1000' } })

/** Overage at this charge, invoiced early when what is outstanding reaches `threshold`. */
export const postpaid = (charge: Charge, threshold?: string): PastQuota => ({
  kind: 'postpaid',
  charge: figure(charge),
  ...(threshold !== undefined && { invoiceThreshold: figure(threshold) }),
})

export const prepaid = (credits: string, money: string): PastQuota => ({
  kind: 'prepaid',
  value: figure({ credits, money }),
  minimumTopUp: figure('5'),
  autoTopUp: figure({ amount: '20', below: '10' }),
  expiresAfterMonths: figure(12),
})

export const halfOff = (...billing: Offer['billing']): Offer => ({
  id: 'half-off',
  name: 'Half off',
  kind: 'firstPeriodPercentOff',
  percent: figure('50'),
  billing,
})

export interface PlanTerms {
  readonly id?: string
  readonly monthly?: string
  readonly annual?: string
  readonly freeMonths?: number
  readonly credits?: string
  readonly rollover?: Rollover
  readonly pastQuota?: PastQuota
  readonly lowBalance?: string
  readonly offers?: Offer[]
  readonly custom?: boolean
  readonly graceCredits?: string
}

/** A plan of 1,000 credits for $10.00 that carries nothing over and sells nothing past its quota, but for `terms`. */
export const planOf = (terms: PlanTerms): Plan => ({
  id: terms.id ?? 'plan',
  name: terms.id ?? 'plan',
  custom: terms.custom ?? false,
  price: {
    monthly: figure(terms.monthly ?? '10'),
    annual: terms.annual === undefined ? null : figure(terms.annual),
    ...(terms.freeMonths !== undefined && { freeMonths: figure(terms.freeMonths) }),
  },
  credits: figure(terms.credits ?? '1000'),
  rollover: figure(terms.rollover ?? { kind: 'none' }),
  pastQuota: terms.pastQuota ?? { kind: 'block', source: 'test' },
  ...(terms.graceCredits !== undefined && { graceCredits: figure(terms.graceCredits) }),
  seats: { full: figure(1), basic: figure(0), basicCeiling: null, purchase: null },
  features: [],
  lowBalancePercent: figure(terms.lowBalance ?? '10'),
  offers: terms.offers ?? [],
})

/** A catalogue of these plans, as a person could have written it: the schema has seen it. */
export const catalogOf = (plans: readonly Plan[], currency = 'USD'): Catalog =>
  Catalog.parse({
    schemaVersion: 1,
    id: 'test',
    name: 'Test',
    description: '',
    currency,
    date: '2026-01-01',
    sources: { test: { title: 'A test', date: '2026-01-01', basis: 'measured' } },
    policies: { burnOrder: 'oldestFirst' },
    products: [],
    burnRates: [],
    plans,
  })

type ScenarioTerms = Partial<Omit<z.input<typeof Scenario>, 'usage' | 'months' | 'catalog' | 'plan'>>

/** A scenario on the first plan of `catalog`, wanting `usage` credits month after month. */
export const scenarioOf = (catalog: Catalog, usage: readonly string[], terms: ScenarioTerms = {}): Scenario =>
  Scenario.parse({
    schemaVersion: 1,
    name: 'Test',
    catalog,
    plan: catalog.plans[0]?.id,
    start: '2026-01-01',
    months: usage.length,
    usage: { kind: 'series', credits: [...usage] },
    ...terms,
  })

/** Bills one account on one plan; throws with the problems if the engine refuses. */
export function bill(
  plan: PlanTerms,
  usage: readonly string[],
  terms: ScenarioTerms = {},
): Omit<RunResult, 'inputHash'> {
  const catalog = catalogOf([planOf(plan)])
  return valueOf(run(catalog, scenarioOf(catalog, usage, terms)))
}

/** Opted in to what the plan sells past its quota. */
export const OPTED_IN = { overage: { optIn: true } }

/** The value of a result, for tests in which a refusal would be a failure. */
export function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: unknown },
): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.problems)}`)
}

/** The list's item, for tests in which a missing one would be a failure. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list.at(index)
  if (item === undefined) throw new Error(`The list has no item ${index}.`)
  return item
}
