import { describe, expect, test } from 'vitest'
import { toMicros } from '#main/engine/exact/amount.ts'
import { minorUnit, roundedShare } from '#main/engine/exact/round.ts'
import { roundTo, whole } from '#main/engine/exact/rational.ts'

const CENT = 10_000

describe('an invoice line rounds once, half-up, to the minor unit', () => {
  test.each([
    // $22.00 × 50 % = $11.00
    ['22', 50, 100, '11'],
    // $5.01 × 50 % = $2.505, half-up
    ['5.01', 50, 100, '2.51'],
    // $10.00 ÷ 3 = $3.333…
    ['10', 1, 3, '3.33'],
    ['10', 2, 3, '6.67'],
    ['0.01', 49, 100, '0'],
  ])('%s × %i ÷ %i = %s', (amount, numerator, denominator, expected) => {
    expect(roundedShare(toMicros(amount), numerator, denominator, CENT)).toBe(toMicros(expected))
  })

  test('the minor unit is the currency’s own', () => {
    expect(minorUnit('USD')).toBe(10_000)
    expect(minorUnit('JPY')).toBe(1_000_000)
    expect(minorUnit('KWD')).toBe(1000)
    // ¥101 × 50 % = ¥50.5: half a yen rounds up
    expect(roundedShare(toMicros('101'), 50, 100, minorUnit('JPY'))).toBe(toMicros('51'))
  })

  test('an amount spread over months rounds half-up as well', () => {
    // $1,188.00 over 12 months; $100.00 over 12 = 8.3333…; $0.30 over 12 = 2.5 cents
    expect(roundTo(whole(toMicros('1188')), CENT, 12)).toBe(toMicros('99'))
    expect(roundTo(whole(toMicros('100')), CENT, 12)).toBe(toMicros('8.33'))
    expect(roundTo(whole(toMicros('0.30')), CENT, 12)).toBe(toMicros('0.03'))
  })
})

/**
 * Where `Intl` knows what is usual in daily life (Unicode CLDR) and not the standard: ISO 4217 has hundredths for all of
 * these but the Iraqi dinar, which has thousandths.
 */
const UNUSUAL_IN_DAILY_LIFE = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER'.split(' ')

const usualDecimals = (currency: string): number | undefined =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits

describe('the minor unit of every currency that the platform knows', () => {
  test.each(Intl.supportedValuesOf('currency').filter((code) => !UNUSUAL_IN_DAILY_LIFE.includes(code)))(
    '%s is as usual',
    (currency) => expect(minorUnit(currency)).toBe(1_000_000 / 10 ** (usualDecimals(currency) ?? Number.NaN)),
  )

  test.each(UNUSUAL_IN_DAILY_LIFE.filter((code) => code !== 'IQD'))(
    '%s has hundredths, whatever is usual',
    (currency) => expect(minorUnit(currency)).toBe(10_000),
  )

  test('some have thousandths, or ten-thousandths, or nothing smaller than one', () => {
    for (const currency of ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])
      expect(minorUnit(currency)).toBe(1000)
    for (const currency of ['CLF', 'UYW']) expect(minorUnit(currency)).toBe(100)
    for (const currency of ['CLP', 'JPY', 'KRW', 'UYI', 'XOF']) expect(minorUnit(currency)).toBe(1_000_000)
  })
})
