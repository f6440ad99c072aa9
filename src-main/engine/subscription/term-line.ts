import { givenBack, type LineAmount } from '../exact/line-amount.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { LineWorking } from './line-working.ts'
import type { PaidTerm } from './paid-term.ts'
import { priceSource, SEAT, seatSource, type Subscribed } from './subscribed.ts'

/** A line of money for the running term, up to its end; it is only described when somebody writes it down. */
export interface TermLine {
  readonly amount: LineAmount
  readonly describe: () => TermLineText
}

export type TermLineText = Pick<ChargeLine, 'kind' | 'description' | 'source' | 'working'> &
  Partial<Pick<ChargeLine, 'quantity' | 'addsToTerm' | 'isRefund'>>

/** What a change of plan bills, and what is paid for the term from then on. */
export interface TermChange {
  readonly lines: readonly TermLine[]
  readonly paid: PaidTerm
}

/** What is given back of what was paid for the plan. */
export const planCredit = (
  { name, plan }: PaidTerm,
  amount: LineAmount,
  working: () => LineWorking,
): TermLine => ({
  amount: givenBack(amount),
  describe: () => ({
    kind: 'proration',
    description: `Unused part of ${name}`,
    source: plan.source,
    ...working(),
  }),
})

/** What is given back of what was paid for extra seats. */
export const seatsCredit = (
  { seats }: PaidTerm,
  amount: LineAmount,
  working: () => LineWorking,
): TermLine => ({
  amount: givenBack(amount),
  describe: () => ({
    kind: 'seats',
    description: 'Unused part of extra Full seats',
    source: seats.source,
    ...working(),
  }),
})

/** What a change charges for the plan, up to the end of the term. */
export const planRest = (next: Subscribed, amount: LineAmount, working: () => LineWorking): TermLine => ({
  amount,
  describe: () => ({
    kind: 'proration',
    description: `Rest of the term on ${next.plan.name}`,
    source: priceSource(next),
    ...working(),
  }),
})

/** What is charged for extra seats up to the end of the term. */
export const seatsRest = (
  next: Subscribed,
  amount: LineAmount,
  working: (quantity: number) => LineWorking,
  count = next.extraSeats,
): TermLine => ({
  amount,
  describe: () => ({
    kind: 'seats',
    description: 'Extra Full seats, rest of the term',
    source: seatSource(next),
    quantity: count * SEAT,
    ...working(count * SEAT),
  }),
})

/** A line that comes on top of what was paid for the term, of which nothing is given back. */
export const onTop = ({ amount, describe }: TermLine): TermLine => ({
  amount,
  describe: () => ({ ...describe(), addsToTerm: true }),
})
