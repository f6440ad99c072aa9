import type { Money } from '../exact/amount.ts'
import { lineAmount } from '../exact/line-amount.ts'
import { type Rational, times, whole } from '../exact/rational.ts'
import { inPart } from './line-working.ts'
import { atThePricePaid, keptFrom, type PaidPart, type PaidTerm, paidAt } from './paid-term.ts'
import type { RemainingShares } from './proration.ts'
import { shareOfPaid } from './share-of-paid.ts'
import { planPrice, seatsPrice, type Subscribed } from './subscribed.ts'
import { planCredit, planRest, seatsCredit, seatsRest, type TermChange } from './term-line.ts'

/**
 * The unused share of what was paid comes back, and the rest of the term on the new plan is charged: from 30.00 to
 * 80.00 with half of the term left, 40.00 − 15.00. What an offer took off, or an unbilled upgrade would have cost, was
 * not paid, so no share of it comes back. Seats that were bought later were paid for what was left of the term then: of
 * their price the same share is left now as of any other. Plan and seats are lines of their own, as they were when they
 * were paid, and each rounds once. Source: facts §5 and the golden numbers of §9.7.
 */
export function proratedChange(
  paid: PaidTerm,
  next: Subscribed,
  shares: RemainingShares,
  minor: Money,
): TermChange {
  const prices = { plan: whole(planPrice(next)), seats: seatsPrice(next) }
  const plan = proratedPart(paid.plan, prices.plan, shares, minor)
  const seats = proratedPart(paid.seats, prices.seats, shares, minor)
  const { due } = shares
  const rest = paidAt(next, plan.charge, seats.charge)
  return {
    lines: [
      planCredit(paid, plan.credit, () => plan.working(`of the term${atThePricePaid(paid)}`)),
      seatsCredit(paid, seats.credit, () => seats.working('of the term')),
      planRest(next, plan.charge, () => inPart(prices.plan, due, 'of the term')),
      seatsRest(next, seats.charge, (count) => inPart(prices.seats, due, 'of the term', count)),
    ],
    paid: {
      ...rest,
      plan: { ...rest.plan, ...keptFrom(paid.plan, plan.credit) },
      seats: { ...rest.seats, ...keptFrom(paid.seats, seats.credit) },
    },
  }
}

/** What of one part comes back, and what is charged for its rest. */
const proratedPart = (part: PaidPart, next: Rational, { unused, due }: RemainingShares, minor: Money) => ({
  ...shareOfPaid(part, unused, minor),
  charge: lineAmount(times(next, due.part, due.whole), minor),
})
