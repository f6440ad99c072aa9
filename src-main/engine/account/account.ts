import type { AccountChange, PlanChangeMode } from '#shared/account.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import { Gatekeeper } from '../gate/gatekeeper.ts'
import { CouponBook, NO_COUPONS } from '../invoice/coupon-book.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { expiryOf } from '../pool/rollover.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Recorder } from '../record/recorder.ts'
import { checkTotals, noTotals, type Totals } from '../record/totals.ts'
import { Cycle } from '../subscription/cycle.ts'
import { remainingShares } from '../subscription/proration.ts'
import { seatsAfterChange } from '../subscription/seat-purchase.ts'
import { quotaOf } from '../subscription/subscribed.ts'
import { type Subscribed, Subscription } from '../subscription/subscription.ts'
import { AccountFunds } from './account-funds.ts'
import type { AccountTerms } from './account-terms.ts'
import { applyChange } from './apply-change.ts'
import { CreditBook } from './credit-book.ts'
import { onFreePlan } from './free-plan.ts'
import { OverageMeter } from './overage-meter.ts'
import { UsageDesk } from './usage-desk.ts'

/** What waits for the end of the paid term, and how many extra Full seats go with it. */
export type Pending = { readonly removed: number } & (
  | { readonly kind: 'changePlan'; readonly next: Subscribed }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'seats' }
)

/** One account as time passes: its subscription, its credits and what it owes. The clock says when what happens. */
export class Account {
  readonly terms: AccountTerms
  readonly subscription: Subscription
  readonly credits: CreditBook
  readonly overage: OverageMeter
  readonly recorder: Recorder | undefined
  readonly gatekeeper: Gatekeeper | null
  readonly coupons: CouponBook
  pending: Pending | null = null
  readonly usage: UsageDesk
  /** What it has besides its subscription; null where that is nothing. */
  readonly funds: AccountFunds | null
  readonly #totals = noTotals()
  #cycle: Cycle
  #period: Period
  #isTrial: boolean
  /** Between the end of a period and the renewal there is no open one; plan changes of that instant come then. */
  #isOpen = false
  #isDowngraded = false
  /** The monthly credits, of plan and seats, that the open period was granted for. */
  #grantedQuota: Credits = 0
  /** The account stepped down within the open period: what it leaves unused ends with it. */
  #isSteppedDown = false

