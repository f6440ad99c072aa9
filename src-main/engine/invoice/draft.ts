import type { Instant } from '../calendar/civil.ts'
import { minus, type Rational, reduced } from '../exact/rational.ts'
import type { TaxPart } from '../record/bill.ts'
import type { ChargeLine } from '../record/charge-line.ts'

/** An invoice in the making: everything due at one instant. Amounts are exact where the rounding point says so. */
export interface Draft {
  readonly at: Instant
  readonly lines: readonly DraftLine[]
}

export interface DraftLine {
  readonly charge: ChargeLine
  /** Before discounts. */
  readonly amount: Rational
  readonly discounts: readonly Reduction[]
  /** What is left of the amount once its discounts are taken: of a thousand, it is not worked out anew for each. */
  readonly rest: Rational
  readonly taxes: readonly TaxPart[]
}

/** What one discount takes off a line; negative where a credit gives back less because of it. */
export interface Reduction {
  /** The discount's place in the order in which they are taken; the same on every line of an invoice. */
  readonly turn: number
  readonly name: string
  readonly amount: Rational
}

/** A line of which nothing is taken yet. */
export const untaken = (charge: ChargeLine, amount: Rational): DraftLine => ({
  charge,
  amount,
  discounts: [],
  rest: amount,
  taxes: [],
})

/** A line with one more discount taken off it. */
export const reducedBy = (line: DraftLine, reduction: Reduction): DraftLine => ({
  ...line,
  discounts: [...line.discounts, reduction],
  rest: reduced(minus(line.rest, reduction.amount)),
})

/** What is left of a line once its discounts are taken. */
export const afterDiscounts = ({ rest }: DraftLine): Rational => rest
