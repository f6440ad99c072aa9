import type { Money } from '../exact/amount.ts'
import { less, lineAmount, type LineAmount, NO_AMOUNT, together } from '../exact/line-amount.ts'
import { isZero, minus, negative, plus, type Rational, whole } from '../exact/rational.ts'
import type { CompiledFreeMonths } from '../plan/compiled-plan.ts'
import { planPrice, priceSource, seatSource, seatsPrice, type Subscribed } from './subscribed.ts'

/** A price before any line of it is rounded; where an offer has taken something off it, both ways of rounding count. */
export interface TermPrice {
  /** Less what the offer's line shows: that is what was paid where lines round. */
  readonly shown: Rational
  /** Less the offer's percentage to the last fraction, for invoices that round their sum. */
  readonly exact: Rational
}

export const listed = (price: Rational): TermPrice => ({ shown: price, exact: price })

export const plusPrice = (a: TermPrice, b: TermPrice): TermPrice => ({
  shown: plus(a.shown, b.shown),
  exact: plus(a.exact, b.exact),
})

/** What was paid for one part of the running term: for the plan, or for extra seats. */
export interface PaidPart {
  /** What a whole term costs at the price that was paid: an offer is off it. */
  readonly price: TermPrice
  /** What was paid and not given back; less than the price where it was bought in the middle of the term. */
  readonly paid: LineAmount
  /** What was paid earlier in the term, for the time before a prorated change: no later change gives it back. */
  readonly kept: LineAmount
  readonly source: string
}

/**
 * The running term as it was billed. A change of plan that is not billed leaves it as it is: what was paid is still
 * for what was billed.
 */
export interface PaidTerm {
  /** The name of the plan that was billed, and its price in the catalogue. */
  readonly name: string
  readonly listPrice: Money
  /** Of an annual price, and where they fall. */
  readonly freeMonths: CompiledFreeMonths
  readonly plan: PaidPart
  readonly seats: PaidPart
}

export function paidInFull(subscribed: Subscribed): PaidTerm {
  const { minor } = subscribed.plan
  const plan = lineAmount(whole(planPrice(subscribed)), minor)
  return paidAt(subscribed, plan, lineAmount(seatsPrice(subscribed), minor))
}

/** At the prices of the catalogue, with so much paid for the rest of the term. */
export const paidAt = (subscribed: Subscribed, forPlan: LineAmount, forSeats: LineAmount): PaidTerm => ({
  name: subscribed.plan.name,
  listPrice: planPrice(subscribed),
  freeMonths: subscribed.plan.freeMonths,
  plan: {
    price: listed(whole(planPrice(subscribed))),
    paid: forPlan,
    kept: NO_AMOUNT,
    source: priceSource(subscribed),
  },
  seats: {
    price: listed(seatsPrice(subscribed)),
    paid: forSeats,
    kept: NO_AMOUNT,
    source: seatSource(subscribed),
  },
})

/** An offer has taken so much off the plan's price: that was never paid. */
export const withOffer = (term: PaidTerm, reduction: LineAmount): PaidTerm => ({
  ...term,
  plan: {
    ...term.plan,
    price: plusPrice(term.plan.price, { shown: whole(-reduction.amount), exact: negative(reduction.exact) }),
    paid: less(term.plan.paid, reduction),
  },
})

/** Seats of `more` a term were bought, for `amount`. */
export const withSeats = (term: PaidTerm, on: Subscribed, more: Rational, amount: LineAmount): PaidTerm => ({
  ...term,
  seats: {
    ...term.seats,
    price: plusPrice(term.seats.price, listed(more)),
    paid: together(term.seats.paid, amount),
    source: seatSource(on),
  },
})

/** What comes after a part of which so much was given back: the rest of it stays paid for the time before. */
export const keptFrom = ({ paid, kept }: PaidPart, credit: LineAmount): Pick<PaidPart, 'kept'> => ({
  kept: together(kept, less(paid, credit)),
})

/** Said of a share of a price that is not the catalogue's. */
export const atThePricePaid = ({ plan, listPrice }: PaidTerm): string =>
  isZero(minus(plan.price.shown, whole(listPrice))) ? '' : ', at the price paid'
