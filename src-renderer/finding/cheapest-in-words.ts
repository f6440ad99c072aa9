import type { Comparison } from '#shared/comparison.ts'

/**
 * What "cheapest" means where a plan costs less but blocks. With overage off that is said of every such plan, since
 * to be blocked is what was chosen; with overage on only where such a plan serves most of the usage: that a few
 * credits do not serve many goes without saying.
 */
export function cheapestInWords(comparison: Comparison, overage: boolean): string {
  const another = overage ? comparison.nearMiss !== null : comparison.cheaperButBlocking.length > 0
  return another ? 'cheapest that blocks nothing' : 'cheapest'
}
