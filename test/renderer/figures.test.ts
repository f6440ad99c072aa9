import { afterEach, describe, expect, it } from 'vitest'
import {
  amount,
  compactCredits,
  credits,
  creditsInWords,
  currencySign,
  day,
  fineAmount,
  editable,
  isZero,
  money,
  percent,
  plainDecimal,
  plural,
  setNumberFormat,
  shortMoney,
  unitPrice,
  wholeCredits,
} from '#renderer/format/figures.ts'

describe('figures', () => {
  it('are printed from their decimal strings, exactly, however long', () => {
    expect(money('9007199254.74', 'USD')).toBe('$9,007,199,254.74')
    expect(credits('9007199254.740991')).toBe('9,007,199,254.740991')
    expect(credits('356666.67')).toBe('356,666.67')
    expect(amount('1188.00')).toBe('1,188.00')
    expect(fineAmount('0.28')).toBe('0.2800')
    expect(unitPrice('0.2475', 'USD')).toBe('$0.2475')
    expect(unitPrice('0.3', 'USD')).toBe('$0.30')
  })

  it('are short where a picture has no room', () => {
    expect(shortMoney(219, 'USD')).toBe('$219')
    expect(shortMoney(0.5, 'USD')).toBe('$0.50')
    expect(shortMoney('2640.00', 'USD')).toBe('$2,640')
    expect(shortMoney(26_400, 'USD')).toBe('$26.4K')
    expect(compactCredits(1_462_500)).toBe('1.46M')
    expect(wholeCredits('356666.67')).toBe('356,667')
  })

  it('are shown as they came where they are no decimals', () => {
    expect(money('n/a', 'USD')).toBe('n/a')
  })

  it('know zero in every spelling', () => {
    expect(['0', '0.00', '0.000000'].map(isZero)).toEqual([true, true, true])
    expect(['0.01', '10', ''].map(isZero)).toEqual([false, false, false])
  })

  it('name the currency, days and counts', () => {
    expect(currencySign('USD')).toBe('$')
    expect(currencySign('EUR')).toBe('€')
    expect(day('2026-04-08')).toBe('8 Apr 2026')
    expect(day('soon')).toBe('soon')
    expect(plural(1, 'month')).toBe('1 month')
    expect(plural(12, 'month')).toBe('12 months')
    expect(plural(1_250, 'plan')).toBe('1,250 plans')
    expect(creditsInWords(0)).toBe('0 credits')
    expect(creditsInWords('1')).toBe('1 credit')
    expect(creditsInWords('1.00')).toBe('1 credit')
    expect(creditsInWords('356666.67')).toBe('356,666.67 credits')
  })
})

describe('the number format', () => {
  afterEach(() => setNumberFormat('comma'))

  it.each([
    ['comma', '$1,234,567.50', '12.5 %', '1.46M'],
    ['point', '$1.234.567,50', '12,5 %', '1,46M'],
    ['space', '$1\u202f234\u202f567,50', '12,5 %', '1,46M'],
    ['apostrophe', "$1'234'567.50", '12.5 %', '1.46M'],
  ] as const)('%s prints every kind of figure alike', (format, price, share, short) => {
    setNumberFormat(format)
    expect(money('1234567.5', 'USD')).toBe(price)
    // As wide as a plus: U+2212, and no hyphen.
    expect(money('-1234567.5', 'USD')).toBe(`\u2212${price}`)
    expect(percent('12.5')).toBe(share)
    expect(compactCredits(1_462_500)).toBe(short)
  })

  it.each(['comma', 'point', 'space', 'apostrophe'] as const)(
    '%s is read back as it was printed',
    (format) => {
      setNumberFormat(format)
      expect(plainDecimal(money('1234567.5', 'USD'))).toBe('1234567.50')
      expect(plainDecimal(credits('356666.67'))).toBe('356666.67')
      expect(plainDecimal(credits('-356666.67'))).toBe('-356666.67')
      expect(plainDecimal(editable('1234.5'))).toBe('1234.5')
      expect(editable('lots.')).toBe('lots.')
    },
  )
})
