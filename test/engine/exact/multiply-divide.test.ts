import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OutOfBounds } from '#main/engine/exact/amount.ts'
import { divideHalfUp, multiplyDivideDown, multiplyDivideHalfUp } from '#main/engine/exact/multiply-divide.ts'

const RUNS = { numRuns: 5000 }

/** Small, huge and awkward: products fall on both sides of 2^53. */
const factor = fc.oneof(fc.nat({ max: 1000 }), fc.nat(), fc.maxSafeNat())
const divisor = factor.map((value) => Math.max(1, value))

const largest = BigInt(Number.MAX_SAFE_INTEGER)

describe('multiply-divide answers what integers of any size would', () => {
  test('rounding down', () => {
    fc.assert(
      fc.property(factor, factor, divisor, (amount, numerator, denominator) => {
        const expected = (BigInt(amount) * BigInt(numerator)) / BigInt(denominator)
        fc.pre(expected <= largest)
        expect(multiplyDivideDown(amount, numerator, denominator)).toBe(Number(expected))
      }),
      RUNS,
    )
  })

  test('rounding half-up', () => {
    fc.assert(
      fc.property(factor, factor, divisor, (amount, numerator, denominator) => {
        const product = BigInt(amount) * BigInt(numerator)
        const by = BigInt(denominator)
        const expected = product / by + ((product % by) * 2n >= by ? 1n : 0n)
        fc.pre(expected <= largest)
        expect(multiplyDivideHalfUp(amount, numerator, denominator)).toBe(Number(expected))
      }),
      RUNS,
    )
  })

  test.each([
    // 2^53 − 1 is odd: half of it ends in .5
    [Number.MAX_SAFE_INTEGER, 1, 2, 4_503_599_627_370_495, 4_503_599_627_370_496],
    // 300,000 credits × $0.30 per 1,000, in micros: 3 × 10^11 × 3 × 10^5 leaves 2^53, the result does not
    [300_000_000_000, 300_000, 1_000_000_000, 90_000_000, 90_000_000],
    [1, 1, 3, 0, 0],
    [2, 1, 3, 0, 1],
    [0, 7, 3, 0, 0],
  ])('%i × %i ÷ %i is %i down and %i half-up', (amount, numerator, denominator, down, halfUp) => {
    expect(multiplyDivideDown(amount, numerator, denominator)).toBe(down)
    expect(multiplyDivideHalfUp(amount, numerator, denominator)).toBe(halfUp)
  })

  test('a result beyond the safe integers is refused on both sides of 2^53', () => {
    expect(() => multiplyDivideDown(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(OutOfBounds)
    expect(() => multiplyDivideHalfUp(Number.MAX_SAFE_INTEGER, 3, 2)).toThrow(OutOfBounds)
    expect(() => divideHalfUp(2n ** 60n, 3n)).toThrow(OutOfBounds)
  })
})
