import { describe, expect, test } from 'vitest'
import { moneyText, toMicros } from '#main/engine/exact/amount.ts'
import { chargeIn } from '../support/charge.ts'

/*
 * up to 100    1.00 each
 * up to 200    0.40 each, and 3.00
 * beyond       0.30 each
 */
const volume = chargeIn('USD', {
  model: 'volume',
  tiers: [
    { upTo: '100', rate: { amount: '1', per: '1' } },
    { upTo: '200', rate: { amount: '0.40', per: '1' }, flatFee: '3' },
    { upTo: null, rate: { amount: '0.30', per: '1' } },
  ],
})

describe('volume: all units at the rate of the tier the whole falls in', () => {
  test.each([
    ['0', '0.00'],
    ['99', '99.00'],
    ['100', '100.00'], //       the bound is inclusive
    ['100.000001', '43.00'], // 100.000001 × 0.40 + 3: the cost drops at the bound
    ['101', '43.40'], //        101 × 0.40 + 3
    ['200', '83.00'], //        200 × 0.40 + 3
    ['201', '60.30'], //        201 × 0.30
  ])('%s units cost %s', (quantity, amount) => {
    expect(moneyText(volume.price(toMicros(quantity)))).toBe(amount)
  })

  test.each([
    ['50', '50'], //           101 would cost only 43.40, but serving in order passes 50.00 long before
    ['99.99', '99.99'],
    ['100', '333.333333'], //  never passed on the way: 100.00 at 100, then 43 to 83, then 0.30 each
  ])('a limit of %s serves %s units in order', (limit, served) => {
    expect(volume.within(toMicros(limit))).toBe(toMicros(served))
  })

  test('the working is one step at the tier’s rate, and its fee', () => {
    const texts = (quantity: string) => volume.working(toMicros(quantity)).map((step) => step.rate)
    expect(texts('100')).toEqual(['1 per 1'])
    expect(texts('101')).toEqual(['0.40 per 1', 'flat fee 3'])
    expect(texts('0')).toEqual([])
  })
})
