import type { PeriodResult } from '#shared/run-result.ts'
import { dateText } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { BlockCause, Period } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** Writes what happened to the credits of each period, from the balance it opens with to the one it hands on. */
export class PeriodWriter extends SilentRecorder {
  readonly periods: PeriodResult[] = []
  #open = noCredits()

  override periodOpened(_period: Period, balance: Credits): void {
    this.#open = { ...noCredits(), opening: balance }
  }

  override renewed(_period: Period, grant: Grant | null, heldBack: Credits): void {
    this.#open.granted += (grant?.amount ?? 0) + heldBack
    this.#open.forfeited += heldBack
  }

  override usageWanted(_period: Period, wanted: Credits): void {
    this.#open.usage += wanted
  }

  override burned(_period: Period, _grant: Grant, amount: Credits): void {
    this.#open.pool += amount
  }

  override pastQuota(_period: Period, served: Credits, blocked: Credits, cause: BlockCause): void {
    this.#open.overage += served
    this.#open.blocked += blocked
    if (blocked > 0) this.#open.blockedBecause = cause
  }

  override expired(_period: Period, _grant: Grant, amount: Credits): void {
    this.#open.expired += amount
  }

  override forfeited(_period: Period, _grant: Grant, amount: Credits): void {
    this.#open.forfeited += amount
  }

  override periodClosed(period: Period, balance: Credits): void {
    const open = this.#open
    this.periods.push({
      index: period.index + 1,
      start: dateText(period.start),
      end: dateText(period.end),
      openingCredits: creditsText(open.opening),
      grantedCredits: creditsText(open.granted),
      usage: creditsText(open.usage),
      poolCredits: creditsText(open.pool),
      overageCredits: creditsText(open.overage),
      blockedCredits: creditsText(open.blocked),
      blockedBecause: open.blockedBecause,
      expiredCredits: creditsText(open.expired),
      forfeitedCredits: creditsText(open.forfeited),
      closingCredits: creditsText(balance),
    })
  }
}

interface OpenPeriod {
  opening: Credits
  granted: Credits
  usage: Credits
  pool: Credits
  overage: Credits
  blocked: Credits
  blockedBecause: BlockCause | null
  expired: Credits
  forfeited: Credits
}

const noCredits = (): OpenPeriod => ({
  opening: 0,
  granted: 0,
  usage: 0,
  pool: 0,
  overage: 0,
  blocked: 0,
  blockedBecause: null,
  expired: 0,
  forfeited: 0,
})
