import { describe, expect, test } from 'vitest'
import { creditsText, toMicros } from '#main/engine/exact/amount.ts'
import { patternSeries, usageSeries } from '#main/engine/scenario/usage-curve.ts'
import type { UsagePattern } from '#shared/usage.ts'

const series = (pattern: UsagePattern, monthly: string, months: number) =>
  patternSeries(pattern, toMicros(monthly), months).map(creditsText)

describe('modelled usage', () => {
  test('flat: the figure every month', () => {
    expect(series({ kind: 'flat' }, '400', 3)).toEqual(['400', '400', '400'])
  })

  test('growth: each month so much more than the one before, rounded half-up to the micro-credit', () => {
    expect(series({ kind: 'growth', percent: '10' }, '1000', 4)).toEqual(['1000', '1100', '1210', '1331'])
    // 0.000001 × 1.5 = 0.0000015, half-up 0.000002; × 1.5 = 0.000003
    expect(series({ kind: 'growth', percent: '50' }, '0.000001', 3)).toEqual([
      '0.000001',
      '0.000002',
      '0.000003',
    ])
    expect(series({ kind: 'growth', percent: '0' }, '7', 2)).toEqual(['7', '7'])
  })

  test('seasonal: a cosine of the year, so much above the figure in the peak month, below half a year away', () => {
    // 40 % of 1,000, times the cosine at 0°, 30°, 60°, 90° … in thousandths: 1, 0.866, 0.5, 0
    expect(series({ kind: 'seasonal', amplitude: '40', peakMonth: 1 }, '1000', 13)).toEqual([
      '1400',
      '1346.4',
      '1200',
      '1000',
      '800',
      '653.6',
      '600',
      '653.6',
      '800',
      '1000',
      '1200',
      '1346.4',
      '1400',
    ])
  })

  test('the peak falls in its month, and a year of the wave sums to twelve times the figure', () => {
    const year = series({ kind: 'seasonal', amplitude: '100', peakMonth: 11 }, '1000', 12).map(Number)
    expect(year.indexOf(2000)).toBe(10)
    expect(year.indexOf(0)).toBe(4)
    expect(year.reduce((sum, month) => sum + month, 0)).toBe(12_000)
  })

  test('spike: one month has a multiple', () => {
    expect(series({ kind: 'spike', month: 2, multiple: '2.5' }, '1000', 3)).toEqual(['1000', '2500', '1000'])
    expect(series({ kind: 'spike', month: 1, multiple: '0' }, '1000', 2)).toEqual(['0', '1000'])
  })

  test('falling growth: each month so much less than the one before, down to nothing and no further', () => {
    expect(series({ kind: 'growth', percent: '-20' }, '1000', 4)).toEqual(['1000', '800', '640', '512'])
    expect(series({ kind: 'growth', percent: '-100' }, '1000', 3)).toEqual(['1000', '0', '0'])
    // 0.000003 × 0.5 = 0.0000015, half-up 0.000002; × 0.5 = 0.000001; × 0.5 = 0.0000005, half-up 0.000001
    expect(series({ kind: 'growth', percent: '-50' }, '0.000003', 4)).toEqual([
      '0.000003',
      '0.000002',
      '0.000001',
      '0.000001',
    ])
  })

  test('steps: the figure until the first one, and from each month on its multiple', () => {
    const steps = [
      { month: 2, multiple: '1.5' },
      { month: 4, multiple: '0' },
      { month: 6, multiple: '1' },
      { month: 9, multiple: '7' },
    ]
    expect(series({ kind: 'steps', steps }, '1000', 7)).toEqual([
      '1000',
      '1500',
      '1500',
      '0',
      '0',
      '1000',
      '1000',
    ])
  })

  test('a written-out series is used as it is', () => {
    expect(usageSeries({ kind: 'series', credits: ['1', '2.5'] }, 2)).toEqual([1_000_000, 2_500_000])
  })
})
