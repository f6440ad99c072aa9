import type { Alert } from '#shared/alert.ts'
import type { BlockCause } from '#shared/run-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText, type Money } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { Reached } from '../record/use.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { Grant } from '../record/grant.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { DeficitFate, MoneyMove } from '../record/recorder.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import { whenUsed } from '../record/when-used.ts'
import { EARLY } from './early-invoices.ts'

const MESSAGES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'The balance falls below the low-balance threshold.',
  depleted: 'All credits are used up.',
  overageCharged: 'Usage beyond the credits on hand is charged.',
  spendLimitReached: 'The spend limit is reached; further usage is blocked.',
  blocked: 'Credits have run out; further usage is blocked.',
  ceilingReached: 'A Basic member has reached the monthly ceiling; viewing stays possible.',
  limitReached: 'A limit is reached; further usage under it is blocked.',
  memberLocked: 'A locked member tried to use credits.',
  notInPlan: 'The plan does not have this product, or no burn rate of it there is published.',
  workspaceRemoved: 'Somebody tried to use credits in a workspace that was removed.',
  noSeat: 'Somebody without a seat tried to use credits.',
  rolledOver: 'Unused credits are carried into the next period.',
  expired: 'Unused credits reach the end of their life.',
  forfeited: 'Credits are lost to the rollover limit.',
  thresholdReached: 'Outstanding overage has reached the plan’s threshold and is invoiced now.',
  graceUsed: 'The credits are used up; the plan’s grace buffer serves a little more, free.',
  deficit: 'The credits are used up; further usage is owed in credits.',
  deficitRepaid: 'New credits repay what the account owes before anything else.',
  deficitCarried: 'The period ends with credits owed, which are carried on.',
  overageForgiven: 'Usage beyond the credits on hand is forgiven.',
  requestTooLarge: 'A request was larger than the plan takes at once.',
  packExpired: 'Credits of a pack reach the end of their life.',
  toppedUp: 'The prepaid balance is topped up.',
  walletEmpty: 'The prepaid balance is used up; further usage is blocked.',
  balanceExpired: 'Prepaid money reaches the end of its life.',
}

/** What a period is told of once. */
type Once = BlockCause | 'grace' | 'deficit'

/** Several kinds of limit share an alert. */
const LIMIT_MESSAGES: Readonly<Partial<Record<Once, string>>> = {
  groupLimit: 'A billing group has reached its limit.',
  keyLimit: 'An API key has reached its limit.',
  workspaceLimit: 'A workspace has reached its limit.',
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
  workspaceLimit: 'limitReached',
  workspaceRemoved: 'workspaceRemoved',
  requestTooLarge: 'requestTooLarge',
  walletEmpty: 'walletEmpty',
}

/**
 * Writes what a customer would be told, and when. Modelled usage is spread evenly over its period, so the
 * instant a threshold is passed follows from the share of the period's usage that came before it.
 */
export class AlertWriter extends Recorder {
  readonly #alerts: Raised[] = []
  readonly #ladder: readonly CompiledPlan[]
  #plan: CompiledPlan
  /** What the period has been told of, each cause once for everybody it concerns; null where that was a limit. */
  readonly #told = new Map<string, Raised | null>()
  /** What the period has burned of its credits. */
  #pooled: Credits = 0

  /** `plan`: the one the account starts on, of the ladder. */
  constructor(plan: CompiledPlan, ladder: readonly CompiledPlan[]) {
    super()
    this.#ladder = ladder
    this.#plan = plan
  }

  /** In the order of time: usage is told in stretches, and what happens within two of them may interleave. */
  get alerts(): Alert[] {
    return this.#alerts
      .toSorted((a, b) => a.at - b.at)
      .map((alert) => ({ ...alert, at: instantText(alert.at), credits: creditsText(alert.credits) }))
  }

  override renewed(period: Period, _grant: Grant | null, heldBack: Credits): void {
    if (heldBack > 0) this.#add('forfeited', period.start, heldBack)
  }

