import { inBounds } from './amount.ts'
import { greatestCommonDivisor, type Rational, roundSigned, sumOf } from './rational.ts'

/**
 * Rounds exact amounts so that the parts sum to their rounded sum: each is rounded down to a multiple of `unit`
 * micros, and what is left is handed out one unit at a time to the largest remainders, earlier ones first on a tie.
 * It is `allocate` for amounts that may be negative; a part of nothing stays nothing.
 */
export function apportion(exact: readonly Rational[], unit: number): readonly number[] {
  const common = exact.reduce((least, { denominator }) => leastCommonMultiple(least, denominator), 1n)
  const size = common * BigInt(unit)
  const parts = exact.map(({ numerator, denominator }, index) => {
    const scaled = numerator * (common / denominator)
    const remainder = ((scaled % size) + size) % size
    return { index, remainder, units: Number((scaled - remainder) / size) }
  })
  const down = parts.reduce((sum, { units }) => sum + units, 0)
  const left = roundSigned(sumOf(exact), unit) / unit - down
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return parts.map(({ index, units }) => inBounds((units + (lucky.has(index) ? 1 : 0)) * unit))
}

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b
