import type { Money } from '../exact/amount.ts'
import { inPart, withoutExcess } from './line-working.ts'
import { atThePricePaid, keptFrom, type PaidPart, type PaidTerm, paidAt } from './paid-term.ts'
import { planChangeCost } from './plan-change.ts'
import type { RemainingShares } from './proration.ts'
import { planPrice, seatsPrice, type Subscribed } from './subscribed.ts'
import { planCredit, planRest, seatsCredit, seatsRest, type TermChange } from './term-line.ts'

/**
 * The unused share of what was paid comes back, and the rest of the term on the new plan is charged. What an offer
 * took off, or an unbilled upgrade would have cost, was not paid, so no share of it comes back. Seats that were bought
 * later were paid for what was left of the term then: of their price the same share is left now as of any other. Plan
 * and seats are lines of their own, as they were when they were paid.
 */
export function proratedChange(
  paid: PaidTerm,
  next: Subscribed,
  shares: RemainingShares,
  minor: Money,
): TermChange {
  const prices = { plan: planPrice(next), seats: seatsPrice(next) }
  const plan = proratedPart(paid.plan, prices.plan, shares, minor)
  const seats = proratedPart(paid.seats, prices.seats, shares, minor)
  const { unused, due } = shares
  const rest = paidAt(next, plan.charge, seats.charge)
  return {
    lines: [
      planCredit(paid, plan.credit, () =>
        withoutExcess(inPart(-paid.plan.price, unused, `of the term${atThePricePaid(paid)}`), plan.excess),
      ),
      seatsCredit(paid, seats.credit, () =>
        withoutExcess(inPart(-paid.seats.price, unused, 'of the term'), seats.excess),
      ),
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

/** What of one part comes back and is charged; `excess` is what its share of the price was never paid. */
function proratedPart(
  { price, paid }: PaidPart,
  next: Money,
  shares: RemainingShares,
  minor: Money,
): { readonly credit: Money; readonly excess: Money; readonly charge: Money } {
  const cost = planChangeCost('prorated', { old: price, next }, shares, minor)
  // What was rounded purchase by purchase may round to a cent more together.
  const credit = Math.min(cost.credit, Math.max(0, paid))
  return { credit, excess: cost.credit - credit, charge: cost.charge }
}
