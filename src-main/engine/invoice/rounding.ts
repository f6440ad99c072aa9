import type { RoundingPoint } from '#shared/policies.ts'
import { allocate } from '../exact/allocate.ts'
import { apportion } from '../exact/apportion.ts'
import type { Money } from '../exact/amount.ts'
import { type Rational, roundSigned, sumOf, whole } from '../exact/rational.ts'
import type { ChargeLine } from '../record/charge-line.ts'

/** How the steps of an invoice round, for each rounding point. */
export interface Rounding {
  /** The amount a line enters the invoice with. */
  amountOf(line: ChargeLine): Rational
  /** An amount some step works out. */
  settle(amount: Rational): Rational
  /** Splits a settled amount by weights of zero or more, not all zero; the parts sum to it. */
  split(amount: Rational, weights: readonly Rational[]): readonly Rational[]
  /** The parts of one tax over the lines it is due on. */
  tax(exact: readonly Rational[]): readonly Money[]
}

export function roundingAt(point: RoundingPoint, minor: Money): Rounding {
  const ofLines = {
    amountOf: ({ amount }: ChargeLine) => whole(amount),
    settle: (amount: Rational) => whole(roundSigned(amount, minor)),
    split: (amount: Rational, weights: readonly Rational[]) =>
      allocate(wholeMicros(amount), weights.map(wholeMicros), minor).map(whole),
  }
  const onTheSum = (exact: readonly Rational[]) => apportion(exact, minor)
  switch (point) {
    case 'line':
      return { ...ofLines, tax: (exact) => exact.map((amount) => roundSigned(amount, minor)) }
    case 'feeThenTax':
      return { ...ofLines, tax: onTheSum }
    case 'invoice':
      return {
        amountOf: ({ exact }) => exact,
        settle: (amount) => amount,
        split: splitExactly,
        tax: onTheSum,
      }
  }
}

function splitExactly(amount: Rational, weights: readonly Rational[]): readonly Rational[] {
  const { numerator, denominator } = sumOf(weights)
  return weights.map((weight) => ({
    numerator: amount.numerator * weight.numerator * denominator,
    denominator: amount.denominator * weight.denominator * numerator,
  }))
}

/** A settled amount is a whole number of micros. */
const wholeMicros = ({ numerator, denominator }: Rational): Money => Number(numerator / denominator)
