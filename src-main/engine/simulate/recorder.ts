import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Reached } from '../gate/gatekeeper.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Departure } from '../gate/workspaces.ts'
import type { Bill } from '../invoice/bill.ts'
import type { Grant } from '../pool/grant.ts'
import type { MoneyLot } from '../pool/money-lots.ts'
import type { Attribution } from '../usage/attribution.ts'
import type { ChargeKind, ChargeLine } from './charge-line.ts'

export type { ChargeKind, ChargeLine, Period }

/** A stretch of usage within a period, from `at` up to but not including `until`; an event's two are the same. */
export interface Stretch extends Period {
  readonly at: Instant
  readonly until: Instant
}

/**
 * One use of credits and what became of it: `wanted` is what was asked for, of which `pooled` came from grants,
 * `grace` was served free and `overage` was served beyond them; the rest was blocked.
 */
export interface Use {
  readonly attribution: Attribution
  /** Requests it stands for: one for an event; modelled usage has none to count. */
  readonly requests: number
  readonly wanted: Credits
  readonly pooled: Credits
  readonly grace: Credits
  readonly overage: Credits
  /** Of the overage, what is owed in credits until its period ends. */
  readonly deficit: Credits
  /** What was not served, by cause; empty when all was. */
  readonly blocked: readonly BlockedPart[]
  /** Limits that it brought to their end. */
  readonly reached: readonly Reached[]
  /** Whether it cost nothing because it made unchanged content again. */
  readonly isFree: boolean
}

/** How money of a prepaid balance came or went. */
export type MoneyMove = 'opened' | 'toppedUp' | 'drawn' | 'expired'

/** What became of a deficit at a period's end. */
export type DeficitFate = 'charged' | 'forgiven' | 'carried'

/** Zero credits for a request that would have cost nothing. */
export interface BlockedPart {
  readonly credits: Credits
  readonly cause: BlockCause
  /** The member, billing group or API key that was held back; null where it is nobody in particular. */
  readonly subject: string | null
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
  /** Credits granted other than by the renewal: a new grant whole, or more of one there is. */
  granted(at: Instant, period: Period, grant: Grant, amount: Credits): void
  expired(period: Period, grant: Grant, amount: Credits): void
  forfeited(period: Period, grant: Grant, amount: Credits): void
  carried(period: Period, from: Grant, to: Grant): void
  /** A grant repaid some of what the account owes. */
  repaid(at: Instant, period: Period, grant: Grant, amount: Credits): void
  /** What the account owes turns into overage to be charged, is forgiven, or is kept: then `amount` is all of it. */
  deficitEnded(at: Instant, period: Period, fate: DeficitFate, amount: Credits): void
  /** Money of the prepaid balance came into a lot or left it. */
  moneyMoved(at: Instant, period: Period, move: MoneyMove, lot: MoneyLot, amount: Money): void
  periodClosed(period: Period, balance: Credits): void
  /** Another plan holds from `at` on. */
  planChanged(at: Instant, from: CompiledPlan, to: CompiledPlan): void
  /** A change to the account was refused; `index` is its place in the scenario. */
  refused(at: Instant, index: number, why: string): void
  /** A coupon was redeemed; `coupon` is its id. */
  redeemed(at: Instant, coupon: string): void
  /** A workspace shares the pool, the plan and the invoice from `at` on, or does not any more. */
  workspaceLinked(at: Instant, workspace: string): void
  workspaceUnlinked(at: Instant, departure: Departure): void
  /** Told last: every invoice, where discounts, a commitment, taxes or rounding make more of lines than their sum. */
  invoiced(bills: readonly Bill[]): void
}
