import type { Plan, Sourced } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { MONTHS_A_YEAR } from '../calendar/cycle.ts'
import { toMicros } from '../exact/amount.ts'

type Price = Plan['price']

/**
 * A plan's price with what was agreed in place of its own; `agreed` cites it. Free months belong to the annual price they
 * are part of. An agreed one has those that were agreed with it; where that is left open, the plan's own where it
 * costs as many months as they leave to pay (two free months: a year costs ten), else none. So 1,200 a year at 100 a
 * month has no free month, whatever the plan's list price has.
 */
export function agreedPrice(
  price: Price,
  { monthly, annual, freeMonths }: CustomTerms,
  agreed: <T>(value: T) => Sourced<T>,
): Price {
  const prices = {
    monthly: monthly === undefined ? price.monthly : agreed(monthly),
    annual: annual === undefined ? price.annual : agreed(annual),
  }
  if (freeMonths !== undefined) return { ...prices, freeMonths: agreed(freeMonths) }
  const own = price.freeMonths
  if (own === undefined) return prices
  return annual === undefined || costsMonths(prices, MONTHS_A_YEAR - own.value)
    ? { ...prices, freeMonths: own }
    : prices
}

/** Whether a year costs as much as so many months. */
const costsMonths = ({ monthly, annual }: Price, months: number): boolean =>
  annual !== null && toMicros(annual.value) === toMicros(monthly.value) * months
