import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '#main/engine/exact/allocate.ts'

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

const weights = fc
  .array(fc.oneof(fc.constant(0), fc.nat({ max: 1_000_000_000 })), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))

describe('allocate splits without losing or making a unit', () => {
  test.each([
    // 100 by thirds: 33.3 each; the odd cent to the first
    [100, [1, 1, 1], 1, [34, 33, 33]],
    // 10 by 1 : 2 : 4 = 1.43, 2.86, 5.71: two left over, to the largest remainders
    [10, [1, 2, 4], 1, [1, 3, 6]],
    [5, [0, 3, 0], 1, [0, 5, 0]],
    [0, [1, 2], 1, [0, 0]],
    // $1.00 in whole cents by thirds
    [1_000_000, [1, 1, 1], 10_000, [340_000, 330_000, 330_000]],
  ])('%i by %j in units of %i is %j', (amount, by, unit, parts) => {
    expect(allocate(amount, by, unit)).toEqual(parts)
  })

  test('the parts sum to the whole, and each is within one unit of its exact share', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (amount, by) => {
        const parts = allocate(amount, by)
        expect(sum(parts)).toBe(amount)
        const total = BigInt(sum(by))
        for (const [index, part] of parts.entries()) {
          const gap = BigInt(part) * total - BigInt(amount) * BigInt(by[index] ?? 0)
          expect(gap > -total && gap < total).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('a weight of nothing gets nothing', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (amount, by) => {
        const parts = allocate(amount, by)
        expect(parts.filter((part, index) => by[index] === 0 && part !== 0)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
