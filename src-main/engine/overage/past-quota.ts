import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'

/** What serves usage past the quota, when no credits are on hand: overage, or a prepaid balance. */
export interface PastQuota {
  /** How much of `wanted` is served free. */
  graceFor(wanted: Credits, plan: CompiledPlan): Credits
  /** How much of `wanted` can be served, and paid for. */
  servable(wanted: Credits, plan: CompiledPlan): Credits
  /** Why no more than that. */
  whyBlocked(plan: CompiledPlan): BlockCause
  /** So much was served. */
  count(at: Instant, grace: Credits, overage: Credits): void
  /** How much of so much overage is owed in credits first. */
  owed(overage: Credits): Credits
}
