import type { Comparison, Curves } from '#shared/comparison.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { isZero } from '#renderer/format/figures.ts'
import { openPhrase, rangePhrase, usagePhrase } from './base-usage.ts'
import { cheapestInWords } from './cheapest-in-words.ts'
import { listed } from './counted.ts'
import { planNames } from './plan-names.ts'
import { cheapestPlans } from './ranking.ts'
import { stretchAt } from './stretch.ts'

/** Where there is nothing to tell, or nothing that is known to hold. */
export const CURVES_UNTOLD = 'Cost by usage'

/**
 * The title of the cost curves: where the plan that is cheapest in the comparison begins and stops to be it, as far as
 * `reach` goes. Bills are rounded and curves are not: near a crossing the comparison has the last word.
 */
export function curveTitle(
  reach: Curves | null,
  comparison: Comparison | null,
  pattern: UsagePattern,
  overage: boolean,
): string {
  if (!reach || !comparison) return CURVES_UNTOLD
  const { usage, months, cheapest } = comparison
  const names = planNames(comparison.plans)
  const tied = cheapestPlans(comparison).map(({ plan }) => names(plan))
  if (tied.length > 1) return `${listed(tied)} cost the same ${usagePhrase(usage, pattern, months)}`
  const stretch = reach.envelope[stretchAt(reach.envelope, usage)]
  if (!stretch || stretch.plan !== cheapest) return CURVES_UNTOLD
  if (stretch.plan === null) return `Every plan blocks ${openPhrase(stretch.from, pattern, months)}`
  const range = {
    from: isZero(stretch.from) ? null : stretch.from,
    to: stretch.ends === 'range' ? null : stretch.to,
    computedTo: reach.upTo,
  }
  const what = cheapestInWords(comparison, overage)
  return `${names(stretch.plan)} is the ${what} ${rangePhrase(range, pattern, months)}`
}
