import type { Billing, PlanChangeMode } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Money } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { ChargeLine, Recorder } from '../simulate/recorder.ts'
import type { Totals } from '../simulate/totals.ts'
import type { Cycle } from './cycle.ts'
import { inFull, inPart, percentOf, withoutExcess } from './line-working.ts'
import { planChangeCost, unusedPaidMonths, unusedSeatMonths } from './plan-change.ts'
import { type RemainingShares, remainingShares, type Term } from './proration.ts'
import type { Share } from '../exact/percent.ts'

const MONTHS_A_YEAR = 12

/** What an account subscribes to. On `annual`, a plan without an annual price is paid monthly. */
export interface Subscribed {
  readonly plan: CompiledPlan
  readonly billing: Billing
  readonly extraSeats: number
}

/** The subscription's money: terms paid in advance, seats with them, and what a change in the middle costs. */
export class Subscription {
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #now: Subscribed
  #term: Term = { start: -Infinity, end: -Infinity }
  /** What was charged for the term so far, less what was given back. */
  #paid: Money = 0
  /** Of that, for extra seats. */
  #paidForSeats: Money = 0
  /** Whether a first-term offer came off a price before. */
  #hadOffer = false

  constructor(subscribed: Subscribed, totals: Totals, recorder: Recorder | undefined) {
    this.#now = subscribed
    this.#totals = totals
    this.#recorder = recorder
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
  startTerm(at: Instant, cycle: Cycle): void {
    const now = this.#now
    const months = monthsOf(now)
    this.#term = months === 1 ? cycle.period : { start: at, end: cycle.startAhead(months) }
    this.#paid = 0
    this.#paidForSeats = 0
    // Most terms are billed with nobody writing them down, and there are millions of them.
    if (this.#recorder === undefined) this.#add(planPrice(now))
    else this.#chargeTerm(at, now)
    if (now.extraSeats > 0) this.#chargeSeats(at, 0, null)
  }

  #chargeTerm(at: Instant, now: Subscribed): void {
    const months = monthsOf(now)
    this.#charge(at, planPrice(now), () => ({
      kind: 'subscription',
      description: `${now.plan.name} subscription, ${months > 1 ? 'annual' : 'monthly'}`,
      source: priceSource(now),
      ...inFull(planPrice(now), months > 1 ? 'a year' : 'a month'),
    }))
  }

  /** A first-term offer comes off the price just charged, once in the account's life. Source: facts §1.1. */
  applyOffer(at: Instant): void {
    if (this.#hadOffer) return
    const { plan } = this.#now
    const offer = monthsOf(this.#now) > 1 ? plan.offers.annual : plan.offers.monthly
    if (offer === null) return
    this.#hadOffer = true
    const reduction = roundedShare(planPrice(this.#now), offer.percentMicros, WHOLE_PERCENT, plan.minor)
    this.#charge(at, -reduction, () => ({
      kind: 'offer',
      description: offer.name,
      source: offer.source,
      ...percentOf(-planPrice(this.#now), offer.percentMicros),
    }))
  }

  /** More seats in the middle of a term: the share of it that is left is charged. */
  addSeats(at: Instant, count: number): void {
    const before = this.#now.extraSeats
    this.#now = { ...this.#now, extraSeats: before + count }
    this.#chargeSeats(at, before, this.#sharesAt(at).due)
  }

  /** Moves to `next` in the middle of a term and bills it as `mode` says; the term stays, unless it restarts. */
  change(at: Instant, next: Subscribed, mode: PlanChangeMode): void {
    const old = this.#now
    const prices = { old: fullPrice(old), next: fullPrice(next) }
    const shares = this.#sharesAt(at)
    const cost = planChangeCost(mode, prices, shares, old.plan.minor)
    const isInPart = mode === 'prorated'
    if (mode === 'restartCycle') this.#creditUnusedYear(at)
    // Nobody gets back more than was paid: an offer or an unbilled upgrade may have cost less than the price.
    const credit = Math.min(cost.credit, Math.max(0, this.#paid))
    this.#charge(at, -credit, () => ({
      kind: 'proration',
      description: `Unused part of ${old.plan.name}`,
      source: priceSource(old),
      ...withoutExcess(
        isInPart ? inPart(-prices.old, shares.unused, 'of the term') : inFull(-prices.old, 'for the term'),
        cost.credit - credit,
      ),
    }))
    this.#now = next
    if (mode === 'restartCycle') return
    // Seats the new plan includes are its price from now on.
    this.#paidForSeats = Math.min(this.#paidForSeats, prices.next - planPrice(next))
    this.#charge(at, cost.charge, () => ({
      kind: 'proration',
      description: `Rest of the term on ${next.plan.name}`,
      source: priceSource(next),
      ...(isInPart ? inPart(prices.next, shares.due, 'of the term') : inFull(prices.next, 'for the term')),
    }))
  }

  /**
   * A term that starts anew credits what an annual one has left in paid months, and a monthly one nothing. Nobody gets
   * back more than was paid: an offer may have cost less than the price, and seats may have been bought later.
   */
  #creditUnusedYear(at: Instant): void {
    const now = this.#now
    const { plan, extraSeats } = now
    if (monthsOf(now) === 1) return
    let begun = 0
    while (begun < MONTHS_A_YEAR && cycleStart(this.#term.start, begun) < at) begun += 1
    const [months, seatMonths] = [unusedPaidMonths(begun), unusedSeatMonths(begun)]
    const price = planPrice(now)
    const forPlan = limitedCredit(price, months, this.#paid - this.#paidForSeats, plan.minor)
    this.#charge(at, -forPlan.amount, () => ({
      kind: 'proration',
      description: `Unused part of ${plan.name}`,
      source: priceSource(now),
      ...withoutExcess(inPart(-price, months, 'paid months that had not begun'), forPlan.excess),
    }))
    const { seats } = plan
    if (seats === null || extraSeats === 0) return
    const seatPrice = fullPrice(now) - price
    const forSeats = limitedCredit(seatPrice, seatMonths, this.#paidForSeats, plan.minor)
    this.#charge(at, -forSeats.amount, () => ({
      kind: 'seats',
      description: 'Unused part of extra Full seats',
      source: seats.source,
      ...withoutExcess(inPart(-seatPrice, seatMonths, 'months that had not begun'), forSeats.excess),
    }))
  }

  /** The seats beyond `before`, for the whole term or the share of it that is left. */
  #chargeSeats(at: Instant, before: number, left: Share | null): void {
    const { plan, extraSeats } = this.#now
    const { seats } = plan
    if (seats === null) return
    const more =
      (seats.charge.price(extraSeats * SEAT) - seats.charge.price(before * SEAT)) * monthsOf(this.#now)
    const amount = left === null ? more : signedShare(more, left, plan.minor)
    this.#paidForSeats += amount
    this.#charge(at, amount, () => ({
      kind: 'seats',
      description: left === null ? 'Extra Full seats' : 'Extra Full seats, rest of the term',
      source: seats.source,
      quantity: (extraSeats - before) * SEAT,
      ...(left === null
        ? inFull(more, 'for the term', (extraSeats - before) * SEAT)
        : inPart(more, left, 'of the term', (extraSeats - before) * SEAT)),
    }))
  }

  #sharesAt(at: Instant): RemainingShares {
    const { plan } = this.#now
    return remainingShares(this.#term, at, plan.prorationUnit, plan.changeDay)
  }

  #add(amount: Money): void {
    this.#totals.subscription += amount
    this.#paid += amount
  }

  /** `describe` is only asked when somebody writes the line down. */
  #charge(at: Instant, amount: Money, describe: () => Description): void {
    if (amount === 0) return
    this.#add(amount)
    this.#recorder?.charged(at, {
      quantity: null,
      ...describe(),
      from: at,
      to: this.#term.end,
      amount,
    })
  }
}

