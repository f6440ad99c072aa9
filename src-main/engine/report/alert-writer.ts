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
import type { BlockedPart, Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import { whenMoreIsWanted, whenUsed } from '../record/when-used.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'

/** What a period is told of once. */
type Once = BlockCause | 'grace' | 'deficit' | 'elsewhere' | 'tooLittle'

/**
 * Writes what a customer would be told, and when. Modelled usage is spread over its period, so the instant a threshold is
 * passed follows from the share of the period's usage that came before it.
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
      .map((alert) => ({
        ...alert,
        severity: ALERT_KINDS[alert.kind].severity,
        at: instantText(alert.at),
        credits: creditsText(alert.credits),
      }))
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
    if (grace > 0)
      this.#addOnce(keyOf('grace', null), 'graceUsed', whenMoreIsWanted(stretch, pooled, wanted), grace, null)
    if (deficit > 0)
      this.#addOnce(
        keyOf('deficit', null),
        'deficit',
        whenMoreIsWanted(stretch, pooled + grace, wanted),
        deficit,
        null,
      )
    if (blocked.length + reached.length === 0) return
    // What is served ends where the first limit is reached, so all that are reached are reached then.
    const served = pooled + grace + overage
    const at = whenUsed(stretch, served, wanted)
    for (const { cause, subject, limit } of reached) this.#addReached(cause, at, limit, subject)
    const stopped = whenMoreIsWanted(stretch, served, wanted)
    for (const part of blocked) this.#addBlock(stopped, part)
  }

  override usedElsewhere(
    at: Instant,
    _until: Instant,
    workspace: string,
    _requests: number,
    credits: Credits,
  ): void {
    this.#addOnce(keyOf('elsewhere', workspace), 'usedElsewhere', at, credits, workspace)
  }

  override charged(at: Instant, { kind, quantity, isEarly, isSoFar }: ChargeLine): void {
    if (kind !== 'overage' || quantity === null || isSoFar) return
    this.#add(isEarly === true ? 'thresholdReached' : 'overageCharged', at, quantity)
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

  override periodClosed(period: Period, _balance: Credits, rolledOver: Credits): void {
    this.#told.clear()
    this.#pooled = 0
    if (rolledOver > 0 && !period.isCut) this.#add('rolledOver', period.end, rolledOver)
  }

  /** A limit is reached: the alert names it, whatever it blocks afterwards. */
  #addReached(cause: Reached['cause'], at: Instant, limit: Credits, subject: string): void {
    const key = keyOf(cause, subject)
    if (this.#told.has(key)) return
    this.#told.set(key, null)
    const { alert, words } = BLOCK_CAUSES[cause]
    this.#add(alert, at, limit, subject, words)
  }

  /** A request that needs more than is left finds nothing used up, and is told as what it is. */
  #addBlock(at: Instant, { cause, subject, credits, left }: BlockedPart): void {
    const { alert, words, leavesTooLittle } = BLOCK_CAUSES[cause]
    if (left === 0 || leavesTooLittle === undefined)
      return this.#addOnce(keyOf(cause, subject), alert, at, credits, subject, words)
    const what = `${leavesTooLittle} for a request that is served whole or not at all: ${creditsText(credits)} needed, ${creditsText(left)} left.`
    this.#addOnce(keyOf('tooLittle', `${cause} ${subject}`), 'notEnoughLeft', at, credits, subject, what)
  }

  /**
   * One alert in a period for each cause and whom it concerns, when it first blocks anything or serves past the pool,
   * with all that the period comes to.
   */
  #addOnce(
    key: string,
    kind: Alert['kind'],
    at: Instant,
    credits: Credits,
    subject: string | null,
    message?: string,
  ): void {
    const told = this.#told.get(key)
    if (told === undefined) this.#told.set(key, this.#add(kind, at, credits, subject, message))
    else if (told !== null) told.credits += credits
  }

  #add(
    kind: Alert['kind'],
    at: Instant,
    credits: Credits,
    subject: string | null = null,
    message = ALERT_KINDS[kind].words,
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
