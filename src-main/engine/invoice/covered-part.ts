import { minus, plus, proportionOf, type Rational, sumOf, whole } from '../exact/rational.ts'
import type { DraftLine } from './draft.ts'
import { adds } from './covered-line.ts'

/** What one part of the term in force, its plan or its seats, was charged at, and what discounts took off that. */
export interface CoveredPart {
  /** Null before the first. */
  readonly term: number | null
  readonly charged: Rational
  readonly taken: Rational
  /** All that was charged less what was credited since the term began, and what discounts took off that. */
  readonly inAll: { readonly charged: Rational; readonly taken: Rational }
}

const NOTHING = { charged: whole(0), taken: whole(0) }

export const NOTHING_COVERED: CoveredPart = { term: null, ...NOTHING, inAll: NOTHING }

/** What discounts take off a line. */
export const takenOff = ({ discounts }: DraftLine): Rational => sumOf(discounts.map(({ amount }) => amount))

/** The part once a line is billed, which comes on top of it, or takes its place with what was paid for before. */
export function covering(part: CoveredPart, line: DraftLine): CoveredPart {
  const taken = takenOff(line)
  const before = inAllOf(part, line)
  const inAll = { charged: plus(before.charged, line.amount), taken: plus(before.taken, taken) }
  return adds(line, part.term)
    ? { ...part, charged: plus(part.charged, line.amount), taken: plus(part.taken, taken), inAll }
    : { term: line.charge.term ?? null, charged: line.amount, taken, inAll }
}

/** What was charged so far for the term of a line; nothing where it is another. */
export const inAllOf = ({ term, inAll }: CoveredPart, { charge }: DraftLine): CoveredPart['inAll'] =>
  charge.term === term ? inAll : NOTHING

/** What discounts left to pay of so much of the part. */
export const paidOf = ({ charged, taken }: CoveredPart, amount: Rational): Rational =>
  taken.numerator === 0n ? amount : proportionOf(amount, minus(charged, taken), charged)
