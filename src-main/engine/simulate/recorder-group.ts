import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { Period, Recorder, Stretch, Use } from './recorder.ts'

/** Tells several recorders the same run, so that each can write down one thing. */
export class RecorderGroup implements Recorder {
  readonly #members: readonly Recorder[]

  constructor(...members: readonly Recorder[]) {
    this.#members = members
  }

  periodOpened(period: Period, balance: Credits): void {
    for (const member of this.#members) member.periodOpened(period, balance)
  }

  subscriptionCharged(period: Period, amount: Money, months: number): void {
    for (const member of this.#members) member.subscriptionCharged(period, amount, months)
  }

  offerApplied(period: Period, amount: Money): void {
    for (const member of this.#members) member.offerApplied(period, amount)
  }

  renewed(period: Period, grant: Grant | null, heldBack: Credits): void {
    for (const member of this.#members) member.renewed(period, grant, heldBack)
  }

  burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    for (const member of this.#members) member.burned(stretch, grant, amount)
  }

  used(stretch: Stretch, use: Use, available: Credits): void {
    for (const member of this.#members) member.used(stretch, use, available)
  }

  overageCharged(period: Period, quantity: Credits, amount: Money): void {
    for (const member of this.#members) member.overageCharged(period, quantity, amount)
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

  periodClosed(period: Period, balance: Credits): void {
    for (const member of this.#members) member.periodClosed(period, balance)
  }

  refused(at: Instant, index: number, why: string): void {
    for (const member of this.#members) member.refused(at, index, why)
  }
}
