import type { PlanChangeMode } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { cycleStart, MONTHS_A_YEAR } from '../calendar/cycle.ts'
import { givenBack, lineAmount, type LineAmount } from '../exact/line-amount.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { isZero, minus, negative, times, whole } from '../exact/rational.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'
import type { Cycle } from './cycle.ts'
import { differenceChange } from './difference-change.ts'
import { inFull, inPart, percentOf } from './line-working.ts'
import { type PaidTerm, paidInFull, withOffer, withSeats } from './paid-term.ts'
import { proratedChange } from './prorated-change.ts'
import { type RemainingShares, remainingShares, type Term } from './proration.ts'
import { refundable, refundLines } from './refund.ts'
import {
  monthsOf,
  planPrice,
  priceSource,
  SEAT,
  seatSource,
  seatsPrice,
  type Subscribed,
  termOf,
} from './subscribed.ts'
import { onTop, seatsRest, type TermChange, type TermLine } from './term-line.ts'
import { unusedYear } from './unused-year.ts'

export type { Subscribed }

/** Before the first term. */
const NO_TERM: Term = { start: -Infinity, end: -Infinity }

/** The subscription's money: terms paid in advance, seats with them, and what a change in the middle costs. */
export class Subscription {
  declare private readonly cycle: Cycle
  declare private readonly totals: Totals
  declare private readonly recorder: Recorder | undefined
  declare private subscribed: Subscribed
  private running: Term = NO_TERM
  /** Terms begun so far. */
  private termsBegun = 0
  /** Null while the term was only paid in full at its start, as most are. */
  private paid: PaidTerm | null = null
  /** When the running term was first paid for; `Infinity` while nothing was. */
  private firstPaidOn: Instant = Infinity
  /** The month of the cycle that the term began with: whenever the cycle starts anew, so does the term. */
  private firstMonth = 0
  /** Whether a first-term offer came off a price before. */
  private hadOffer = false

  constructor(subscribed: Subscribed, cycle: Cycle, totals: Totals, recorder: Recorder | undefined) {
    this.subscribed = subscribed
    this.cycle = cycle
    this.totals = totals
    this.recorder = recorder
  }

  /** Another account's from now on, which has paid nothing. */
  restart(subscribed: Subscribed): void {
    this.subscribed = subscribed
    this.running = NO_TERM
    this.termsBegun = 0
    this.paid = null
    this.firstPaidOn = Infinity
    this.firstMonth = 0
    this.hadOffer = false
  }

  get now(): Subscribed {
    return this.subscribed
  }

  get term(): Term {
    return this.running
  }

  /** Another plan or number of seats from now on; money is another matter. */
  set(subscribed: Subscribed): void {
    this.subscribed = subscribed
  }

  /** A new term starts with the period the cycle is in, and is paid in advance. */
  startTerm(): void {
    const now = this.subscribed
    const { cycle } = this
    const { months, price, line } = termOf(now)
    const term = months === 1 ? cycle.period : cycle.spanAhead(months)
    const before = this.running.end
    this.running = term
    this.termsBegun += 1
    this.paid = null
    this.firstMonth = cycle.index
    this.firstPaidOn = price > 0 ? term.start : Infinity
    // Most terms are billed with nobody writing them down, and there are millions of them.
    if (this.recorder === undefined) this.totals.subscription += line
    else this.tellTerm(this.recorder, term.start, before)
    if (now.extraSeats > 0) this.chargeSeats(term.start, now)
  }

  private tellTerm(recorder: Recorder, at: Instant, endBefore: Instant): void {
    if (at < endBefore) recorder.termCutShort(at)
    this.chargeTerm(at, this.subscribed)
  }

  private chargeTerm(at: Instant, now: Subscribed): void {
    const isAnnual = monthsOf(now) > 1
    const price = whole(planPrice(now))
    this.charge(at, lineAmount(price, now.plan.minor), () => ({
      kind: 'subscription',
      description: `${now.plan.name} subscription, ${isAnnual ? 'annual' : 'monthly'}`,
      source: priceSource(now),
      ...inFull(price, isAnnual ? 'a year' : 'a month'),
    }))
  }

  private chargeSeats(at: Instant, now: Subscribed): void {
    const [price, quantity] = [seatsPrice(now), now.extraSeats * SEAT]
    this.charge(at, lineAmount(price, now.plan.minor), () => ({
      kind: 'seats',
      description: 'Extra Full seats',
      source: seatSource(now),
      quantity,
      ...inFull(price, 'for the term', quantity),
    }))
  }

