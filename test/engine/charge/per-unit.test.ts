import { describe, expect, test } from 'vitest'
import { moneyText, toMicros } from '#main/engine/exact/amount.ts'
import { chargeIn } from '../support/charge.ts'

const thirtyCents = chargeIn('USD', { model: 'perUnit', rate: { amount: '0.30', per: '1000' } })

describe('per unit: every credit at one rate, linear within the package', () => {
  test.each([
    // quantity, × 0.0003, half-up to the cent
    ['0', '0.00'],
    ['1', '0.00'],
    ['16', '0.00'], //       0.0048
    ['17', '0.01'], //       0.0051
    ['500', '0.15'], //      half a package costs half
    ['1000', '0.30'],
    ['300000', '90.00'], //  the overage of Creator at 400,000
    ['300016.666666', '90.00'], // 90.0049999998
    ['300016.666667', '90.01'], // 90.0050000001
    ['1000000000', '300000.00'],
  ])('%s credits at 0.30 per 1,000 cost %s', (quantity, amount) => {
    expect(moneyText(thirtyCents.price(toMicros(quantity)))).toBe(amount)
  })

  test('a third of a dollar rounds in the currency’s own minor unit', () => {
    const rate = { model: 'perUnit', rate: { amount: '1', per: '3' } } as const
    expect(moneyText(chargeIn('USD', rate).price(toMicros('1')))).toBe('0.33')
    expect(moneyText(chargeIn('JPY', rate).price(toMicros('2')))).toBe('1.00')
    expect(moneyText(chargeIn('KWD', rate).price(toMicros('2')))).toBe('0.667')
  })

  test.each([
    // 9.00 ÷ 0.0003 = 30,000; 10.00 ÷ 0.0003 = 33,333.33…, down to the micro-credit
    ['9', '30000'],
    ['10', '33333.333333'],
    ['0', '0'],
  ])('a limit of %s serves %s credits', (limit, served) => {
    expect(thirtyCents.within(toMicros(limit))).toBe(toMicros(served))
  })

  test('a rate of nothing serves without end', () => {
    const free = chargeIn('USD', { model: 'perUnit', rate: { amount: '0', per: '1' } })
    expect(free.within(0)).toBe(Infinity)
    expect(free.price(toMicros('1000000'))).toBe(0)
  })
})
