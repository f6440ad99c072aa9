import type { Money } from '../exact/amount.ts'
import { givenBack, type LineAmount, notBelowZero, together } from '../exact/line-amount.ts'
import { whole } from '../exact/rational.ts'
import { inFull } from './line-working.ts'
import type { PaidPart, PaidTerm } from './paid-term.ts'
import { seatsCredit, type TermLine } from './term-line.ts'

/** What was paid for a part of the term, before a change of plan too, and not given back; never less than nothing. */
const paidFor = ({ paid, kept }: PaidPart): LineAmount => notBelowZero(together(paid, kept))

export const refundable = ({ plan, seats }: PaidTerm): Money => paidFor(plan).amount + paidFor(seats).amount

/** All that was paid for the term, given back: for its plan and for its extra seats. Source: facts §5. */
export const refundLines = (paid: PaidTerm): readonly TermLine[] =>
  [planRefund(paid), seatsRefund(paid)].map(({ amount, describe }) => ({
    amount,
    describe: () => ({ ...describe(), isRefund: true }),
  }))

const planRefund = ({ name, plan }: PaidTerm): TermLine => ({
  amount: givenBack(paidFor(plan)),
  describe: () => ({
    kind: 'refund',
    description: `Refund of ${name}`,
    source: plan.source,
    ...workingOf(plan),
  }),
})

const seatsRefund = (paid: PaidTerm): TermLine =>
  seatsCredit(paid, paidFor(paid.seats), () => workingOf(paid.seats))

const workingOf = (part: PaidPart) => inFull(whole(-paidFor(part).amount), 'paid for the term')
