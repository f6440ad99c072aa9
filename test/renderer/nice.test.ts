import { describe, expect, it } from 'vitest'
import { fittedRange, niceAtLeast, niceTicks, pointerStep, rangePast } from '#renderer/charts/nice.ts'

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
    // the most that can be billed in a month
    expect(fittedRange(9_000_000_000, null)).toBe(9_007_199_254)
    expect(fittedRange(9_005_000_000, null)).toBe(9_007_199_254)
  })

  it('is set by pointer in readable steps', () => {
    expect(pointerStep(1_000_000)).toBe(2_000)
  })
})

describe('how far to look', () => {
  it('is past the largest quota, and never short of the slider', () => {
    // 2.2 × 22,000,000 = 48,400,000
    expect(rangePast(['500000', '22000000'], 20_000_000)).toBe(50_000_000)
    expect(rangePast(['500000'], 20_000_000)).toBe(20_000_000)
    expect(rangePast([], 20_000_000)).toBe(20_000_000)
    expect(rangePast(['9000000000'], 20_000_000)).toBe(9_007_199_254)
  })
})
