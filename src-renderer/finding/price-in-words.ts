import type { Comparison, PlanCost } from '#shared/comparison.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
import { isSteady } from './base-usage.ts'

export interface PriceTerms {
  readonly months: number
  readonly currency: string
  readonly pattern: UsagePattern
}

/**
 * How a price over some months may be spoken of. `whole`: years are paid that the months compared do not fill, and
 * nobody pays a share of them. `average`: the months differ. `yearly`: paid by the year, and by nothing else. `first`:
 * the only month compared is one with an offer.
 */
type Manner = 'whole' | 'average' | 'yearly' | 'first' | 'even'

function mannerOf(cost: PlanCost, { months, pattern }: PriceTerms): Manner {
  const byYear = cost.paid === 'annual'
  const offered = cost.offer === 'applied'
  if (isZero(cost.total)) return 'even'
  if (byYear && months % 12 !== 0) return 'whole'
  if (months === 1) return offered ? 'first' : 'even'
  const varies = !isZero(cost.overage) && !isSteady(pattern, months)
  if (varies || offered) return 'average'
  if (byYear) return isZero(cost.overage) ? 'yearly' : 'average'
  return 'even'
}

const ORDER: readonly Manner[] = ['whole', 'average', 'yearly', 'first', 'even']

/** The most careful manner of several plans that are spoken of together. */
const commonManner = (costs: readonly PlanCost[], terms: PriceTerms): Manner => {
  const manners = new Set(costs.map((cost) => mannerOf(cost, terms)))
  return ORDER.find((manner) => manners.has(manner)) ?? 'even'
}

export const priceTerms = ({ months, currency }: Comparison, pattern: UsagePattern): PriceTerms => ({
  months,
  currency,
  pattern,
})

/** What `cost` comes to, such as `$99.00 a month`, in words that also hold for the plans it is told together with. */
export function priceInWords(cost: PlanCost, terms: PriceTerms, together: readonly PlanCost[] = []): string {
  const monthly = money(cost.monthly, terms.currency)
  switch (commonManner([cost, ...together], terms)) {
    case 'whole': {
      const years = Math.ceil(terms.months / 12)
      const paid = years === 1 ? 'a year' : `${String(years)} years`
      return `${money(cost.total, terms.currency)} for ${plural(terms.months, 'month')}, ${paid} paid in advance`
    }
    case 'average':
      return `${monthly} a month on average`
    case 'yearly':
      return `${monthly} a month, billed annually`
    case 'first':
      return `${monthly} in the first month`
    case 'even':
      return `${monthly} a month`
  }
}

export interface Saving {
  readonly saving: string
  readonly monthlySaving: string
}

/** How much less one plan costs than another, such as `$13.00 a month less than`; the other one's name follows. */
export function savingInWords(
  { saving, monthlySaving }: Saving,
  costs: readonly PlanCost[],
  terms: PriceTerms,
): string {
  const manner = commonManner(costs, terms)
  // Less than a cent a month is still something over all of them.
  if (manner === 'whole' || isZero(monthlySaving)) {
    return `${money(saving, terms.currency)} less for ${plural(terms.months, 'month')} than`
  }
  const less = `${money(monthlySaving, terms.currency)} a month less`
  return manner === 'average' ? `${less} on average than` : `${less} than`
}
