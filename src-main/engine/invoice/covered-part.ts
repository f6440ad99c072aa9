import type { Instant } from '../calendar/civil.ts'
import { minus, plus, proportionOf, type Rational, sumOf, whole } from '../exact/rational.ts'
import type { DraftLine } from './draft.ts'
import { adds } from './covered-line.ts'

/** What one part of the term in force, its plan or its seats, was charged at, and what discounts took off that. */
export interface CoveredPart {
  readonly end: Instant
  readonly charged: Rational
  readonly taken: Rational
  /** All that was charged less what was credited since the term began, and what discounts took off that. */
  readonly term: { readonly charged: Rational; readonly taken: Rational }
}

const NOTHING = { charged: whole(0), taken: whole(0) }

export const NOTHING_COVERED: CoveredPart = { end: -Infinity, ...NOTHING, term: NOTHING }

/** What discounts take off a line. */
export const takenOff = ({ discounts }: DraftLine): Rational => sumOf(discounts.map(({ amount }) => amount))

/** The part once a line is billed, which comes on top of it, or takes its place with what was paid for before. */
export function covering(part: CoveredPart, line: DraftLine): CoveredPart {
  const taken = takenOff(line)
  const before = termUntil(part, line.charge.to)
  const term = { charged: plus(before.charged, line.amount), taken: plus(before.taken, taken) }
  return adds(line, part.end)
    ? { ...part, charged: plus(part.charged, line.amount), taken: plus(part.taken, taken), term }
    : { end: line.charge.to, charged: line.amount, taken, term }
}

/** What was charged so far for the term that ends then; nothing where it is another. */
export const termUntil = ({ end, term }: CoveredPart, until: Instant): CoveredPart['term'] =>
  end === until ? term : NOTHING

/** What discounts left to pay of so much of the part. */
export const paidOf = ({ charged, taken }: CoveredPart, amount: Rational): Rational =>
  taken.numerator === 0n ? amount : proportionOf(amount, minus(charged, taken), charged)
