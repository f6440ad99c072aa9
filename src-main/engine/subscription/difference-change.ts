import type { Money } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import { inFull, withoutExcess } from './line-working.ts'
import { type PaidPart, type PaidTerm, paidAt } from './paid-term.ts'
import { planPrice, priceSource, seatsPrice, type Subscribed } from './subscribed.ts'
import {
  onTop,
  planCredit,
  planRest,
  seatsCredit,
  seatsRest,
  type TermChange,
  type TermLine,
} from './term-line.ts'

/**
 * The difference of the two prices, in full whenever it happens. A higher price charges the difference of the prices
 * in the catalogue, whatever an offer took off the old one: from 22.00 to 99.00 it is 77.00. A lower one gives back
 * what was paid beyond it, and nothing that was not paid, so that the term has cost the lower price. Extra seats count
 * for as much of the term as they were paid for. Source: facts §9.7 (30 → 80: +50.00; 80 → 20: −60.00).
 */
export function differenceChange(paid: PaidTerm, next: Subscribed, minor: Money): TermChange {
  const seats = seatsAsPaid(paid.seats, next, minor)
  const more = seats - paid.seats.paid
  const { lines, plan } = planDifference(paid, next)
  const seatsLine =
    more < 0
      ? seatsCredit(paid, -more, () => inFull(more, 'for the rest of the term'))
      : onTop(seatsRest(next, more, (count) => inFull(more, 'more for the rest of the term', count)))
  const after = paidAt(next, planPrice(next), seats)
  return {
    lines: [...lines, seatsLine],
    paid: { ...after, plan, seats: { ...after.seats, kept: paid.seats.kept } },
  }
}

/** What the plan's difference bills, and what is paid for it from then on. */
function planDifference(
  paid: PaidTerm,
  next: Subscribed,
): { readonly lines: readonly TermLine[]; readonly plan: PaidPart } {
  const [old, price] = [paid.listPrice, planPrice(next)]
  const plan = { ...paidAt(next, price, price).plan, kept: paid.plan.kept }
  if (price > old) {
    const more = price - old
    const raised = { ...plan, price: paid.plan.price + more, paid: paid.plan.paid + more }
    return { lines: [onTop(difference(paid, next, old, price))], plan: raised }
  }
  const worth = paid.plan.paid
  // No more was paid than the lower price: there is nothing to give back, and a lower price charges nothing.
  if (worth <= price) return { lines: [], plan: paid.plan }
  return {
    lines: [
      planCredit(paid, worth, () => withoutExcess(inFull(-old, 'for the term'), old - worth)),
      planRest(next, price, () => inFull(price, 'for the term')),
    ],
    plan,
  }
}

/** The new plan's price for the seats, for as much of the term as they were paid for. */
function seatsAsPaid({ price, paid }: PaidPart, next: Subscribed, minor: Money): Money {
  const whole = seatsPrice(next)
  return price === 0 ? whole : roundedShare(whole, Math.max(0, paid), price, minor)
}

/** One line, since nothing of what was paid is given back. */
const difference = (paid: PaidTerm, next: Subscribed, old: Money, price: Money): TermLine => ({
  amount: price - old,
  describe: () => ({
    kind: 'proration',
    description: `Difference of ${next.plan.name} and ${paid.name}`,
    source: priceSource(next),
    working: [...inFull(price, 'for the term').working, ...inFull(-old, 'for the term').working],
  }),
})
