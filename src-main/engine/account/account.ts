import type { PlanChangeMode } from '#shared/account.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import { AccountFunds, type FundsSetting } from '../funds/account-funds.ts'
import { Gatekeeper } from '../gate/gatekeeper.ts'
import { seatLimitsOf } from '../gate/seat-limits.ts'
import { CouponBook, NO_COUPONS } from '../invoice/coupon-book.ts'
import { OverageMeter } from '../overage/overage-meter.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { CreditBook } from '../pool/credit-book.ts'
import type { Recorder } from '../record/recorder.ts'
import { checkTotals, clearTotals, noTotals, type Totals } from '../record/totals.ts'
import { Cycle } from '../subscription/cycle.ts'
import { type Subscribed, Subscription } from '../subscription/subscription.ts'
import type { AccountTerms } from './account-terms.ts'
import { onFreePlan } from './free-plan.ts'
import { afterTerm, isDowngrade, losesUnused, type Pending } from './pending.ts'
import { QuotaGrants } from './quota-grants.ts'
import { UsageDesk } from './usage-desk.ts'

/**
 * One account as time passes: its subscription, its credits and what it owes. The clock says when what happens. What the
 * constructor sets is `declare`d, here and in the parts: a field that is defined without a value holds `undefined` first,
 * and of such a field the optimiser cannot rely on what it holds later.
 */
export class Account {
  declare terms: AccountTerms
  declare readonly subscription: Subscription
  declare readonly credits: CreditBook
  declare readonly overage: OverageMeter
  declare readonly recorder: Recorder | undefined
  gatekeeper: Gatekeeper | null = null
  coupons: CouponBook = NO_COUPONS
  pending: Pending | null = null
  declare readonly usage: UsageDesk
  /** What it has besides its subscription; null where that is nothing. */
  funds: AccountFunds | null = null
  private readonly totals = noTotals()
  declare private readonly moment: { plan: CompiledPlan; period: Period }
  declare private readonly quota: QuotaGrants
  declare private readonly setting: FundsSetting
  declare private readonly cycle: Cycle
  private isTrial = false
  /** When nothing of the account goes on; `Infinity` where the run ends first. */
  private closesAt: Instant = Infinity
  /** Between the end of a period and the renewal there is no open one; plan changes of that instant come then. */
  private isOpen = false
  private isDowngraded = false
  /** The account stepped down within the open period: what it leaves unused ends with it. */
  private isSteppedDown = false

  constructor(terms: AccountTerms, start: Instant, recorder: Recorder | undefined) {
    const { plan } = terms
    const totals = this.totals
    this.terms = terms
    this.recorder = recorder
    const moment = { plan, period: { index: 0, start, end: start } }
    this.moment = moment
    this.cycle = new Cycle(start)
    this.subscription = new Subscription(subscribedAtFirst(terms), this.cycle, totals, recorder)
    this.overage = new OverageMeter(terms, totals, recorder)
    this.credits = new CreditBook(plan, this.cycle, this.overage.deficit, totals, recorder)
    this.quota = new QuotaGrants(moment, this.cycle, this.credits)
    this.setting = { moment, credits: this.credits, totals, recorder }
    this.usage = new UsageDesk({ ...this.setting, overage: this.overage })
    this.restart(terms, start)
  }

  /** Another account from now on, of which nothing has happened yet. */
  restart(terms: AccountTerms, start: Instant): void {
    const { plan, trial, schedule, window, people, invoicing, funds } = terms
    this.terms = terms
    clearTotals(this.totals)
    this.isTrial = trial !== null
    this.closesAt = window?.isClosedAtEnd === true ? window.end : Infinity
    const trialEnd = trial === null ? start : start + trial.days * DAY
    if (trial === null && window === undefined) this.cycle.restart(start, schedule)
    else this.cycle.restart(trialEnd)
    this.moment.plan = plan
    this.moment.period = trial === null ? this.cycle.periodAs(0) : { index: 0, start, end: trialEnd }
    this.pending = null
    this.isOpen = false
    this.isDowngraded = false
    this.isSteppedDown = false
    this.gatekeeper = people && new Gatekeeper(people, plan, terms.extraSeats, this.recorder !== undefined)
    this.coupons = invoicing === undefined ? NO_COUPONS : new CouponBook(invoicing.coupons)
    this.subscription.restart(subscribedAtFirst(terms))
    this.overage.restart(terms)
    this.credits.restart(plan)
    this.quota.restart()
    this.funds = funds === undefined ? null : new AccountFunds(funds, terms.spendLimit, this.setting)
    this.usage.restart(this.gatekeeper, this.funds?.wallet ?? null, terms.freeRegenerations)
  }

