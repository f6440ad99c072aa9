import type { Instant } from '../calendar/civil.ts'
import { minus, plus, type Rational, sumOf, whole } from '../exact/rational.ts'
import type { DraftLine } from './bill.ts'
import { adds } from './covered-line.ts'

/** What one part of the term in force, its plan or its seats, was charged at, and what discounts took off that. */
export interface CoveredPart {
  readonly end: Instant
  readonly charged: Rational
  readonly taken: Rational
}

export const NOTHING_COVERED: CoveredPart = { end: -Infinity, charged: whole(0), taken: whole(0) }

/** The part once a line is billed, which comes on top of it, or takes its place with what was paid for before. */
export function covering(part: CoveredPart, line: DraftLine): CoveredPart {
  const taken = sumOf(line.discounts.map(({ amount }) => amount))
  return adds(line, part.end)
    ? { ...part, charged: plus(part.charged, line.amount), taken: plus(part.taken, taken) }
    : { end: line.charge.to, charged: line.amount, taken }
}

/** What discounts left to pay of so much of the part. */
export const paidOf = ({ charged, taken }: CoveredPart, amount: Rational): Rational =>
  taken.numerator === 0n ? amount : shareOf(amount, minus(charged, taken), charged)

/** `amount × part ÷ whole`; of nothing it is nothing. */
export const shareOf = (amount: Rational, part: Rational, of: Rational): Rational =>
  of.numerator === 0n
    ? whole(0)
    : {
        numerator: amount.numerator * part.numerator * of.denominator,
        denominator: amount.denominator * part.denominator * of.numerator,
      }
