import type { Money } from '../exact/amount.ts'
import {
  atMost,
  givenBack,
  less,
  lineAmount,
  type LineAmount,
  notBelowZero,
  together,
} from '../exact/line-amount.ts'
import { isNegative, isZero, minus, proportionOf, type Rational, whole } from '../exact/rational.ts'
import { inFull, withoutExcess } from './line-working.ts'
import { listed, type PaidPart, type PaidTerm, paidAt, plusPrice } from './paid-term.ts'
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

/** What one part of the change bills, and what is paid for that part from then on. */
interface PartChange {
  readonly lines: readonly TermLine[]
  readonly part: PaidPart
}

/**
 * The difference of the two prices, in full whenever it happens. A higher price charges the difference of the prices
 * in the catalogue, whatever an offer took off the old one: from 22.00 to 99.00 it is 77.00. A lower one gives back
 * what was paid beyond it, and nothing that was not paid, so that the term has cost the lower price. Extra seats count
 * for as much of the term as they were paid for. Source: facts §9.7 (30 → 80: +50.00; 80 → 20: −60.00).
 */
export function differenceChange(paid: PaidTerm, next: Subscribed, minor: Money): TermChange {
  const plan = planDifference(paid, next, minor)
  const seats = seatsDifference(paid, next, minor)
  return {
    lines: [...plan.lines, ...seats.lines],
    paid: { ...paidAt(next, plan.part.paid, seats.part.paid), plan: plan.part, seats: seats.part },
  }
}

function planDifference(paid: PaidTerm, next: Subscribed, minor: Money): PartChange {
  const [old, price] = [paid.listPrice, planPrice(next)]
  const inFullPrice = lineAmount(whole(price), minor)
  const part = { ...paidAt(next, inFullPrice, inFullPrice).plan, kept: paid.plan.kept }
  if (price > old) {
    const more = lineAmount(whole(price - old), minor)
    return {
      lines: [onTop(difference(paid, next, minor))],
      part: {
        ...part,
        price: plusPrice(paid.plan.price, listed(more.exact)),
        paid: together(paid.plan.paid, more),
      },
    }
  }
  const worth = paid.plan.paid
  // No more was paid than the lower price: there is nothing to give back, and a lower price charges nothing.
  if (worth.amount <= inFullPrice.amount) return { lines: [], part: paid.plan }
  const unpaid = lineAmount(whole(old), minor).amount - worth.amount
  return {
    lines: [
      planCredit(paid, worth, () => withoutExcess(inFull(whole(-old), 'for the term'), unpaid)),
      planRest(next, inFullPrice, () => inFull(whole(price), 'for the term')),
    ],
    part,
  }
}

/** One line, since nothing of what was paid is given back. */
function difference(paid: PaidTerm, next: Subscribed, minor: Money): TermLine {
  const [old, price] = [paid.listPrice, planPrice(next)]
  return {
    amount: lineAmount(whole(price - old), minor),
    describe: () => ({
      kind: 'proration',
      description: `Difference of ${next.plan.name} and ${paid.name}`,
      source: priceSource(next),
      working: () => [
        ...inFull(whole(price), 'for the term').working(),
        ...inFull(whole(-old), 'for the term').working(),
      ],
    }),
  }
}

function seatsDifference(paid: PaidTerm, next: Subscribed, minor: Money): PartChange {
  const before = paid.seats.paid
  const paidFor = notBelowZero(before)
  const more = minus(seatsAsPaid(paid.seats.price.exact, paidFor.exact, next), before.exact)
  const change = lineAmount(more, minor)
  const part = (after: LineAmount): PaidPart => ({
    ...paidAt(next, after, after).seats,
    kept: paid.seats.kept,
  })
  if (isNegative(more)) {
    const credit = atMost(givenBack(change), paidFor)
    const line = seatsCredit(paid, credit, () => inFull(more, 'for the rest of the term'))
    return { lines: [line], part: part(less(before, credit)) }
  }
  const line = seatsRest(next, change, (count) => inFull(more, 'more for the rest of the term', count))
  return { lines: [onTop(line)], part: part(together(before, change)) }
}

/** The new plan's price for the seats, for as much of the term as they were paid for. */
function seatsAsPaid(price: Rational, paid: Rational, next: Subscribed): Rational {
  const inFullPrice = seatsPrice(next)
  return isZero(price) ? inFullPrice : proportionOf(inFullPrice, paid, price)
}
