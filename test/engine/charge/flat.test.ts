import { describe, expect, test } from 'vitest'
import { moneyText, toMicros } from '#main/engine/exact/amount.ts'
import { chargeIn } from '../support/charge.ts'

const flat = chargeIn('USD', { model: 'flat', amount: '12.50' })
const always = chargeIn('USD', { model: 'flat', amount: '12.50' }, { flatFeeAtZero: 'charged' })

describe('flat: a fixed fee whatever the quantity', () => {
  test.each([
    ['0', '0.00'],
    ['0.000001', '12.50'],
    ['1', '12.50'],
    ['1000000', '12.50'],
  ])('%s units cost %s', (quantity, amount) => {
    expect(moneyText(flat.price(toMicros(quantity)))).toBe(amount)
  })

  test('without usage it is due only where the vendor says so', () => {
    expect(moneyText(flat.price(0))).toBe('0.00')
    expect(flat.working(0)).toEqual([])
    expect(moneyText(always.price(0))).toBe('12.50')
    expect(always.working(0)).toEqual([{ quantity: 0, rate: 'flat fee 12.50', amount: 12_500_000 }])
  })

  test('a limit below the fee serves nothing, any other serves everything', () => {
    expect(flat.within(toMicros('12.49'))).toBe(0)
    expect(flat.within(toMicros('12.50'))).toBe(Infinity)
    expect(always.within(toMicros('12.49'))).toBe(0)
  })

  test('it jumps with the first unit, unless it is due without any', () => {
    expect(flat.breaks(100)).toEqual([0])
    expect(always.breaks(100)).toEqual([])
  })
})
