import { divideHalfUp } from './multiply-divide.ts'

/** An exact fraction of micros, for costs before the rounding of an invoice line. The denominator is positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const whole = (amount: number): Rational => ({ numerator: BigInt(amount), denominator: 1n })

export function plus(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) {
    return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  }
  // A sum of many parts keeps the denominators that they share.
  if (a.denominator % b.denominator === 0n) {
    const scale = a.denominator / b.denominator
    return { numerator: a.numerator + b.numerator * scale, denominator: a.denominator }
  }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export const negative = (a: Rational): Rational => ({ ...a, numerator: -a.numerator })

export const minus = (a: Rational, b: Rational): Rational => plus(a, negative(b))

export const isNegative = (a: Rational): boolean => a.numerator < 0n

export const sumOf = (parts: readonly Rational[]): Rational => reduced(parts.reduce(plus, whole(0)))

/** `a × numerator ÷ denominator`, of whole numbers, the denominator positive. */
export const times = (a: Rational, numerator: number, denominator: number): Rational =>
  reduced({
    numerator: a.numerator * BigInt(numerator),
    denominator: a.denominator * BigInt(denominator),
  })

/** `a × part ÷ of`; where `of` is nothing, nothing. */
export const proportionOf = (a: Rational, part: Rational, of: Rational): Rational =>
  of.numerator === 0n
    ? whole(0)
    : {
        numerator: a.numerator * part.numerator * of.denominator,
        denominator: a.denominator * part.denominator * of.numerator,
      }

export const isZero = (a: Rational): boolean => a.numerator === 0n

export const lesser = (a: Rational, b: Rational): Rational => (isNegative(minus(a, b)) ? a : b)

/** Rounds `a ÷ parts` of zero or more to a multiple of `unit` micros, halves up. */
export const roundTo = (a: Rational, unit: number, parts = 1): number =>
  divideHalfUp(a.numerator, a.denominator * BigInt(unit) * BigInt(parts)) * unit

/** Rounds to a multiple of `unit` micros, halves away from zero: a credit is rounded like what it gives back. */
export const roundSigned = (a: Rational, unit: number): number =>
  isNegative(a) ? -roundTo(negative(a), unit) : roundTo(a, unit)

/** The same value in lowest terms. */
export function reduced({ numerator, denominator }: Rational): Rational {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Both zero or more, not both zero. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
