import { describe, expect, test } from 'vitest'
import { moneyText, toMicros } from '#main/engine/exact/amount.ts'
import type { Charge } from '#shared/charge.ts'
import { chargeIn } from '../support/charge.ts'

/*
 *   1 to 100    1.00 each
 * 101 to 200    0.50 each, and 5.00 once the 100 are passed
 * 201 and on    0.25 each
 */
const CHARGE: Charge = {
  model: 'graduated',
  tiers: [
    { upTo: '100', rate: { amount: '1', per: '1' } },
    { upTo: '200', rate: { amount: '0.50', per: '1' }, flatFee: '5' },
    { upTo: null, rate: { amount: '0.25', per: '1' } },
  ],
}
const graduated = chargeIn('USD', CHARGE)

describe('graduated: each tier’s units at that tier’s rate', () => {
  test.each([
    ['0', '0.00'],
    ['1', '1.00'],
    ['100', '100.00'], //        the bound is inclusive: no fee yet
    ['100.000001', '105.00'], // 100 + 5 + 0.0000005
    ['101', '105.50'], //        100 + 5 + 0.50
    ['200', '155.00'], //        100 + 5 + 50
    ['201', '155.25'],
    ['300', '180.00'], //        100 + 5 + 50 + 25
  ])('%s units cost %s', (quantity, amount) => {
    expect(moneyText(graduated.price(toMicros(quantity)))).toBe(amount)
  })

  test.each([
    ['0', '0'],
    ['50', '50'],
    ['100', '100'],
    ['105', '100'], // entering the second tier costs its fee and more: 105 does not pay for a unit of it
    ['105.50', '101'],
    ['155', '200'],
    ['160', '220'], // 155 + 20 × 0.25
  ])('a limit of %s serves %s units', (limit, served) => {
    expect(graduated.within(toMicros(limit))).toBe(toMicros(served))
  })

  test('the working names each tier and its fee, and sums to the amount', () => {
    const steps = graduated.working(toMicros('300'))
    expect(steps.map(({ quantity, rate, amount }) => [quantity / 1e6, rate, moneyText(amount)])).toEqual([
      [100, '1 per 1', '100.00'],
      [100, '0.50 per 1', '50.00'],
      [0, 'flat fee 5', '5.00'],
      [100, '0.25 per 1', '25.00'],
    ])
    expect(graduated.working(0)).toEqual([])
  })

  test('a fee on the first tier falls due with the first unit, not with none', () => {
    const entry = chargeIn('USD', {
      model: 'graduated',
      tiers: [{ upTo: null, rate: { amount: '0', per: '1' }, flatFee: '2' }],
    })
    expect(moneyText(entry.price(0))).toBe('0.00')
    expect(moneyText(entry.price(1))).toBe('2.00')
    expect(entry.within(toMicros('1.99'))).toBe(0)
    expect(entry.within(toMicros('2'))).toBe(Infinity)
  })

  test('free units first: the limit starts to count after them', () => {
    const free = chargeIn('USD', {
      model: 'graduated',
      tiers: [
        { upTo: '100', rate: { amount: '0', per: '1' } },
        { upTo: null, rate: { amount: '1', per: '1' } },
      ],
    })
    expect(free.within(0)).toBe(toMicros('100'))
    expect(free.within(toMicros('5'))).toBe(toMicros('105'))
  })

  test('thirds on one tier and sevenths on the next stay exact until the line is rounded', () => {
    const odd = chargeIn('USD', {
      model: 'graduated',
      tiers: [
        { upTo: '10', rate: { amount: '1', per: '3' } },
        { upTo: null, rate: { amount: '1', per: '7' } },
      ],
    })
    // 10 ÷ 3 + 11 ÷ 7 = 103 ÷ 21 = 4.904761…
    const { numerator, denominator } = odd.exact(toMicros('21'))
    expect(numerator * 21n).toBe(103_000_000n * denominator)
    expect(moneyText(odd.price(toMicros('21')))).toBe('4.90')
  })
})
