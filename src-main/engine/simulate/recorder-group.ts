import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Departure } from '../gate/workspaces.ts'
import type { Bill } from '../invoice/bill.ts'
import type { Grant } from '../pool/grant.ts'
import type { MoneyLot } from '../pool/money-lots.ts'
import type { ChargeLine, DeficitFate, MoneyMove, Period, Recorder, Stretch, Use } from './recorder.ts'
import { SilentRecorder } from './silent-recorder.ts'

/** Tells several recorders the same run, so that each can write down one thing. */
export class RecorderGroup implements Recorder {
  readonly #members: readonly Recorder[]
  /** Usage is told a million times a year: only to those who listen. */
  readonly #hearBurns: readonly Recorder[]
  readonly #hearUses: readonly Recorder[]

  constructor(...members: readonly Recorder[]) {
    this.#members = members
    this.#hearBurns = members.filter(({ burned }) => burned !== SilentRecorder.prototype.burned)
    this.#hearUses = members.filter(({ used }) => used !== SilentRecorder.prototype.used)
  }

  periodOpened(period: Period, balance: Credits): void {
    for (const member of this.#members) member.periodOpened(period, balance)
  }

  charged(at: Instant, line: ChargeLine): void {
    for (const member of this.#members) member.charged(at, line)
  }

  renewed(period: Period, grant: Grant | null, heldBack: Credits): void {
    for (const member of this.#members) member.renewed(period, grant, heldBack)
  }

  burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    for (const member of this.#hearBurns) member.burned(stretch, grant, amount)
  }

  used(stretch: Stretch, use: Use, available: Credits): void {
    for (const member of this.#hearUses) member.used(stretch, use, available)
  }

  granted(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.granted(at, period, grant, amount)
  }

  expired(period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.expired(period, grant, amount)
  }

  forfeited(period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.forfeited(period, grant, amount)
  }

  carried(period: Period, from: Grant, to: Grant): void {
    for (const member of this.#members) member.carried(period, from, to)
  }

  repaid(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.repaid(at, period, grant, amount)
  }

  deficitEnded(at: Instant, period: Period, fate: DeficitFate, amount: Credits): void {
    for (const member of this.#members) member.deficitEnded(at, period, fate, amount)
  }

  moneyMoved(at: Instant, period: Period, move: MoneyMove, lot: MoneyLot, amount: Money): void {
    for (const member of this.#members) member.moneyMoved(at, period, move, lot, amount)
  }

  periodClosed(period: Period, balance: Credits): void {
    for (const member of this.#members) member.periodClosed(period, balance)
  }

  planChanged(at: Instant, from: CompiledPlan, to: CompiledPlan): void {
    for (const member of this.#members) member.planChanged(at, from, to)
  }

  refused(at: Instant, index: number, why: string): void {
    for (const member of this.#members) member.refused(at, index, why)
  }

  redeemed(at: Instant, coupon: string): void {
    for (const member of this.#members) member.redeemed(at, coupon)
  }

  workspaceLinked(at: Instant, workspace: string): void {
    for (const member of this.#members) member.workspaceLinked(at, workspace)
  }

  workspaceUnlinked(at: Instant, departure: Departure): void {
    for (const member of this.#members) member.workspaceUnlinked(at, departure)
  }

  invoiced(bills: readonly Bill[]): void {
    for (const member of this.#members) member.invoiced(bills)
  }
}