  constructor(terms: AccountTerms, start: Instant, recorder: Recorder | undefined) {
    this.terms = terms
    this.recorder = recorder
    this.gatekeeper = terms.people && new Gatekeeper(terms.people, terms.plan, terms.extraSeats)
    this.coupons = terms.invoicing === undefined ? NO_COUPONS : new CouponBook(terms.invoicing.coupons)
    const subscribed = { plan: terms.plan, billing: terms.billing, extraSeats: terms.extraSeats }
    this.subscription = new Subscription(subscribed, this.#totals, recorder)
    this.overage = new OverageMeter(terms, this.#totals, recorder)
    this.credits = new CreditBook(terms.plan, this.overage.deficit, this.#totals, recorder)
    this.usage = new UsageDesk(this, this.#totals)
    this.funds =
      terms.funds === undefined ? null : new AccountFunds(this, terms.funds, terms.spendLimit, this.#totals)
    this.#isTrial = terms.trial !== null
    const end = terms.trial === null ? null : start + terms.trial.days * DAY
    this.#cycle = new Cycle(end ?? start, end === null && terms.window === undefined ? terms.schedule : [])
    this.#period = end === null ? this.#cycle.periodAs(0) : { index: 0, start, end }
  }

  get plan(): CompiledPlan {
    return this.subscription.now.plan
  }

  get period(): Period {
    return this.#period
  }

  get cycle(): Cycle {
    return this.#cycle
  }

  /** The period starts: its credits are granted, and where a term starts with it, the subscription falls due. */
  open(): void {
    // A change that restarts the cycle at this very instant has opened it already.
    if (this.#isOpen) return
    this.#isOpen = true
    const period = this.#period
    this.recorder?.periodOpened(period, this.credits.balance)
    if (this.#isDowngraded) this.credits.loseAll({ ...period, end: period.start })
    this.#isDowngraded = false
    this.usage.startPeriod()
    this.gatekeeper?.startPeriod()
    if (this.#isTrial) return this.#openTrial()
    if (period.start >= this.subscription.term.end) this.#startTerm(period.start)
    this.#renew(true)
  }

  /** The period ends: overage is charged, credits roll on or are lost, and what waited for this day happens. */
  close(): void {
    const period = this.#period
    this.overage.charge(period.end, this.plan, period)
    this.overage.deficit.endPeriod(period.end, period)
    const isTermEnd = period.end >= this.subscription.term.end
    const ending = isTermEnd ? this.pending : null
    this.funds?.own.reset(period)
    if (this.#isSteppedDown || (ending !== null && this.#losesUnused(ending))) {
      this.credits.loseAll(period)
    } else {
      this.credits.settle(period, this.plan.rollover, this.#cycle)
    }
    this.recorder?.periodClosed(period, this.credits.balance)
    this.#isOpen = false
    this.#isSteppedDown = false
    if (this.#isTrial) this.#isTrial = false
    else this.#cycle.advance()
    this.#period = this.#cycle.periodAs(period.index + 1)
    if (ending !== null) this.#carryOut(ending)
  }

  /** Carries out a change; a refusal leaves everything as it was and is told. */
  change(at: Instant, index: number, change: AccountChange): void {
    const refusal = applyChange(this, at, change)
    if (refusal !== null) this.recorder?.refused(at, index, refusal)
  }

  /**
   * Another plan from now on: seat limits and ceilings follow, and members may be locked. `from` is the
   * plan it was on, where the subscription has been billed for the change already.
   */
  moveTo(at: Instant, next: Subscribed, from = this.plan): void {
    this.subscription.set(next)
    this.gatekeeper?.setPlan(next.plan, next.extraSeats)
    if (next.plan !== from) this.recorder?.planChanged(at, from.id, next.plan.id)
  }

  /**
   * A change at the end of a term, which is the start of the next one: a downgrade loses what the old term left. Within
   * a trial there is no term yet, and its overage falls due at the rates it was used at.
   */
  moveAtTermEnd(at: Instant, next: Subscribed): void {
    if (this.#isOpen) this.overage.charge(at, this.plan, { ...this.#period, end: at }, false)
    else this.#isDowngraded ||= this.isDowngrade(next)
    this.moveTo(at, next)
  }

  /**
   * An immediate step down or up that keeps the cycle. After a step down what is unused expires at the end of the
   * period; a step up, also one that takes the step down back, keeps it. Source: seed 002, its last question.
   */
  stepInPeriod(isDown: boolean): void {
    this.#isSteppedDown = isDown && this.#isOpen
  }

  /**
   * The cycle starts anew today: the open period ends early, and what it left is added to the new quota, or lost where
   * the change is a step down.
   */
  restartCycle(at: Instant, isDown: boolean): void {
    const period = { ...this.#period, end: at }
    if (this.#isOpen) {
      this.overage.deficit.endPeriod(at, period)
      this.funds?.own.reset(period)
      if (isDown) this.credits.loseAll(period)
      this.recorder?.periodClosed(period, this.credits.balance)
    }
    this.#cycle = new Cycle(at)
    this.#period = this.#cycle.periodAs(this.#isOpen ? period.index + 1 : period.index)
    this.#isOpen = true
    this.#isSteppedDown = false
    this.recorder?.periodOpened(this.#period, this.credits.balance)
    this.usage.startPeriod()
    this.gatekeeper?.startPeriod()
    this.credits.moveTo(this.#cycle)
    this.#startTerm(at)
    this.#renew(false)
  }

  /**
   * Immediate changes that keep the cycle add what the new quota, of plan and seats, has beyond the one the period was
   * granted for, by the share of the period left.
   */
  grantDifference(at: Instant, mode: PlanChangeMode): void {
    // Before the renewal nothing is missing: it grants the new quota.
    if (!this.#isOpen) return
    const { plan: to } = this.subscription.now
    const quota = quotaOf(this.subscription.now)
    const more = Math.max(0, quota - this.#grantedQuota)
    this.#grantedQuota += more
    const period = { ...this.#period, anchor: this.#cycle.anchor }
    const { due } = remainingShares(period, at, to.prorationUnit, to.changeDay)
    const amount = mode === 'prorated' ? multiplyDivideDown(more, due.part, due.whole) : more
    this.credits.grant(at, this.#period, 'plan', amount, this.#expiry(to))
  }

  /** The credits of extra seats are there at once, in full. */
  grantSeats(at: Instant, count: number): void {
    const { seats } = this.plan
    if (seats === null) return
    this.#grantedQuota += count * seats.credits
    this.credits.grant(at, this.#period, 'seat', count * seats.credits, this.#expiry(this.plan))
  }

  /**
   * The run ends. A period that is still open, because the cycle restarted, is told up to here, and the overage it
   * has so far is charged, so that nothing that was used is left out.
   */
  finish(end: Instant): Totals {
    const period = { ...this.#period, end }
    if (period.start < end) {
      this.overage.charge(end, this.plan, period)
      this.recorder?.periodClosed(period, this.credits.balance)
    }
    this.#totals.remainingCredits = this.credits.balance
    this.#totals.deficitCredits = this.overage.deficit.credits
    checkTotals(this.#totals)
    return this.#totals
  }

  #startTerm(at: Instant): void {
    this.usage.startTerm()
    this.credits.startTerm()
    this.subscription.startTerm(at, this.#cycle)
    if (this.terms.offers) this.subscription.applyOffer(at)
  }

  #openTrial(): void {
    const { trial } = this.terms
    if (trial === null) return
    const { start, end } = this.#period
    this.credits.grant(start, this.#period, 'gift', trial.credits, trial.creditsExpire ? end : Infinity)
  }

  #renew(isCapped: boolean): void {
    const { plan } = this.subscription.now
    const quota = quotaOf(this.subscription.now)
    this.#grantedQuota = quota
    this.credits.renew(this.#period, quota, plan.rollover, this.#cycle, isCapped)
  }

  /** A cancellation or a downgrade loses what is unused; an upgrade that waited keeps it. Source: facts §5. */
  #losesUnused(pending: Pending): boolean {
    return pending.kind === 'changePlan' ? this.isDowngrade(pending.next) : pending.kind === 'cancel'
  }

  isDowngrade({ plan }: Subscribed): boolean {
    const { ladder } = this.terms
    return ladder.indexOf(plan) < ladder.indexOf(this.plan)
  }

  #carryOut(pending: Pending): void {
    this.pending = null
    const at = this.#period.start
    const { now } = this.subscription
    switch (pending.kind) {
      case 'changePlan':
        return this.moveTo(at, {
          ...pending.next,
          extraSeats: seatsAfterChange(now.extraSeats - pending.removed, now.plan, pending.next.plan),
        })
      case 'cancel':
        return this.moveTo(at, this.#freePlan())
      case 'seats':
        return this.moveTo(at, { ...now, extraSeats: now.extraSeats - pending.removed })
    }
  }

  #freePlan(): Subscribed {
    const free = onFreePlan(this.terms)
    if (free === null) throw new Error('A cancellation was let through for a catalogue without a free plan.')
    return free
  }

  #expiry({ rollover }: CompiledPlan): Instant {
    return expiryOf(rollover, this.#cycle)
  }
}
