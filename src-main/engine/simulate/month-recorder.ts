import type { MonthCost } from '#shared/comparison.ts'
import { dateText } from '../calendar/civil.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { Period } from './recorder.ts'
import { SilentRecorder } from './silent-recorder.ts'

/** Writes down money and credits month by month; overage belongs to the month it was used in. */
export class MonthRecorder extends SilentRecorder {
  readonly months: MonthCost[] = []
  #month = noMonth()

  override periodOpened(): void {
    this.#month = noMonth()
  }

  override subscriptionCharged(_period: Period, amount: Money): void {
    this.#month.subscription += amount
  }

  override offerApplied(_period: Period, amount: Money): void {
    this.#month.subscription -= amount
  }

  override renewed(_period: Period, _grant: Grant | null, heldBack: Credits): void {
    this.#month.forfeited += heldBack
  }

  override usageWanted(_period: Period, wanted: Credits, available: Credits): void {
    this.#month.usage += wanted
    this.#month.closing = available
  }

  override burned(period: Period, grant: Grant, amount: Credits): void {
    this.#month.closing -= amount
    if (grant.createdAt === period.start) this.#month.fromGrant += amount
    else this.#month.fromRollover += amount
  }

  override pastQuota(_period: Period, served: Credits, blocked: Credits): void {
    this.#month.overageCredits += served
    this.#month.blocked += blocked
  }

  override overageCharged(_period: Period, _quantity: Credits, amount: Money): void {
    this.#month.overage += amount
  }

  override expired(_period: Period, _grant: Grant, amount: Credits): void {
    this.#month.expired += amount
  }

  override forfeited(_period: Period, _grant: Grant, amount: Credits): void {
    this.#month.forfeited += amount
  }

  override periodClosed(period: Period): void {
    const month = this.#month
    this.months.push({
      month: period.index + 1,
      start: dateText(period.start),
      subscription: moneyText(month.subscription),
      overage: moneyText(month.overage),
      total: moneyText(month.subscription + month.overage),
      usage: creditsText(month.usage),
      fromGrant: creditsText(month.fromGrant),
      fromRollover: creditsText(month.fromRollover),
      overageCredits: creditsText(month.overageCredits),
      blockedCredits: creditsText(month.blocked),
      expiredCredits: creditsText(month.expired),
      forfeitedCredits: creditsText(month.forfeited),
      closingCredits: creditsText(month.closing),
    })
  }
}

const noMonth = () => ({
  subscription: 0,
  overage: 0,
  usage: 0,
  fromGrant: 0,
  fromRollover: 0,
  overageCredits: 0,
  blocked: 0,
  expired: 0,
  forfeited: 0,
  closing: 0,
})
