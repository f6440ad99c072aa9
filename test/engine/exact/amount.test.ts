import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditsText, inBounds, moneyText, OutOfBounds, toMicros } from '#main/engine/exact/amount.ts'

describe('amounts are read and written exactly', () => {
  test.each([
    ['0', 0],
    ['0.000001', 1],
    ['0.30', 300_000],
    ['94.00', 94_000_000],
    ['300000', 300_000_000_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('%s is %i micros', (text, micros) => {
    expect(toMicros(text)).toBe(micros)
  })

  test.each([
    [0, '0', '0.00'],
    [1, '0.000001', '0.000001'],
    [550_000, '0.55', '0.55'],
    [237_500, '0.2375', '0.2375'],
    [94_000_000, '94', '94.00'],
    [100_500_000, '100.5', '100.50'],
    [-11_000_000, '-11', '-11.00'],
    [-1, '-0.000001', '-0.000001'],
    [Number.MAX_SAFE_INTEGER, '9007199254.740991', '9007199254.740991'],
  ])('%i micros are %s credits and %s of money', (micros, credits, money) => {
    expect(creditsText(micros)).toBe(credits)
    expect(moneyText(micros)).toBe(money)
  })

  test('what was written is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (micros) => {
        expect(toMicros(creditsText(micros))).toBe(micros)
        expect(toMicros(moneyText(micros))).toBe(micros)
      }),
      { numRuns: 2000 },
    )
  })

  test('an amount beyond the safe integers is refused, never rounded', () => {
    expect(() => toMicros('9007199254.740992')).toThrow(OutOfBounds)
    expect(() => inBounds(2 ** 53)).toThrow(OutOfBounds)
    expect(() => moneyText(2 ** 53)).toThrow(OutOfBounds)
    expect(inBounds(-Number.MAX_SAFE_INTEGER)).toBe(-Number.MAX_SAFE_INTEGER)
  })
})
