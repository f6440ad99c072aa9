import type { PlanChangeMode } from '#shared/account.ts'
import type { Money } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import type { RemainingShares } from './proration.ts'
import type { Share } from '../exact/percent.ts'

/** What a plan change costs at once: what is credited for the old plan and what is charged for the new one. */
export interface PlanChangeCost {
  readonly credit: Money
  readonly charge: Money
}

/**
 * The money of a plan change in the middle of a term, for every way vendors bill it. Each side is a line of its
 * own and is rounded by itself. Source: facts §5 and the golden numbers of §9.7 (30 → 80 with half of the term
 * left: +25.00 prorated, +50.00 difference, +80.00 in full).
 */
export function planChangeCost(
  mode: PlanChangeMode,
  prices: { readonly old: Money; readonly next: Money },
  shares: RemainingShares,
  minor: Money,
): PlanChangeCost {
  switch (mode) {
    case 'restartCycle':
      return { credit: 0, charge: prices.next }
    case 'prorated':
      return {
        credit: roundedShare(prices.old, shares.unused.part, shares.unused.whole, minor),
        charge: roundedShare(prices.next, shares.due.part, shares.due.whole, minor),
      }
    case 'difference':
      return { credit: prices.old, charge: prices.next }
    case 'doNotBill':
      return { credit: 0, charge: 0 }
  }
}

const MONTHS_A_YEAR = 12

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