type Description = Pick<ChargeLine, 'kind' | 'description' | 'source' | 'working' | 'exact'> &
  Partial<Pick<ChargeLine, 'quantity'>>

/** Quantities of charges are micros; so is a number of seats. */
const SEAT = 1_000_000

const monthsOf = ({ plan, billing }: Subscribed): number =>
  billing === 'annual' && plan.annualPrice !== null ? MONTHS_A_YEAR : 1

const planPrice = (subscribed: Subscribed): Money =>
  monthsOf(subscribed) > 1 ? (subscribed.plan.annualPrice ?? 0) : subscribed.plan.monthlyPrice

const priceSource = (subscribed: Subscribed): string => {
  const { price } = subscribed.plan.plan
  return monthsOf(subscribed) > 1 && price.annual !== null ? price.annual.source : price.monthly.source
}

/** A share of a price, but no more than was paid for it, and what it would have been beyond that. */
function limitedCredit(price: Money, { part, whole }: Share, paid: Money, minor: Money) {
  const share = roundedShare(price, part, whole, minor)
  const amount = Math.min(share, Math.max(0, paid))
  return { amount, excess: share - amount }
}

/** A volume schedule may make more seats cheaper, so the change of price may be negative. */
const signedShare = (amount: Money, { part, whole }: Share, minor: Money): Money =>
  amount < 0 ? -roundedShare(-amount, part, whole, minor) : roundedShare(amount, part, whole, minor)

/** A term's price with its extra seats. */
function fullPrice(subscribed: Subscribed): Money {
  const { plan, extraSeats } = subscribed
  const seats = plan.seats === null ? 0 : plan.seats.charge.price(extraSeats * SEAT)
  return planPrice(subscribed) + seats * monthsOf(subscribed)
}
