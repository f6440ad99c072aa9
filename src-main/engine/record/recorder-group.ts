import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Departure } from './departure.ts'
import type { Bill } from './bill.ts'
import type { Grant } from './grant.ts'
import type { MoneyLot } from './money-lot.ts'
import type { ChargeLine } from './charge-line.ts'
import { type DeficitFate, type MoneyMove, type PeriodUse, Recorder, type UsesHeard } from './recorder.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Reseated, Seating } from './seating.ts'
import type { Stretch, Use } from './use.ts'

/** Tells several recorders the same run, so that each can write down one thing. */
export class RecorderGroup extends Recorder {
  readonly #members: readonly Recorder[]
  /** Usage is told a million times a year: only to those who listen. */
  readonly #hearBurns: readonly Recorder[]
  readonly #hearUses: readonly Recorder[]

  constructor(...members: readonly Recorder[]) {
    super()
    this.#members = members
    this.#hearBurns = members.filter(({ burned }) => burned !== Recorder.prototype.burned)
    this.#hearUses = members.filter(({ used }) => used !== Recorder.prototype.used)
  }

  override get usesHeard(): UsesHeard {
    const heard = new Set(this.#members.map(({ usesHeard }) => usesHeard))
    return heard.has('all') ? 'all' : heard.has('firstOfEach') ? 'firstOfEach' : 'pastPool'
  }

  override get hearsBurns(): boolean {
    return this.#hearBurns.length > 0
  }

  override periodOpened(period: Period, balance: Credits): void {
    for (const member of this.#members) member.periodOpened(period, balance)
  }

  override charged(at: Instant, line: ChargeLine): void {
    for (const member of this.#members) member.charged(at, line)
  }

  override renewed(period: Period, grant: Grant | null, heldBack: Credits): void {
    for (const member of this.#members) member.renewed(period, grant, heldBack)
  }

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    for (const member of this.#hearBurns) member.burned(stretch, grant, amount)
  }

  override used(stretch: Stretch, use: Use, available: Credits): void {
    for (const member of this.#hearUses) member.used(stretch, use, available)
  }

  override usedElsewhere(
    at: Instant,
    until: Instant,
    workspace: string,
    requests: number,
    credits: Credits,
  ): void {
    for (const member of this.#members) member.usedElsewhere(at, until, workspace, requests, credits)
  }

  override granted(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.granted(at, period, grant, amount)
  }

  override expired(period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.expired(period, grant, amount)
  }

  override forfeited(period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.forfeited(period, grant, amount)
  }

  override carried(period: Period, from: Grant, to: Grant): void {
    for (const member of this.#members) member.carried(period, from, to)
  }

  override repaid(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.repaid(at, period, grant, amount)
  }

  override deficitEnded(at: Instant, period: Period, fate: DeficitFate, amount: Credits): void {
    for (const member of this.#members) member.deficitEnded(at, period, fate, amount)
  }

  override moneyMoved(at: Instant, period: Period, move: MoneyMove, lot: MoneyLot, amount: Money): void {
    for (const member of this.#members) member.moneyMoved(at, period, move, lot, amount)
  }

  override periodClosed(period: Period, balance: Credits, rolledOver: Credits, used: PeriodUse): void {
    for (const member of this.#members) member.periodClosed(period, balance, rolledOver, used)
  }

  override termCutShort(at: Instant): void {
    for (const member of this.#members) member.termCutShort(at)
  }

  override planChanged(at: Instant, from: string, to: string): void {
    for (const member of this.#members) member.planChanged(at, from, to)
  }

  override seated(at: Instant, seating: Seating, reseated: readonly Reseated[]): void {
    for (const member of this.#members) member.seated(at, seating, reseated)
  }

  override refused(at: Instant, index: number, why: string): void {
    for (const member of this.#members) member.refused(at, index, why)
  }

  override redeemed(at: Instant, coupon: string): void {
    for (const member of this.#members) member.redeemed(at, coupon)
  }

  override workspaceLinked(at: Instant, workspace: string): void {
    for (const member of this.#members) member.workspaceLinked(at, workspace)
  }

  override workspaceUnlinked(at: Instant, departure: Departure): void {
    for (const member of this.#members) member.workspaceUnlinked(at, departure)
  }

  override invoiced(bills: readonly Bill[]): void {
    for (const member of this.#members) member.invoiced(bills)
  }
}
