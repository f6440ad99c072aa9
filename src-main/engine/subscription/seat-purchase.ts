import type { CompiledPlan } from '../plan/compiled-plan.ts'

/**
 * Extra Full seats after a change of plan: those the new plan includes are no longer bought, a plan that includes
 * fewer keeps what was bought and buys nothing more, and what is over its limit is dropped. A plan that sells none
 * keeps none. Source: facts §6 (Scale 3 + 4 = 7 → Business 10: none bought; Pro 1 + 4 = 5 → Scale 3: two bought).
 */
export function seatsAfterChange(extra: number, from: CompiledPlan, to: CompiledPlan): number {
  if (to.seats === null) return 0
  const beyondIncluded = Math.min(extra, from.includedFull + extra - to.includedFull)
  const room = to.seats.limit === null ? beyondIncluded : to.seats.limit - to.includedFull
  return Math.max(0, Math.min(beyondIncluded, room))
}

/** Why `count` extra seats cannot be had on the plan; null when they can. */
export function seatPurchaseProblem(count: number, plan: CompiledPlan): string | null {
  if (count === 0) return null
  if (plan.seats === null) return `${plan.name} sells no extra Full seats.`
  const { limit } = plan.seats
  if (limit === null || plan.includedFull + count <= limit) return null
  return `${plan.name} has at most ${limit} Full seats, of which ${plan.includedFull} are included.`
}
