import type { Money } from '../exact/amount.ts'
import type { Share } from '../exact/percent.ts'
import { roundedShare } from '../exact/round.ts'
import { inPart, type LineWorking, withoutExcess } from './line-working.ts'
import { atThePricePaid, type PaidPart, type PaidTerm } from './paid-term.ts'
import { unusedPaidMonths, unusedSeatMonths } from './plan-change.ts'
import { planCredit, seatsCredit, type TermLine } from './term-line.ts'

/**
 * An annual term that starts anew gives back what it has left of what was paid: of the plan its paid months that had
 * not begun, of extra seats all their months. Source: facts §5 and §6.
 */
export function unusedYear(paid: PaidTerm, monthsBegun: number, minor: Money): readonly TermLine[] {
  const plan = limitedCredit(paid.plan, unusedPaidMonths(monthsBegun), minor)
  const seats = limitedCredit(paid.seats, unusedSeatMonths(monthsBegun), minor)
  return [
    planCredit(paid, plan.amount, () =>
      plan.working(`paid months that had not begun${atThePricePaid(paid)}`),
    ),
    seatsCredit(paid, seats.amount, () => seats.working('months that had not begun')),
  ]
}

/** A share of a price, but no more than was paid: what was bought later was not paid for the whole year. */
function limitedCredit(
  { price, paid }: PaidPart,
  share: Share,
  minor: Money,
): { readonly amount: Money; readonly working: (what: string) => LineWorking } {
  const full = roundedShare(price, share.part, share.whole, minor)
  const amount = Math.min(full, Math.max(0, paid))
  return { amount, working: (what) => withoutExcess(inPart(-price, share, what), full - amount) }
}
