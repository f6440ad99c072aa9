import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LongSum } from '#main/engine/exact/long-sum.ts'
import { micros } from '../../laws/support/sums.ts'

function sumOf(amounts: readonly number[]): LongSum {
  const sum = new LongSum()
  for (const amount of amounts) sum.add(amount)
  return sum
}

const MOST = Number.MAX_SAFE_INTEGER

test.each([
  [[], '0', '0.00'],
  [[1_500_000, 250_000], '1.75', '1.75'],
  [[2_000_000, -4_500_000], '-2.5', '-2.50'],
  [[-500_000], '-0.5', '-0.50'],
  [[-1], '-0.000001', '-0.000001'],
  // Three times 9,007,199,254.740991.
  [[MOST, MOST, MOST], '27021597764.222973', '27021597764.222973'],
  [[-MOST, -MOST, -2], '-18014398509.481984', '-18014398509.481984'],
  [[MOST, 5, -MOST], '0.000005', '0.000005'],
])('the sum of %j is %s, and %s as money', (amounts, credits, money) => {
  const sum = sumOf(amounts)
  expect([sum.credits, sum.money]).toEqual([credits, money])
})

test('is exact, however large', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger()), (amounts) => {
      const exactly = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
      const sum = sumOf(amounts)
      expect([micros(sum.credits), micros(sum.money)]).toEqual([exactly, exactly])
    }),
  )
})