  override used(stretch: Stretch, use: Use, available: Credits): void {
    const threshold = this.#plan.lowBalance
    const { pooled, grace, wanted, overage, deficit, blocked, reached } = use
    if (threshold > 0 && available >= threshold && available - pooled < threshold) {
      this.#add('lowBalance', whenUsed(stretch, available - threshold, wanted), threshold)
    }
    this.#pooled += pooled
    if (available > 0 && pooled === available)
      this.#add('depleted', whenUsed(stretch, available, wanted), this.#pooled)
    if (grace > 0) this.#addOnce('grace', 'graceUsed', whenUsed(stretch, pooled, wanted), grace)
    if (deficit > 0) this.#addOnce('deficit', 'deficit', whenUsed(stretch, pooled + grace, wanted), deficit)
    if (blocked.length + reached.length === 0) return
    // What is served ends where the first limit is reached, so all that are reached are reached then.
    const at = whenUsed(stretch, pooled + grace + overage, wanted)
    for (const { cause, subject, limit } of reached) this.#addReached(cause, at, limit, subject)
    for (const { cause, subject, credits } of blocked)
      this.#addOnce(cause, BLOCK_ALERTS[cause], at, credits, subject)
  }

  override charged(at: Instant, { kind, quantity, description }: ChargeLine): void {
    if (kind !== 'overage' || quantity === null) return
    this.#add(description === EARLY ? 'thresholdReached' : 'overageCharged', at, quantity)
  }

  override expired(period: Period, grant: Grant, amount: Credits): void {
    this.#add(grant.source === 'pack' ? 'packExpired' : 'expired', period.end, amount)
  }

  override forfeited(period: Period, _grant: Grant, amount: Credits): void {
    this.#add('forfeited', period.end, amount)
  }

  /** Told in credits at the plan of the moment. */
  override moneyMoved(at: Instant, _period: Period, move: MoneyMove, _lot: MoneyLot, amount: Money): void {
    if (move !== 'toppedUp' && move !== 'expired') return
    const { prepaid } = this.#plan
    const credits =
      prepaid === null || prepaid.money === 0 ? 0 : multiplyDivideDown(amount, prepaid.credits, prepaid.money)
    this.#add(move === 'expired' ? 'balanceExpired' : 'toppedUp', at, credits)
  }

  override repaid(at: Instant, _period: Period, _grant: Grant, amount: Credits): void {
    this.#add('deficitRepaid', at, amount)
  }

  override deficitEnded(at: Instant, _period: Period, fate: DeficitFate, amount: Credits): void {
    if (fate === 'charged') return
    this.#add(fate === 'carried' ? 'deficitCarried' : 'overageForgiven', at, amount)
  }

  override planChanged(_at: Instant, _from: string, to: string): void {
    this.#plan = planNamed(this.#ladder, to)
  }

  override periodClosed(period: Period, balance: Credits): void {
    this.#told.clear()
    this.#pooled = 0
    if (balance > 0) this.#add('rolledOver', period.end, balance)
  }

  /** A limit is reached: the alert names it, whatever it blocks afterwards. */
  #addReached(cause: Reached['cause'], at: Instant, limit: Credits, subject: string): void {
    const key = keyOf(cause, subject)
    if (this.#told.has(key)) return
    this.#told.set(key, null)
    this.#add(BLOCK_ALERTS[cause], at, limit, subject, LIMIT_MESSAGES[cause])
  }

  /**
   * One alert in a period for each cause and whom it concerns, when it first blocks anything or serves past the pool,
   * with all that the period comes to.
   */
  #addOnce(
    cause: Once,
    kind: Alert['kind'],
    at: Instant,
    credits: Credits,
    subject: string | null = null,
  ): void {
    const key = keyOf(cause, subject)
    const told = this.#told.get(key)
    if (told === undefined) this.#told.set(key, this.#add(kind, at, credits, subject, LIMIT_MESSAGES[cause]))
    else if (told !== null) told.credits += credits
  }

  #add(
    kind: Alert['kind'],
    at: Instant,
    credits: Credits,
    subject: string | null = null,
    message = MESSAGES[kind],
  ): Raised {
    const alert = { kind, at, credits, subject, message }
    this.#alerts.push(alert)
    return alert
  }
}

/** An alert as long as its period may add to it. */
interface Raised {
  readonly kind: Alert['kind']
  readonly at: Instant
  credits: Credits
  readonly subject: string | null
  readonly message: string
}

const keyOf = (cause: Once, subject: string | null): string => `${cause}\u0000${subject}`
