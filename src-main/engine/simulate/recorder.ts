import type { WorkingStep } from '../charge/compiled-charge.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Grant } from '../pool/grant.ts'
import type { Attribution } from '../usage/attribution.ts'

/** One billing period `[start, end)`, with its index from the cycle anchor. */
export interface Period {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
}

/** What a line of money is for. */
export type ChargeKind = 'subscription' | 'offer' | 'seats' | 'proration' | 'overage' | 'prepaidUsage'

/** One line of money: rounded, negative for what is taken off or given back. */
export interface ChargeLine {
  readonly kind: ChargeKind
  readonly description: string
  /** The time it pays for. */
  readonly from: Instant
  readonly to: Instant
  /** Credits or seats it is for; null where it is for time. */
  readonly quantity: number | null
  readonly amount: Money
  readonly working: readonly WorkingStep[]
  /** Key of the rate's source in the catalogue. */
  readonly source: string
}

/** A stretch of usage within a period, from `at` up to but not including `until`; an event's two are the same. */
export interface Stretch extends Period {
  readonly at: Instant
  readonly until: Instant
}

/**
 * One use of credits and what became of it: `wanted` is what was asked for, of which `pooled` came from grants
 * and `overage` was served beyond them; the rest was blocked.
 */
export interface Use {
  readonly attribution: Attribution
  /** Requests it stands for: one for an event; modelled usage has none to count. */
  readonly requests: number
  readonly wanted: Credits
  readonly pooled: Credits
  readonly overage: Credits
  /** What was not served, by cause; empty when all was. */
  readonly blocked: readonly BlockedPart[]
}

export interface BlockedPart {
  readonly credits: Credits
  readonly cause: BlockCause
}

/**
 * What a run can be asked to tell as it goes. The clock does the same with and without one: a lean run is a full
 * run nobody writes down. Calls come in the order things happen.
 */
export interface Recorder {
  periodOpened(period: Period, balance: Credits): void
  /** A line of money falls due, or is credited, at `at`. */
  charged(at: Instant, line: ChargeLine): void
  /** The renewal: `grant` is null when nothing of the quota could be added; `heldBack` is forfeited. */
  renewed(period: Period, grant: Grant | null, heldBack: Credits): void
  burned(stretch: Stretch, grant: Grant, amount: Credits): void
  /** Told after `burned`; `available` is what the pool held before. */
  used(stretch: Stretch, use: Use, available: Credits): void
  /** Credits granted other than by the renewal. */
  granted(at: Instant, period: Period, grant: Grant): void
  expired(period: Period, grant: Grant, amount: Credits): void
  forfeited(period: Period, grant: Grant, amount: Credits): void
  carried(period: Period, from: Grant, to: Grant): void
  periodClosed(period: Period, balance: Credits): void
  /** Another plan holds from `at` on. */
  planChanged(at: Instant, from: CompiledPlan, to: CompiledPlan): void
  /** A change to the account was refused; `index` is its place in the scenario. */
  refused(at: Instant, index: number, why: string): void
}
