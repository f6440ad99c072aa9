import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import { isHeld } from '#renderer/finding/plan-fit-in-words.ts'

/** Days tried for a plan at most: enough to see the curve, few enough to be answered at once. */
export const MOST_DAYS = 120

/** The plans above one on the ladder that hold the account, in the order of the ladder. */
export function targetsAbove(
  plan: string,
  ladder: readonly string[],
  answer: AccountOnPlans,
): readonly string[] {
  const able = new Set(answer.plans.filter(isHeld).map((row) => row.plan))
  return ladder.slice(ladder.indexOf(plan) + 1).filter((above) => able.has(above))
}
