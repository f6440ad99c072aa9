import type { Alert } from '#shared/run-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Grant } from '../pool/grant.ts'
import type { BlockCause, Period } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

const MESSAGES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'The balance falls below the low-balance threshold.',
  depleted: 'All credits are used up.',
  overageCharged: 'Usage beyond the credits on hand is charged.',
  spendLimitReached: 'The spend limit is reached; further usage is blocked.',
  blocked: 'Credits have run out; further usage is blocked.',
  rolledOver: 'Unused credits are carried into the next period.',
  expired: 'Unused credits reach the end of their life.',
  forfeited: 'Credits are lost to the rollover limit.',
}

/**
 * Writes what a customer would be told, and when. Modelled usage is spread evenly over its period, so the
 * instant a threshold is passed follows from the share of the period's usage that came before it.
 */
export class AlertWriter extends SilentRecorder {
  readonly alerts: Alert[] = []
  readonly #plan: CompiledPlan
  #wanted: Credits = 0
  #available: Credits = 0

  constructor(plan: CompiledPlan) {
    super()
    this.#plan = plan
  }

  override renewed(period: Period, _grant: Grant | null, heldBack: Credits): void {
    if (heldBack > 0) this.#add('forfeited', period.start, heldBack)
  }

  override usageWanted(period: Period, wanted: Credits, available: Credits): void {
    this.#wanted = wanted
    this.#available = available
    const threshold = this.#plan.lowBalance
    if (threshold > 0 && available >= threshold && available - wanted < threshold) {
      this.#add('lowBalance', this.#whenUsed(period, available - threshold), threshold)
    }
    if (available > 0 && wanted >= available)
      this.#add('depleted', this.#whenUsed(period, available), available)
  }

  override pastQuota(period: Period, served: Credits, blocked: Credits, cause: BlockCause): void {
    if (blocked === 0) return
    const at = this.#whenUsed(period, this.#available + served)
    this.#add(cause === 'spendLimit' ? 'spendLimitReached' : 'blocked', at, blocked)
  }

  override overageCharged(period: Period, quantity: Credits): void {
    this.#add('overageCharged', period.end, quantity)
  }

  override expired(period: Period, _grant: Grant, amount: Credits): void {
    this.#add('expired', period.end, amount)
  }

  override forfeited(period: Period, _grant: Grant, amount: Credits): void {
    this.#add('forfeited', period.end, amount)
  }

  override periodClosed(period: Period, balance: Credits): void {
    if (balance > 0) this.#add('rolledOver', period.end, balance)
  }

  /** The instant at which `used` of the period's evenly spread usage has happened. */
  #whenUsed(period: Period, used: Credits): Instant {
    return period.start + multiplyDivideDown(period.end - period.start, used, this.#wanted)
  }

  #add(kind: Alert['kind'], at: Instant, credits: Credits): void {
    this.alerts.push({ kind, at: instantText(at), credits: creditsText(credits), message: MESSAGES[kind] })
  }
}
