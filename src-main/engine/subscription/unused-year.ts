import { MONTHS_A_YEAR } from '../calendar/cycle.ts'
import type { Money } from '../exact/amount.ts'
import type { Share } from '../exact/percent.ts'
import type { CompiledFreeMonths } from '../plan/compiled-plan.ts'
import { atThePricePaid, type PaidTerm } from './paid-term.ts'
import { shareOfPaid } from './share-of-paid.ts'
import { planCredit, seatsCredit, type TermLine } from './term-line.ts'

/**
 * An annual term that starts anew gives back what it has left of what was paid: of the plan its months that had not
 * begun and were paid for, of extra seats all their months, none of which is free. With two of a year's months free and
 * last, ten are paid for: 220.00 left when seven have begun gives 66.00 back, and nothing when ten have. Source: facts §5
 * and §6.
 */
export function unusedYear(paid: PaidTerm, monthsBegun: number, minor: Money): readonly TermLine[] {
  const { freeMonths } = paid
  const plan = shareOfPaid(paid.plan, unusedMonths(monthsBegun, freeMonths), minor)
  const seats = shareOfPaid(paid.seats, unusedMonths(monthsBegun, NONE_FREE), minor)
  const months = paidMonths(freeMonths) < MONTHS_A_YEAR ? 'paid months' : 'months'
  return [
    planCredit(paid, plan.credit, () => plan.working(`${months} that had not begun${atThePricePaid(paid)}`)),
    seatsCredit(paid, seats.credit, () => seats.working('months that had not begun')),
  ]
}

const NONE_FREE: CompiledFreeMonths = { count: 0, fall: 'last' }

/** The paid months of a year that had not begun. */
function unusedMonths(begun: number, free: CompiledFreeMonths): Share {
  const whole = paidMonths(free)
  return { part: Math.max(0, whole - begun), whole }
}

/** How many months from its first the year's price pays for: all of them, where those that are free are spread over it. */
function paidMonths({ count, fall }: CompiledFreeMonths): number {
  switch (fall) {
    case 'last':
      return MONTHS_A_YEAR - count
    case 'spread':
      return MONTHS_A_YEAR
  }
}
