import type { AccountTerms } from '../account/account-terms.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { ComparisonTerms } from '#shared/comparison.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { parseDate } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { invoicingOf } from '../invoice/invoicing.ts'
import { compileCatalog } from '../plan/compile-plan.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { withCustomTerms } from '../plan/custom-terms.ts'
import type { Schedule } from '../calendar/schedule.ts'
import { patternSeries } from '../scenario/usage-curve.ts'
import { plainUsage } from '../usage/usage-source.ts'
import { scheduleOf } from '../simulate/simulate.ts'

/** A comparison's terms without the catalogue, which the caller has looked up. */
export type Terms = Omit<ComparisonTerms, 'catalog'>

/** Comparisons have no dates of their own; months are counted from this day so that results never change. */
export const COMPARED_FROM = '2026-01-01'
const ANCHOR = parseDate(COMPARED_FROM)

/** A catalogue made ready to bill one account on each of its plans under the same terms. */
export interface ComparisonSetup {
  readonly catalog: Catalog
  readonly plans: readonly CompiledPlan[]
  readonly terms: Terms
  readonly schedule: Schedule
  /** What the vendor's invoices make of lines, where that is more than their sum. */
  readonly invoices: Pick<AccountTerms, 'invoicing'>
}

/** Refused: custom terms that do not fit the catalogue. */
export function setUpComparison(catalog: Catalog, terms: Terms): Result<ComparisonSetup> {
  const agreed = withCustomTerms(catalog, terms.customTerms)
  if (!agreed.ok) return agreed
  const plans = compileCatalog(agreed.value).map(withoutThreshold)
  return succeed({
    catalog: agreed.value,
    plans,
    terms,
    schedule: scheduleOf(ANCHOR, terms.months, plans),
    invoices: invoicingOf(agreed.value, { start: COMPARED_FROM, policies: {} }),
  })
}

/** A comparison asks how much money falls due, never when: nobody needs the invoices that a threshold brings forward. */
const withoutThreshold = (plan: CompiledPlan): CompiledPlan =>
  plan.pastQuota.kind === 'block'
    ? plan
    : { ...plan, pastQuota: { ...plan.pastQuota, invoiceThreshold: null } }

/** The account to bill on `plan` when the month's figure is `monthly` credits, as its lines are charged. */
export const accountOn = (setup: ComparisonSetup, plan: CompiledPlan, monthly: Credits): AccountTerms => ({
  plan,
  billing: setup.terms.billing,
  optIn: setup.terms.overage,
  spendLimit: null,
  offers: setup.terms.offers,
  schedule: setup.schedule,
  months: setup.terms.months,
  usage: plainUsage(patternSeries(setup.terms.pattern, monthly, setup.terms.months)),
  trial: null,
  extraSeats: 0,
  ladder: setup.plans,
  events: [],
  changes: [],
  people: null,
  freeRegenerations: null,
  refundDays: null,
})

/** The same, as its invoices come to: they may round their sum instead of each line. */
export const invoicedOn = (setup: ComparisonSetup, plan: CompiledPlan, monthly: Credits): AccountTerms => ({
  ...accountOn(setup, plan, monthly),
  ...setup.invoices,
})
