import type { Comparison, PlanCost } from '#shared/comparison.ts'
import { microsOf } from '#shared/micros.ts'
import { isZero } from '#renderer/format/figures.ts'

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

/**
 * Every plan that blocks nothing and costs as little as any that does, in ladder order: more than one where bills are
 * the same to the cent. Empty where all plans block.
 */
export function cheapestPlans({
  plans,
  cheapest,
}: Pick<Comparison, 'plans' | 'cheapest'>): readonly PlanCost[] {
  const best = plans.find(({ plan }) => plan === cheapest)
  if (!best) return []
  return plans.filter((plan) => isZero(plan.blockedCredits) && byAmount(plan.total, best.total) === 0)
}

/** The plans that cost less than the cheapest one that serves everything, and block: least blocked first. */
export function cheaperButBlocking(comparison: Pick<Comparison, 'plans' | 'cheapest'>): readonly PlanCost[] {
  const [best] = cheapestPlans(comparison)
  if (!best) return []
  return ranked(comparison).filter(
    (plan) => !isZero(plan.blockedCredits) && byAmount(plan.total, best.total) < 0,
  )
}

/** A plan that costs less than the cheapest and serves most of the usage all the same; null where none does. */
export function nearMiss(comparison: Pick<Comparison, 'plans' | 'cheapest' | 'totalUsage'>): PlanCost | null {
  const [closest] = cheaperButBlocking(comparison)
  if (!closest) return null
  return microsOf(closest.blockedCredits) * 2n < microsOf(comparison.totalUsage) ? closest : null
}
