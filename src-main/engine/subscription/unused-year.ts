import type { Money } from '../exact/amount.ts'
import { atThePricePaid, type PaidTerm } from './paid-term.ts'
import { unusedPaidMonths, unusedSeatMonths } from './plan-change.ts'
import { shareOfPaid } from './share-of-paid.ts'
import { planCredit, seatsCredit, type TermLine } from './term-line.ts'

/**
 * An annual term that starts anew gives back what it has left of what was paid: of the plan its paid months that had
 * not begun, of extra seats all their months. Source: facts §5 and §6.
 */
export function unusedYear(paid: PaidTerm, monthsBegun: number, minor: Money): readonly TermLine[] {
  const plan = shareOfPaid(paid.plan, unusedPaidMonths(monthsBegun), minor)
  const seats = shareOfPaid(paid.seats, unusedSeatMonths(monthsBegun), minor)
  return [
    planCredit(paid, plan.credit, () =>
      plan.working(`paid months that had not begun${atThePricePaid(paid)}`),
    ),
    seatsCredit(paid, seats.credit, () => seats.working('months that had not begun')),
  ]
}
