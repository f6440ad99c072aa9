import type { Share } from '../exact/percent.ts'
import { MONTHS_A_YEAR } from './subscribed.ts'

/** Months of an annual price that are paid for; the others are free. Source: facts §1.1 and §5. */
const PAID_MONTHS = 10

/**
 * What is credited when an annual plan is left for another annual one: the paid months that had not begun. The
 * two free months come last, so nothing is credited for them.
 */
export const unusedPaidMonths = (monthsBegun: number): Share => ({
  part: Math.max(0, PAID_MONTHS - monthsBegun),
  whole: PAID_MONTHS,
})

/** The same of extra seats: they are paid for twelve months of the year, none of them free. Source: facts §6. */
export const unusedSeatMonths = (monthsBegun: number): Share => ({
  part: MONTHS_A_YEAR - monthsBegun,
  whole: MONTHS_A_YEAR,
})