  /** A first-term offer comes off the price just charged, once in the account's life. Source: facts §1.1. */
  applyOffer(): void {
    if (this.hadOffer) return
    const { plan } = this.subscribed
    const offer = monthsOf(this.subscribed) > 1 ? plan.offers.annual : plan.offers.monthly
    if (offer === null) return
    this.hadOffer = true
    const price = whole(planPrice(this.subscribed))
    const percent = { part: offer.percentMicros, whole: WHOLE_PERCENT }
    const reduction = lineAmount(times(price, percent.part, percent.whole), plan.minor)
    this.paid = withOffer(this.paidTerm(), reduction)
    this.charge(this.running.start, givenBack(reduction), () => ({
      kind: 'offer',
      description: offer.name,
      source: offer.source,
      ...percentOf(negative(price), percent),
    }))
  }

  /** More seats in the middle of a term: the share of it that is left is charged. */
  addSeats(at: Instant, count: number): void {
    const paid = this.paidTerm()
    const before = seatsPrice(this.subscribed)
    this.subscribed = { ...this.subscribed, extraSeats: this.subscribed.extraSeats + count }
    const more = minus(seatsPrice(this.subscribed), before)
    const { due } = this.sharesAt(at)
    const amount = lineAmount(times(more, due.part, due.whole), this.subscribed.plan.minor)
    const working = (quantity: number) => inPart(more, due, 'of the term', quantity)
    this.bill(at, [onTop(seatsRest(this.subscribed, amount, working, count))])
    this.paid = withSeats(paid, this.subscribed, more, amount)
  }

  /** Moves to `next` in the middle of a term and bills it as `mode` says; the term stays, unless it restarts. */
  change(at: Instant, next: Subscribed, mode: PlanChangeMode): void {
    const { lines, paid } = this.changeTo(at, next, mode)
    this.bill(at, lines)
    this.paid = paid
    this.subscribed = next
  }

  /** When the running term was first paid for; null where nothing was, or all of it was given back. */
  get paidOn(): Instant | null {
    return refundable(this.paidTerm()) > 0 ? this.firstPaidOn : null
  }

  /** Gives back all that was paid for the running term, for all of its time. */
  refund(at: Instant): void {
    this.bill(at, refundLines(this.paidTerm()), this.running.start)
  }

  private changeTo(at: Instant, next: Subscribed, mode: PlanChangeMode): TermChange {
    const paid = this.paidTerm()
    const { minor } = this.subscribed.plan
    switch (mode) {
      case 'restartCycle':
        return {
          lines: monthsOf(this.subscribed) === 1 ? [] : unusedYear(paid, this.monthsBegun(at), minor),
          paid,
        }
      case 'prorated':
        return proratedChange(paid, next, this.sharesAt(at), minor)
      case 'difference':
        return differenceChange(paid, next, minor)
      case 'doNotBill':
        return { lines: [], paid }
    }
  }

  /** Months of an annual term that had begun before `at`. */
  private monthsBegun(at: Instant): number {
    let begun = 0
    while (begun < MONTHS_A_YEAR && cycleStart(this.cycle.anchor, this.firstMonth + begun) < at) begun += 1
    return begun
  }

  /** What was paid for the running term so far. */
  private paidTerm(): PaidTerm {
    return this.paid ?? paidInFull(this.subscribed)
  }

  private sharesAt(at: Instant): RemainingShares {
    const { plan } = this.subscribed
    const term = { ...this.running, anchor: this.cycle.anchor }
    return remainingShares(term, at, plan.prorationUnit, plan.changeDay)
  }

  private bill(at: Instant, lines: readonly TermLine[], from = at): void {
    for (const { amount, describe } of lines) this.charge(at, amount, describe, from)
  }

  /** Up to the end of the term. `describe` is only asked when somebody writes the line down. */
  private charge(
    at: Instant,
    { amount, exact }: LineAmount,
    describe: TermLine['describe'],
    from = at,
  ): void {
    // Less than half a cent is no line, but may be one with what else is on an invoice that rounds its sum.
    if (amount === 0 && (isZero(exact) || this.subscribed.plan.rounding !== 'invoice')) return
    if (amount > 0) this.firstPaidOn = Math.min(this.firstPaidOn, at)
    this.totals.subscription += amount
    this.recorder?.charged(at, {
      quantity: null,
      ...describe(),
      from,
      to: this.running.end,
      term: this.termsBegun,
      amount,
      exact,
    })
  }
}
