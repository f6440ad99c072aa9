import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'

/** Why usage was not served. */
export type BlockCause = 'poolEmpty' | 'spendLimit'

/** One billing period `[start, end)`, with its index from the cycle anchor. */
export interface Period {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
}

/**
 * What a run can be asked to tell as it goes. The clock does the same with and without one: a lean run is a full
 * run nobody writes down. Calls come in the order things happen.
 */
export interface Recorder {
  periodOpened(period: Period, balance: Credits): void
  /** The subscription falls due at the period's start, for `months` months. */
  subscriptionCharged(period: Period, amount: Money, months: number): void
  /** A first-period offer takes `amount` off the subscription just charged. */
  offerApplied(period: Period, amount: Money): void
  /** The renewal: `grant` is null when nothing of the quota could be added; `heldBack` is forfeited. */
  renewed(period: Period, grant: Grant | null, heldBack: Credits): void
  usageWanted(period: Period, wanted: Credits, available: Credits): void
  burned(period: Period, grant: Grant, amount: Credits): void
  /** Usage beyond the pool: served as overage, or blocked. */
  pastQuota(period: Period, served: Credits, blocked: Credits, cause: BlockCause): void
  /** The period's overage is priced at its end. */
  overageCharged(period: Period, quantity: Credits, amount: Money): void
  expired(period: Period, grant: Grant, amount: Credits): void
  forfeited(period: Period, grant: Grant, amount: Credits): void
  carried(period: Period, from: Grant, to: Grant): void
  periodClosed(period: Period, balance: Credits): void
}
