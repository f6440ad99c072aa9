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
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #now: Subscribed
  #term: Term = NO_TERM
  /** Null while the term was only paid in full at its start, as most are. */
  #paid: PaidTerm | null = null
  /** When the running term was first paid for; `Infinity` while nothing was. */
  #paidOn: Instant = Infinity
  /** The anchor of the cycle the term began in, and its month there: a year's months are that cycle's. */
  #anchor: Instant = 0
  #firstMonth = 0
  /** Whether a first-term offer came off a price before. */
  #hadOffer = false

  constructor(subscribed: Subscribed, totals: Totals, recorder: Recorder | undefined) {
    this.#now = subscribed
    this.#totals = totals
    this.#recorder = recorder
  }

  /** Another account's from now on, which has paid nothing. */
  restart(subscribed: Subscribed): void {
    this.#now = subscribed
    this.#term = NO_TERM
    this.#paid = null
    this.#paidOn = Infinity
    this.#anchor = 0
    this.#firstMonth = 0
    this.#hadOffer = false
  }

  get now(): Subscribed {
    return this.#now
  }

  get term(): Term {
    return this.#term
  }

  /** Another plan or number of seats from now on; money is another matter. */
  set(subscribed: Subscribed): void {
    this.#now = subscribed
  }

  /** A new term starts with the period the cycle is in, and is paid in advance. */
  startTerm(cycle: Cycle): void {
    const now = this.#now
    const { months, price, line } = termOf(now)
    const term = months === 1 ? cycle.period : cycle.spanAhead(months)
    this.#term = term
    this.#paid = null
    this.#anchor = cycle.anchor
    this.#firstMonth = cycle.index
    this.#paidOn = price > 0 ? term.start : Infinity
    // Most terms are billed with nobody writing them down, and there are millions of them.
    if (this.#recorder === undefined) this.#totals.subscription += line
    else this.#chargeTerm(term.start, now)
    if (now.extraSeats > 0) this.#chargeSeats(term.start, now)
  }

  #chargeTerm(at: Instant, now: Subscribed): void {
    const isAnnual = monthsOf(now) > 1
    const price = whole(planPrice(now))
    this.#charge(at, lineAmount(price, now.plan.minor), () => ({
      kind: 'subscription',
      description: `${now.plan.name} subscription, ${isAnnual ? 'annual' : 'monthly'}`,
      source: priceSource(now),
      ...inFull(price, isAnnual ? 'a year' : 'a month'),
    }))
  }

  #chargeSeats(at: Instant, now: Subscribed): void {
    const [price, quantity] = [seatsPrice(now), now.extraSeats * SEAT]
    this.#charge(at, lineAmount(price, now.plan.minor), () => ({
      kind: 'seats',
      description: 'Extra Full seats',
      source: seatSource(now),
      quantity,
      ...inFull(price, 'for the term', quantity),
    }))
  }

  /** A first-term offer comes off the price just charged, once in the account's life. Source: facts §1.1. */
  applyOffer(): void {
    if (this.#hadOffer) return
    const { plan } = this.#now
    const offer = monthsOf(this.#now) > 1 ? plan.offers.annual : plan.offers.monthly
    if (offer === null) return
    this.#hadOffer = true
    const price = whole(planPrice(this.#now))
    const percent = { part: offer.percentMicros, whole: WHOLE_PERCENT }
    const reduction = lineAmount(times(price, percent.part, percent.whole), plan.minor)
    this.#paid = withOffer(this.#paidTerm(), reduction)
    this.#charge(this.#term.start, givenBack(reduction), () => ({
      kind: 'offer',
      description: offer.name,
      source: offer.source,
      ...percentOf(negative(price), percent),
    }))
  }

  /** More seats in the middle of a term: the share of it that is left is charged. */
  addSeats(at: Instant, count: number): void {
    const paid = this.#paidTerm()
    const before = seatsPrice(this.#now)
    this.#now = { ...this.#now, extraSeats: this.#now.extraSeats + count }
    const more = minus(seatsPrice(this.#now), before)
    const { due } = this.#sharesAt(at)
    const amount = lineAmount(times(more, due.part, due.whole), this.#now.plan.minor)
    const working = (quantity: number) => inPart(more, due, 'of the term', quantity)
    this.#bill(at, [onTop(seatsRest(this.#now, amount, working, count))])
    this.#paid = withSeats(paid, this.#now, more, amount)
  }

  /** Moves to `next` in the middle of a term and bills it as `mode` says; the term stays, unless it restarts. */
  change(at: Instant, next: Subscribed, mode: PlanChangeMode): void {
    const { lines, paid } = this.#changeTo(at, next, mode)
    this.#bill(at, lines)
    this.#paid = paid
    this.#now = next
  }

  /** When the running term was first paid for; null where nothing was, or all of it was given back. */
  get paidOn(): Instant | null {
    return refundable(this.#paidTerm()) > 0 ? this.#paidOn : null
  }

  /** Gives back all that was paid for the running term, for all of its time. */
  refund(at: Instant): void {
    this.#bill(at, refundLines(this.#paidTerm()), this.#term.start)
  }

  #changeTo(at: Instant, next: Subscribed, mode: PlanChangeMode): TermChange {
    const paid = this.#paidTerm()
    const { minor } = this.#now.plan
    switch (mode) {
      case 'restartCycle':
        return {
          lines: monthsOf(this.#now) === 1 ? [] : unusedYear(paid, this.#monthsBegun(at), minor),
          paid,
        }
      case 'prorated':
        return proratedChange(paid, next, this.#sharesAt(at), minor)
      case 'difference':
        return differenceChange(paid, next, minor)
      case 'doNotBill':
        return { lines: [], paid }
    }
  }

  /** Months of an annual term that had begun before `at`. */
  #monthsBegun(at: Instant): number {
    let begun = 0
    while (begun < MONTHS_A_YEAR && cycleStart(this.#anchor, this.#firstMonth + begun) < at) begun += 1
    return begun
  }

  /** What was paid for the running term so far. */
  #paidTerm(): PaidTerm {
    return this.#paid ?? paidInFull(this.#now)
  }

  #sharesAt(at: Instant): RemainingShares {
    const { plan } = this.#now
    const term = { ...this.#term, anchor: this.#anchor }
    return remainingShares(term, at, plan.prorationUnit, plan.changeDay)
  }

  #bill(at: Instant, lines: readonly TermLine[], from = at): void {
    for (const { amount, describe } of lines) this.#charge(at, amount, describe, from)
  }

  /** Up to the end of the term. `describe` is only asked when somebody writes the line down. */
  #charge(at: Instant, { amount, exact }: LineAmount, describe: TermLine['describe'], from = at): void {
    // Less than half a cent is no line, but may be one with what else is on an invoice that rounds its sum.
    if (amount === 0 && (isZero(exact) || this.#now.plan.rounding !== 'invoice')) return
    if (amount > 0) this.#paidOn = Math.min(this.#paidOn, at)
    this.#totals.subscription += amount
    this.#recorder?.charged(at, {
      quantity: null,
      ...describe(),
      from,
      to: this.#term.end,
      amount,
      exact,
    })
  }
}
