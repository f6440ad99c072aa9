import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'

/** What was served past the quota: for nothing, out of a small buffer, and for money or as a debt. */
export interface ServedPast {
  readonly grace: Credits
  readonly overage: Credits
}

/** An event, or a stretch of modelled usage, which is paid for when it begins. */
export interface When {
  readonly at: Instant
}

/** What serves usage past the quota, when no credits are on hand: overage, or a prepaid balance. */
export interface PastQuota {
  /** How much of `wanted` is served free. */
  graceFor(wanted: Credits, plan: CompiledPlan): Credits
  /** How much of `wanted` can be served, and paid for. */
  servable(wanted: Credits, plan: CompiledPlan): Credits
  /** Why no more than that. */
  whyBlocked(plan: CompiledPlan): BlockCause
  /** Serves and counts as much of `wanted` as it can. The answer is good until this is asked again. */
  serve(when: When, wanted: Credits, plan: CompiledPlan): ServedPast
  /** How much of so much overage is owed in credits first. */
  owed(overage: Credits): Credits
}
