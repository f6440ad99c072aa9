import { describe, expect, it } from 'vitest'
import { fittedRange, niceAtLeast, niceTicks, pointerStep, usualMonths } from '#renderer/charts/nice.ts'

describe('nice figures', () => {
  it('are 1, 2 or 5 times a power of ten, and never too small', () => {
    expect([1, 1.1, 2, 3, 7, 10, 640_000, 0.3].map(niceAtLeast)).toEqual([1, 2, 2, 5, 10, 10, 1_000_000, 0.5])
    expect(niceAtLeast(0)).toBe(1)
  })

  it('make even ticks that hold the most', () => {
    expect(niceTicks(328, 6)).toEqual({ top: 400, ticks: [0, 100, 200, 300, 400] })
    expect(niceTicks(1_000_000, 10).ticks).toHaveLength(11)
  })
})

describe('the range of the usage axis', () => {
  it('leaves room to the right of the usage', () => {
    expect(fittedRange(400_000, null)).toBe(1_000_000)
    expect(fittedRange(8_000, null)).toBe(20_000)
    expect(fittedRange(1_000, null)).toBe(20_000)
  })

  it('stays while the usage moves well inside it', () => {
    expect(fittedRange(150_000, 1_000_000)).toBe(1_000_000)
    expect(fittedRange(940_000, 1_000_000)).toBe(1_000_000)
  })

  it('moves on when the usage comes near an end', () => {
    expect(fittedRange(960_000, 1_000_000)).toBe(5_000_000)
    expect(fittedRange(50_000, 1_000_000)).toBe(200_000)
  })

  it('ends at the end of the slider, unless more was typed', () => {
    expect(fittedRange(20_000_000, null)).toBe(20_000_000)
    expect(fittedRange(300_000_000, null)).toBe(500_000_000)
    expect(fittedRange(9_000_000_000, null)).toBe(9_000_000_000)
    expect(fittedRange(9_005_000_000, null)).toBe(9_007_199_254)
  })

  it('ends where all months together are the most that is billed exactly', () => {
    const growth = usualMonths({ kind: 'growth', percent: '20' }, 36)
    // 1.2 to the power of 36 less 1, divided by 0.2
    expect(growth).toBeCloseTo(3_539.01, 2)
    expect(fittedRange(1_200_000, null, growth)).toBe(2_500_000)
    expect(fittedRange(1_200_000, 5_000_000, growth)).toBe(2_500_000)
    expect(fittedRange(510_000_000, null, 12)).toBe(750_000_000)
    expect(fittedRange(60_000_000, null, 120)).toBe(75_000_000)
    // Between 75,000,000 and a 120th of 9,007,199,254.
    expect(fittedRange(75_050_000, null, 120)).toBe(75_059_993)
  })

  it('counts months as the pattern makes them', () => {
    expect(usualMonths({ kind: 'flat' }, 12)).toBe(12)
    expect(usualMonths({ kind: 'seasonal', amplitude: '40', peakMonth: 6 }, 12)).toBeCloseTo(12)
    expect(usualMonths({ kind: 'seasonal', amplitude: '40', peakMonth: 1 }, 1)).toBeCloseTo(1.4)
    expect(usualMonths({ kind: 'spike', month: 3, multiple: '5' }, 12)).toBe(16)
    expect(usualMonths({ kind: 'spike', month: 3, multiple: '5' }, 2)).toBe(2)
  })

  it('is set by pointer in readable steps', () => {
    expect(pointerStep(1_000_000)).toBe(2_000)
  })
})
