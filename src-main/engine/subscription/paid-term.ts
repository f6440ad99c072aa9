import type { Money } from '../exact/amount.ts'
import { planPrice, priceSource, seatSource, seatsPrice, type Subscribed } from './subscribed.ts'

/** What was paid for one part of the running term: for the plan, or for extra seats. */
export interface PaidPart {
  /** What a whole term costs at the price that was paid: an offer is off it. */
  readonly price: Money
  /** What was paid and not given back; less than the price where it was bought in the middle of the term. */
  readonly paid: Money
  /** What was paid earlier in the term, for the time before a prorated change: no later change gives it back. */
  readonly kept: Money
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
  readonly plan: PaidPart
  readonly seats: PaidPart
}

export const paidInFull = (subscribed: Subscribed): PaidTerm =>
  paidAt(subscribed, planPrice(subscribed), seatsPrice(subscribed))

/** At the prices of the catalogue, with so much paid for the rest of the term. */
export const paidAt = (subscribed: Subscribed, forPlan: Money, forSeats: Money): PaidTerm => ({
  name: subscribed.plan.name,
  listPrice: planPrice(subscribed),
  plan: { price: planPrice(subscribed), paid: forPlan, kept: 0, source: priceSource(subscribed) },
  seats: { price: seatsPrice(subscribed), paid: forSeats, kept: 0, source: seatSource(subscribed) },
})

/** An offer has taken so much off the plan's price: that was never paid. */
export const withOffer = (term: PaidTerm, reduction: Money): PaidTerm => ({
  ...term,
  plan: { ...term.plan, price: term.plan.price - reduction, paid: term.plan.paid - reduction },
})

/** Seats of `more` a term were bought, for `amount`. */
export const withSeats = (term: PaidTerm, on: Subscribed, more: Money, amount: Money): PaidTerm => ({
  ...term,
  seats: {
    ...term.seats,
    price: term.seats.price + more,
    paid: term.seats.paid + amount,
    source: seatSource(on),
  },
})

/** What comes after a part of which so much was given back: the rest of it stays paid for the time before. */
export const keptFrom = ({ paid, kept }: PaidPart, credit: Money): Pick<PaidPart, 'kept'> => ({
  kept: kept + paid - credit,
})

/** Said of a share of a price that is not the catalogue's. */
export const atThePricePaid = ({ plan, listPrice }: PaidTerm): string =>
  plan.price === listPrice ? '' : ', at the price paid'
