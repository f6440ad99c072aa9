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
  return down(product, denominator)
}

/** `amount × numerator ÷ denominator`, rounded up. */
export function multiplyDivideUp(amount: number, numerator: number, denominator: number): number {
  const whole = multiplyDivideDown(amount, numerator, denominator)
  const product = amount * numerator
  if (product <= Number.MAX_SAFE_INTEGER) return whole * denominator === product ? whole : whole + 1
  const isWhole = BigInt(whole) * BigInt(denominator) === BigInt(amount) * BigInt(numerator)
  return isWhole ? whole : inBounds(whole + 1)
}

/** `amount × numerator ÷ denominator`, rounded to the nearest micro, halves up. */
export function multiplyDivideHalfUp(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator
  if (product > Number.MAX_SAFE_INTEGER) {
    return divideHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator))
  }
  return halfUp(product, denominator)
}

/** A quotient of safe whole numbers, zero or more, rounded to the nearest whole number, halves up. */
export function halfUp(dividend: number, divisor: number): number {
  const quotient = down(dividend, divisor)
  const remainder = dividend - quotient * divisor
  // Compared by subtraction: doubling the remainder could leave the safe range.
  return remainder >= divisor - remainder ? quotient + 1 : quotient
}

/** The same rounded down. Processors take many times longer for a remainder than for a quotient. */
function down(dividend: number, divisor: number): number {
  // The double nearest to the true quotient is never below its whole part, and rarely just above it.
  const quotient = Math.floor(dividend / divisor)
  return quotient * divisor > dividend ? quotient - 1 : quotient
}

/** A BigInt quotient of zero or more, rounded to the nearest whole number, halves up. */
export const divideHalfUp = (dividend: bigint, divisor: bigint): number =>
  inBounds(Number((dividend * 2n + divisor) / (divisor * 2n)))
