import { compilePlan } from '#main/engine/plan/compile-plan.ts'
import { resolvePolicies } from '#main/engine/plan/policies.ts'
import { paidInFull } from '#main/engine/subscription/paid-term.ts'
import { proratedChange } from '#main/engine/subscription/prorated-change.ts'
import type { RemainingShares } from '#main/engine/subscription/proration.ts'
import { planOf } from '../../support/build.ts'

const CENT = 10_000

const monthlyAt = (cents: number) => ({
  plan: compilePlan(planOf({ monthly: (cents / 100).toFixed(2) }), 'USD', resolvePolicies()),
  billing: 'monthly' as const,
  extraSeats: 0,
})

/** What a prorated change between two monthly prices in cents gives back and charges, in micros. */
export function proratedCost(old: number, next: number, shares: RemainingShares) {
  const change = proratedChange(paidInFull(monthlyAt(old)), monthlyAt(next), shares, CENT)
  const [credit = 0, , charge = 0] = change.lines.map(({ amount }) => amount.amount)
  return { credit: -credit, charge }
}
