import { describe, expect, test } from 'vitest'
import { creditsText, moneyText, toMicros } from '#main/engine/exact/amount.ts'
import { Charge } from '#shared/charge.ts'
import { chargeIn } from '../support/charge.ts'

/** A card fee: 2.9 % and 0.30, at least 1.00, at most 50.00. */
const terms: Charge = { model: 'percentage', percent: '2.9', fixed: '0.30', minimum: '1', maximum: '50' }
const fee = chargeIn('USD', terms)

describe('percentage: a share of money, a fixed part, a minimum and a maximum', () => {
  test.each([
    ['0', '0.00'],
    ['1', '1.00'], //        0.029 + 0.30, raised
    ['24.13', '1.00'], //    0.69977 + 0.30 = 0.99977, raised
    ['24.14', '1.00'], //    0.70006 + 0.30 = 1.00006
    ['25', '1.03'], //       0.725 + 0.30 = 1.025, half up
    ['100', '3.20'],
    ['1713.79', '50.00'], // 49.69991 + 0.30 = 49.99991
    ['1713.80', '50.00'], // 49.7002 + 0.30 = 50.0002, capped
    ['1000000', '50.00'],
  ])('%s of money costs %s', (quantity, amount) => {
    expect(moneyText(fee.price(toMicros(quantity)))).toBe(amount)
  })

  test('the exact cost runs between the minimum and the maximum', () => {
    const exact = (quantity: string) => {
      const { numerator, denominator } = fee.exact(toMicros(quantity))
      return Number(numerator) / Number(denominator)
    }
    expect(exact('24.13')).toBe(1_000_000)
    expect(exact('24.14')).toBe(1_000_060)
    expect(exact('1713.79')).toBe(49_999_910)
    expect(exact('1713.80')).toBe(50_000_000)
  })

  test.each([
    ['0.99', '0'], //         the minimum is due with the first unit
    ['1', '24.137931'], //    0.70 ÷ 2.9 %
    ['3.20', '100'],
    ['49.99', '1713.448275'], // 49.69 ÷ 2.9 %
  ])('a limit of %s serves %s of money', (limit, served) => {
    expect(creditsText(fee.within(toMicros(limit)))).toBe(served)
  })

  test('from the maximum on, a limit serves everything', () => {
    expect(fee.within(toMicros('50'))).toBe(Infinity)
  })

  test('without usage the vendor decides whether the minimum is due', () => {
    const always = chargeIn('USD', terms, { flatFeeAtZero: 'charged' })
    expect(moneyText(always.price(0))).toBe('1.00')
    expect(fee.working(0)).toEqual([])
    expect(always.working(0).map((step) => step.rate)).toEqual(['fixed part 0.30', 'raised to the minimum 1'])
  })

  test('the working names each part', () => {
    const working = (quantity: string) =>
      fee.working(toMicros(quantity)).map((step) => `${step.rate}: ${moneyText(step.amount)}`)
    expect(working('100')).toEqual(['2.9 %: 2.90', 'fixed part 0.30: 0.30'])
    expect(working('10')).toEqual(['2.9 %: 0.29', 'fixed part 0.30: 0.30', 'raised to the minimum 1: 0.41'])
    // Only what is a share of the quantity is told beside it.
    expect(fee.working(toMicros('10')).map(({ quantity }) => quantity)).toEqual([toMicros('10'), 0, 0])
    expect(fee.working(toMicros('2000')).map(({ quantity }) => quantity)).toEqual([toMicros('2000'), 0, 0])
    expect(working('2000')).toEqual([
      '2.9 %: 58.00',
      'fixed part 0.30: 0.30',
      'capped at the maximum 50: -8.30',
    ])
  })

  test('a maximum below the minimum is refused', () => {
    const refused = Charge.safeParse({ ...terms, maximum: '0.50' })
    expect(refused.error?.issues.map((issue) => issue.path)).toEqual([['maximum']])
  })

  test('a fixed part above the maximum is capped from the first unit', () => {
    const capped = chargeIn('USD', { model: 'percentage', percent: '1', fixed: '5', maximum: '3' })
    expect(moneyText(capped.price(1))).toBe('3.00')
    expect(capped.within(toMicros('3'))).toBe(Infinity)
  })
})
