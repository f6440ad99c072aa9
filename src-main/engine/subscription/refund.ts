import type { Money } from '../exact/amount.ts'
import { inFull } from './line-working.ts'
import type { PaidPart, PaidTerm } from './paid-term.ts'
import { seatsCredit, type TermLine } from './term-line.ts'

/** What was paid for a part of the term, before a change of plan too, and not given back; never less than nothing. */
const paidFor = ({ paid, kept }: PaidPart): Money => Math.max(0, paid + kept)

export const refundable = ({ plan, seats }: PaidTerm): Money => paidFor(plan) + paidFor(seats)

/** All that was paid for the term, given back: for its plan and for its extra seats. Source: facts §5. */
export const refundLines = (paid: PaidTerm): readonly TermLine[] =>
  [planRefund(paid), seatsRefund(paid)].map(({ amount, describe }) => ({
    amount,
    describe: () => ({ ...describe(), isRefund: true }),
  }))

const planRefund = ({ name, plan }: PaidTerm): TermLine => ({
  amount: -paidFor(plan),
  describe: () => ({
    kind: 'refund',
    description: `Refund of ${name}`,
    source: plan.source,
    ...inFull(-paidFor(plan), 'paid for the term'),
  }),
})

const seatsRefund = (paid: PaidTerm): TermLine =>
  seatsCredit(paid, paidFor(paid.seats), () => inFull(-paidFor(paid.seats), 'paid for the term'))
