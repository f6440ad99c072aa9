import type { Money } from '../exact/amount.ts'
import { inFull } from './line-working.ts'
import type { PaidPart, PaidTerm } from './paid-term.ts'
import { seatsCredit, type TermLine } from './term-line.ts'

/** What was paid for a part of the term and not given back; never less than nothing. */
const leftOf = ({ paid }: PaidPart): Money => Math.max(0, paid)

export const refundable = ({ plan, seats }: PaidTerm): Money => leftOf(plan) + leftOf(seats)

/** All that was paid for the term, given back: for its plan and for its extra seats. Source: facts §5. */
export const refundLines = (paid: PaidTerm): readonly TermLine[] => [
  {
    amount: -leftOf(paid.plan),
    describe: () => ({
      kind: 'refund',
      description: `Refund of ${paid.name}`,
      source: paid.plan.source,
      ...inFull(-leftOf(paid.plan), 'paid for the term'),
    }),
  },
  seatsCredit(paid, leftOf(paid.seats), () => inFull(-leftOf(paid.seats), 'paid for the term')),
]
