import type { Money } from './amount.ts'
import { lesser, minus, plus, type Rational, roundSigned, whole } from './rational.ts'

/**
 * The money of an invoice line: as the line shows it, rounded once to the minor unit, and before that, for invoices
 * that round their sum instead of their lines. Of several lines, what both come to.
 */
export interface LineAmount {
  readonly amount: Money
  readonly exact: Rational
}

export const NO_AMOUNT: LineAmount = { amount: 0, exact: whole(0) }

/** A line of so much; halves are rounded away from zero. */
export const lineAmount = (exact: Rational, minor: Money): LineAmount => ({
  amount: roundSigned(exact, minor),
  exact,
})

export const together = (a: LineAmount, b: LineAmount): LineAmount => ({
  amount: a.amount + b.amount,
  exact: plus(a.exact, b.exact),
})

export const less = (a: LineAmount, b: LineAmount): LineAmount => ({
  amount: a.amount - b.amount,
  exact: minus(a.exact, b.exact),
})

export const givenBack = (a: LineAmount): LineAmount => less(NO_AMOUNT, a)

/** No more than either. */
export const atMost = (a: LineAmount, b: LineAmount): LineAmount => ({
  amount: Math.min(a.amount, b.amount),
  exact: lesser(a.exact, b.exact),
})

/** Nothing, where more came back than was paid. */
export const notBelowZero = (a: LineAmount): LineAmount => less(a, atMost(a, NO_AMOUNT))
