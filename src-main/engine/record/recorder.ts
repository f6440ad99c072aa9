import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Bill } from './bill.ts'
import type { ChargeLine } from './charge-line.ts'
import type { Departure } from './departure.ts'
import type { Grant } from './grant.ts'
import type { MoneyLot } from './money-lot.ts'
import type { Reseated, Seating } from './seating.ts'
import type { Stretch, Use } from './use.ts'

/** How money of a prepaid balance came or went. */
export type MoneyMove = 'opened' | 'toppedUp' | 'drawn' | 'expired'

/** What became of a deficit at a period's end. */
export type DeficitFate = 'charged' | 'forgiven' | 'carried'

/**
 * Which uses a recorder is told of, with the credits they burn: all; those of which something was not in the pool, or that
 * took the last of it; or, of what the pool serves whole, the first use of each kind on each plan besides, and what costs no credits.
 */
export type UsesHeard = 'all' | 'firstOfEach' | 'pastPool'

/** What was asked for in a period, and how much of it grants served. */
export interface PeriodUse {
  readonly wanted: Credits
  readonly pooled: Credits
}

/**
 * What a run can be asked to tell as it goes. The clock does the same with and without one: a lean run is a full run
 * nobody writes down. Calls come in the order things happen. This one writes nothing down: those that listen to a few
 * happenings override these. Plans are named by their ids in the catalogue.
 */
export class Recorder {
  /** Looked at once, before the run. */
  get usesHeard(): UsesHeard {
    const { burned, used } = Recorder.prototype
    return this.burned === burned && this.used === used ? 'pastPool' : 'all'
  }

  /** Whether it is told what each use burns of which grant. Looked at once, before the run. */
  get hearsBurns(): boolean {
    return this.burned !== Recorder.prototype.burned
  }

  periodOpened(_period: Period, _balance: Credits): void {}
  /** A line of money falls due, or is credited, at `at`. */
  charged(_at: Instant, _line: ChargeLine): void {}
  /** The renewal: `grant` is null when nothing of the quota could be added; `heldBack` is forfeited. */
  renewed(_period: Period, _grant: Grant | null, _heldBack: Credits): void {}
  burned(_stretch: Stretch, _grant: Grant, _amount: Credits): void {}
  /** Told after `burned`; `available` is what the pool held before. */
  used(_stretch: Stretch, _use: Use, _available: Credits): void {}
  /** Usage from `at` to `until` in a workspace that is not linked yet: not this account's, at the rates of its plan. */
  usedElsewhere(
    _at: Instant,
    _until: Instant,
    _workspace: string,
    _requests: number,
    _credits: Credits,
  ): void {}
  /** Credits granted other than by the renewal: a new grant whole, or more of one there is. */
  granted(_at: Instant, _period: Period, _grant: Grant, _amount: Credits): void {}
  expired(_period: Period, _grant: Grant, _amount: Credits): void {}
  forfeited(_period: Period, _grant: Grant, _amount: Credits): void {}
  carried(_period: Period, _from: Grant, _to: Grant): void {}
  /** A grant repaid some of what the account owes. */
  repaid(_at: Instant, _period: Period, _grant: Grant, _amount: Credits): void {}
  /** What the account owes turns into overage to be charged, is forgiven, or is kept: then `amount` is all of it. */
  deficitEnded(_at: Instant, _period: Period, _fate: DeficitFate, _amount: Credits): void {}
  /** Money of the prepaid balance came into a lot or left it. */
  moneyMoved(_at: Instant, _period: Period, _move: MoneyMove, _lot: MoneyLot, _amount: Money): void {}
  /** `rolledOver` is what of the balance came with the subscription and goes on: nothing else rolls over. */
  periodClosed(_period: Period, _balance: Credits, _rolledOver: Credits, _used: PeriodUse): void {}
  /** The paid term ends before its time: another starts, which is charged next, or the account ends. */
  termCutShort(_at: Instant): void {}
  /** Another plan holds from `at` on. */
  planChanged(_at: Instant, _from: string, _to: string): void {}
  /**
   * The seats as they are after a change to the account, and when a period opens; `reseated`: everybody whose seat may be
   * another one, everybody the first time.
   */
  seated(_at: Instant, _seating: Seating, _reseated: readonly Reseated[]): void {}
  /** A change to the account was refused; `index` is its place in the scenario. */
  refused(_at: Instant, _index: number, _why: string): void {}
  /** A coupon was redeemed; `coupon` is its id. */
  redeemed(_at: Instant, _coupon: string): void {}
  /** A workspace shares the pool, the plan and the invoice from `at` on, or does not any more. */
  workspaceLinked(_at: Instant, _workspace: string): void {}
  workspaceUnlinked(_at: Instant, _departure: Departure): void {}
  /** Told last: every invoice, where discounts, a commitment, taxes or rounding make more of lines than their sum. */
  invoiced(_bills: readonly Bill[]): void {}
}
