import type { Billing } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { isQuotedWhole, quotedPlan } from './quoted-plan.ts'

/** What must be known of how a plan is sold to say truthfully what it costs. */
export interface PlanTraits {
  /** Sells credits past the quota from a prepaid balance. */
  readonly prepaid: boolean
  /** Paid by the year in advance; a plan that has no price a year is paid by the month all the same. */
  readonly byYear: boolean
  /** Has an offer that makes the first period cheaper than the others. */
  readonly offered: boolean
  /** Everything that makes its price was put in by the person who asks. */
  readonly quoted: boolean
}

export type Traits = ReadonlyMap<string, PlanTraits>

export interface SoldAs {
  readonly billing: Billing
  readonly offers: boolean
  /** Terms agreed for custom plans, by plan id. */
  readonly quotes: Readonly<Record<string, CustomTerms>>
}

/** How each plan of a catalogue is sold under the terms that were asked for; of no catalogue, nothing is known. */
export function traitsOf(catalog: Catalog | null, { billing, offers, quotes }: SoldAs): Traits {
  const plans = catalog?.plans.map((plan) => quotedPlan(plan, quotes[plan.id] ?? {})) ?? []
  return new Map(
    plans.map((plan) => {
      const byYear = billing === 'annual' && plan.price.annual !== null
      const paid = byYear ? 'annual' : 'monthly'
      const offered = offers && plan.offers.some((offer) => offer.billing.includes(paid))
      const quoted = isQuotedWhole(quotes[plan.id] ?? {}, byYear)
      return [plan.id, { prepaid: plan.pastQuota.kind === 'prepaid', byYear, offered, quoted }]
    }),
  )
}
