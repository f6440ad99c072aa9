import type { Alert } from '#shared/run-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Grant } from '../pool/grant.ts'
import type { ChargeLine, Period, Stretch, Use } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

const MESSAGES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'The balance falls below the low-balance threshold.',
  depleted: 'All credits are used up.',
  overageCharged: 'Usage beyond the credits on hand is charged.',
  spendLimitReached: 'The spend limit is reached; further usage is blocked.',
  blocked: 'Credits have run out; further usage is blocked.',
  ceilingReached: 'A Basic member has reached the monthly ceiling; viewing stays possible.',
  limitReached: 'A billing group or API key has reached its limit.',
  memberLocked: 'A locked member tried to use credits.',
  notInPlan: 'The plan does not have this product.',
  noSeat: 'Somebody without a seat tried to use credits.',
  rolledOver: 'Unused credits are carried into the next period.',
  expired: 'Unused credits reach the end of their life.',
  forfeited: 'Credits are lost to the rollover limit.',
}

const BLOCK_ALERTS: Readonly<Record<BlockCause, Alert['kind']>> = {
  poolEmpty: 'blocked',
  spendLimit: 'spendLimitReached',
  ceiling: 'ceilingReached',
  groupLimit: 'limitReached',
  keyLimit: 'limitReached',
  locked: 'memberLocked',
  noSeat: 'noSeat',
  noFeature: 'notInPlan',
}

/**
 * Writes what a customer would be told, and when. Modelled usage is spread evenly over its period, so the
 * instant a threshold is passed follows from the share of the period's usage that came before it.
 */
export class AlertWriter extends SilentRecorder {
  readonly alerts: Alert[] = []
  #plan: CompiledPlan
  /** Causes of a block that the period has been told of. */
  readonly #told = new Set<BlockCause>()

  constructor(plan: CompiledPlan) {
    super()
    this.#plan = plan
  }

  override renewed(period: Period, _grant: Grant | null, heldBack: Credits): void {
    if (heldBack > 0) this.#add('forfeited', period.start, heldBack)
  }

  override used(stretch: Stretch, use: Use, available: Credits): void {
    const threshold = this.#plan.lowBalance
    const { pooled, wanted, overage, blocked } = use
    if (threshold > 0 && available >= threshold && available - pooled < threshold) {
      this.#add('lowBalance', whenUsed(stretch, available - threshold, wanted), threshold)
    }
    if (available > 0 && pooled === available)
      this.#add('depleted', whenUsed(stretch, available, wanted), available)
    for (const { cause, credits } of blocked)
      this.#addOnce(cause, whenUsed(stretch, pooled + overage, wanted), credits)
  }

  override charged(at: Instant, { kind, quantity }: ChargeLine): void {
    if (kind === 'overage' && quantity !== null) this.#add('overageCharged', at, quantity)
  }

  override expired(period: Period, _grant: Grant, amount: Credits): void {
    this.#add('expired', period.end, amount)
  }

  override forfeited(period: Period, _grant: Grant, amount: Credits): void {
    this.#add('forfeited', period.end, amount)
  }

  override planChanged(_at: Instant, _from: CompiledPlan, to: CompiledPlan): void {
    this.#plan = to
  }

  override periodClosed(period: Period, balance: Credits): void {
    this.#told.clear()
    if (balance > 0) this.#add('rolledOver', period.end, balance)
  }

  /** One alert for each cause in a period: the first time it blocks anything. */
  #addOnce(cause: BlockCause, at: Instant, credits: Credits): void {
    if (this.#told.has(cause)) return
    this.#told.add(cause)
    this.#add(BLOCK_ALERTS[cause], at, credits)
  }

  #add(kind: Alert['kind'], at: Instant, credits: Credits): void {
    this.alerts.push({ kind, at: instantText(at), credits: creditsText(credits), message: MESSAGES[kind] })
  }
}

/** The instant at which `part` of a stretch's evenly spread usage has happened. */
const whenUsed = (stretch: Stretch, part: Credits, wanted: Credits): Instant =>
  stretch.at + (wanted === 0 ? 0 : multiplyDivideDown(stretch.until - stretch.at, part, wanted))
