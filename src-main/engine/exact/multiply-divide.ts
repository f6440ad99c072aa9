import { inBounds } from './amount.ts'

/*
 * The one place where an amount is multiplied and divided. All arguments are whole numbers, amounts and
 * numerators zero or more, denominators positive. A product beyond 2^53 goes through BigInt; the result is
 * the same to the last micro either way. Throws `OutOfBounds` when the result itself is too large.
 */

/** `amount × numerator ÷ denominator`, rounded down. */
export function multiplyDivideDown(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator
  if (product > Number.MAX_SAFE_INTEGER) {
    return inBounds(Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator)))
  }
  // The double nearest to the true quotient is never below its whole part, and rarely just above it.
  const quotient = Math.floor(product / denominator)
  return quotient * denominator > product ? quotient - 1 : quotient
}

/** `amount × numerator ÷ denominator`, rounded up. */
export function multiplyDivideUp(amount: number, numerator: number, denominator: number): number {
  const down = multiplyDivideDown(amount, numerator, denominator)
  const product = amount * numerator
  if (product <= Number.MAX_SAFE_INTEGER) return down * denominator === product ? down : down + 1
  const isWhole = BigInt(down) * BigInt(denominator) === BigInt(amount) * BigInt(numerator)
  return isWhole ? down : inBounds(down + 1)
}

/** `amount × numerator ÷ denominator`, rounded to the nearest micro, halves up. */
export function multiplyDivideHalfUp(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator
  if (product > Number.MAX_SAFE_INTEGER) {
    return divideHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator))
  }
  const remainder = product % denominator
  const quotient = (product - remainder) / denominator
  // Compared by subtraction: doubling the remainder could leave the safe range.
  return remainder >= denominator - remainder ? quotient + 1 : quotient
}

/** A BigInt quotient of zero or more, rounded to the nearest whole number, halves up. */
export const divideHalfUp = (dividend: bigint, divisor: bigint): number =>
  inBounds(Number((dividend * 2n + divisor) / (divisor * 2n)))
