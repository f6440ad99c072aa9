import { describe, expect, test } from 'vitest'
import { monthlyFigure } from '#main/engine/index.ts'

const series = (...credits: string[]) => monthlyFigure({ kind: 'series', credits })
const pattern = (monthly: string) => monthlyFigure({ kind: 'pattern', monthly, pattern: { kind: 'flat' } })

describe('the one figure a month that stands for usage', () => {
  test('is a pattern’s own, in whole credits, half up', () => {
    expect(pattern('400000')).toBe('400000')
    expect(pattern('100.5')).toBe('101')
    expect(pattern('100.499999')).toBe('100')
  })

  test('is the average of months written out', () => {
    expect(series('100', '200', '300')).toBe('200')
    expect(series('1', '2')).toBe('2') // 1.5
    expect(series('0.4', '0.5')).toBe('0') // 0.45
    expect(series()).toBe('0')
  })

  test('is never larger than can be billed, however large the months', () => {
    // the average is 9,007,199,254.740991, of which the nearest whole credit is one too many
    expect(series('9007199254.740991', '9007199254.740991')).toBe('9007199254')
  })
})
