import type { Billing } from '#shared/account.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { type Rational, times, whole } from '../exact/rational.ts'
import type { CompiledPlan, CompiledTerm } from '../plan/compiled-plan.ts'

/** What an account subscribes to. On `annual`, a plan without an annual price is paid monthly. */
export interface Subscribed {
  readonly plan: CompiledPlan
  readonly billing: Billing
  readonly extraSeats: number
}

/** Quantities of charges are micros; so is a number of seats. */
export const SEAT = 1_000_000

/** What is paid for at once. */
export const termOf = ({ plan, billing }: Subscribed): CompiledTerm =>
  billing === 'annual' && plan.annual !== null ? plan.annual : plan.monthly

/** How long its term is. */
export const monthsOf = (subscribed: Subscribed): number => termOf(subscribed).months

/** A term's price without extra seats, as the catalogue has it: an invoice line rounds what becomes of it. */
export const planPrice = (subscribed: Subscribed): Money => termOf(subscribed).price

/** A term's price of the extra seats, unrounded. Without any there is nothing to pay, whatever is due for none. */
export const seatsPrice = (subscribed: Subscribed): Rational => {
  const { plan, extraSeats } = subscribed
  if (plan.seats === null || extraSeats === 0) return whole(0)
  return times(plan.seats.charge.exact(extraSeats * SEAT), monthsOf(subscribed), 1)
}

/** A month's credits, of the plan and of the extra seats. */
export const quotaOf = ({ plan, extraSeats }: Subscribed): Credits =>
  plan.quota + (plan.seats === null ? 0 : extraSeats * plan.seats.credits)

export function priceSource(subscribed: Subscribed): string {
  const { price } = subscribed.plan.plan
  return monthsOf(subscribed) > 1 && price.annual !== null ? price.annual.source : price.monthly.source
}

/** Of the price of extra seats; of the plan's where it sells none. */
export const seatSource = (subscribed: Subscribed): string =>
  subscribed.plan.seats?.source ?? priceSource(subscribed)