  get plan(): CompiledPlan {
    return this.moment.plan
  }

  get period(): Period {
    return this.moment.period
  }

  /** The period starts: its credits are granted, and where a term starts with it, the subscription falls due. */
  open(): void {
    // A change that restarts the cycle at this very instant has opened it already.
    if (this.isOpen) return
    this.isOpen = true
    const { period } = this.moment
    if (this.recorder !== undefined) {
      this.recorder.periodOpened(period, this.credits.balance)
      this.tellSeats(period.start)
    }
    if (this.isDowngraded) this.loseDowngraded(period)
    this.startPeriod()
    if (this.isTrial) return this.openTrial()
    if (period.start >= this.subscription.term.end) this.startTerm()
    this.quota.renew(this.subscription.now, true)
    if (this.overage.deficit.credits > 0) this.repayAtRenewal(period)
  }

  private loseDowngraded(period: Period): void {
    this.credits.loseAll({ ...period, end: period.start })
    this.isDowngraded = false
  }

  /** Grants that come at the same instant repay together with it. */
  private repayAtRenewal(period: Period): void {
    if (this.funds?.nextArrival !== period.start) this.credits.repay(period.start, period)
  }

  /** The period ends: overage is charged, credits roll on or are lost, and what waited for this day happens. */
  close(): void {
    const { period, plan } = this.moment
    const ending = this.pending !== null && period.end >= this.subscription.term.end ? this.pending : null
    this.overage.charge(plan, period)
    this.overage.deficit.endPeriod(period)
    if (this.funds !== null) this.funds.reset(period)
    if (this.losesUnused(ending, period.end)) this.credits.loseAll(period)
    else this.credits.settle(period, plan.rollover)
    if (this.recorder !== undefined) this.tellClosed(this.recorder, period)
    this.isOpen = false
    this.isSteppedDown = false
    if (this.isTrial) this.isTrial = false
    else this.cycle.advance()
    this.moment.period = this.cycle.periodAs(period.index + 1)
    if (ending !== null) this.carryOut(ending)
  }

  /** Another plan from now on: seat limits and ceilings follow, and members may be locked. */
  moveTo(at: Instant, next: Subscribed): void {
    const from = this.plan
    this.subscription.set(next)
    this.moment.plan = next.plan
    this.gatekeeper?.setPlan(next.plan, next.extraSeats)
    if (next.plan !== from) this.recorder?.planChanged(at, from.id, next.plan.id)
  }

  /**
   * A change at the end of a term, which is the start of the next one: a downgrade loses what the old term left. Within
   * a trial there is no term yet, and its overage falls due at the rates it was used at.
   */
  moveAtTermEnd(at: Instant, next: Subscribed): void {
    if (this.isOpen) this.overage.charge(this.plan, { ...this.period, end: at }, false)
    else this.isDowngraded ||= this.isDowngrade(next)
    this.moveTo(at, next)
  }

  /**
   * An immediate step down or up that keeps the cycle. After a step down what is unused expires at the end of the
   * period; a step up, also one that takes the step down back, keeps it. Source: seed 002, its last question.
   */
  stepInPeriod(isDown: boolean): void {
    this.isSteppedDown = isDown && this.isOpen
  }

  /**
   * The cycle starts anew today: the open period ends early, and what it left is added to the new quota, or lost where
   * the change is a step down.
   */
  restartCycle(at: Instant, isDown: boolean): void {
    const period = { ...this.period, end: at }
    if (this.isOpen) {
      this.overage.deficit.endPeriod(period)
      this.funds?.reset(period)
      if (isDown) this.credits.loseAll(period)
      if (this.recorder !== undefined) this.tellClosed(this.recorder, period)
    }
    const cycle = this.cycle
    cycle.restart(at)
    this.moment.period = cycle.periodAs(this.isOpen ? period.index + 1 : period.index)
    this.isOpen = true
    this.isSteppedDown = false
    this.recorder?.periodOpened(this.period, this.credits.balance)
    this.startPeriod()
    this.credits.moveToCycle()
    this.startTerm()
    this.quota.renew(this.subscription.now, false)
    this.credits.repay(at, this.period)
  }

