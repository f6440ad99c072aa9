import type { Comparison, PlanCost } from '#shared/comparison.ts'
import { microsOf } from '#shared/decimal.ts'

const byAmount = (one: string, other: string): number => {
  const difference = microsOf(one) - microsOf(other)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * Plans that block nothing by cost, then those that block by how much they block. Equal ones stay in ladder
 * order, so that of two plans that cost the same the lower one comes first, as in the engine's finding.
 */
export function ranked(comparison: Pick<Comparison, 'plans'>): readonly PlanCost[] {
  return comparison.plans.toSorted((one, other) => {
    const blocked = byAmount(one.blockedCredits, other.blockedCredits)
    return blocked === 0 ? byAmount(one.total, other.total) : blocked
  })
}