  /** The credits that an immediate change of plan adds to the open period's. */
  grantDifference(at: Instant, mode: PlanChangeMode): void {
    // Before the renewal nothing is missing: it grants the new quota.
    if (this.isOpen) this.quota.addDifference(at, this.subscription.now, mode)
  }

  /** The credits of seats that were bought. */
  grantSeats(at: Instant, count: number): void {
    this.quota.addSeats(at, count)
  }

  /** Whoever listens is told the seats, and who holds another one than before. */
  tellSeats(at: Instant): void {
    const { recorder, gatekeeper } = this
    if (recorder === undefined) return
    const { plan, extraSeats } = this.subscription.now
    const { limits, held } = gatekeeper?.members ?? {
      limits: seatLimitsOf(plan.plan, extraSeats),
      held: NOBODY_SEATED,
    }
    const reseated = gatekeeper?.members.reseated() ?? []
    recorder.seated(at, { plan: plan.id, extraSeats, limits, held }, reseated)
  }

  isDowngrade(next: Subscribed): boolean {
    return isDowngrade(this.subscription.now, next, this.terms.ladder)
  }

  /** The run ends, or the account does: a period that is still open ends early. */
  finish(end: Instant): Totals {
    if (this.period.start < end) {
      if (end === this.closesAt) this.closeWithin(end)
      else this.cutAt(end)
    }
    this.totals.remainingCredits = this.credits.balance
    this.totals.deficitCredits = this.overage.deficit.credits
    checkTotals(this.totals)
    return this.totals
  }

  /** Nothing of the account goes on: its period ends here, and like a cancellation it loses what is unused. */
  private closeWithin(end: Instant): void {
    this.moment.period = { ...this.period, end }
    if (end < this.subscription.term.end) this.recorder?.termCutShort(end)
    this.close()
  }

  /**
   * Because the cycle restarted, the run ends within a period. It is told up to here, and the overage it has so far is
   * charged, so that nothing that was used is left out.
   */
  private cutAt(end: Instant): void {
    const cut: Period = { ...this.period, end, isCut: true }
    this.overage.charge(this.plan, cut)
    if (this.recorder !== undefined) this.tellClosed(this.recorder, cut)
  }

  private tellClosed(recorder: Recorder, period: Period): void {
    recorder.periodClosed(period, this.credits.balance, this.credits.rolledOver, this.usage.ofPeriod)
  }

  /** What is counted by the period is counted from nothing. */
  private startPeriod(): void {
    this.usage.startPeriod()
    this.overage.startPeriod()
    if (this.funds !== null) this.funds.startPeriod()
    if (this.gatekeeper !== null) this.gatekeeper.startPeriod()
  }

  private startTerm(): void {
    this.usage.startTerm()
    this.credits.startTerm()
    this.subscription.startTerm()
    if (this.terms.offers) this.subscription.applyOffer()
  }

  private openTrial(): void {
    const { trial } = this.terms
    if (trial === null) return
    const { start, end } = this.period
    this.credits.grant(start, this.period, 'gift', trial.credits, trial.creditsExpire ? end : Infinity)
  }

  /** Whether what the period leaves is lost with it; `ending` is what waited for its end. */
  private losesUnused(ending: Pending | null, end: Instant): boolean {
    if (this.isSteppedDown || end === this.closesAt) return true
    return ending !== null && losesUnused(ending, this.subscription.now, this.terms.ladder)
  }

  private carryOut(pending: Pending): void {
    this.pending = null
    const next = afterTerm(pending, this.subscription.now, onFreePlan(this.terms))
    this.moveTo(this.period.start, next)
  }
}

const NOBODY_SEATED = { full: 0, basic: 0, locked: 0 }

const subscribedAtFirst = ({ plan, billing, extraSeats }: AccountTerms): Subscribed => ({
  plan,
  billing,
  extraSeats,
})
