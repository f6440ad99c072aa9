import { describe, expect, it } from 'vitest'
import {
  beyondScale,
  LEAST_USAGE,
  MOST_USAGE,
  positionOf,
  stepAt,
  stepFrom,
  USAGE_STEPS,
  usageInWords,
} from '#renderer/fields/usage-scale.ts'

describe('the usage slider', () => {
  it('runs from 1,000 to 20 million on a logarithmic scale', () => {
    expect(positionOf(LEAST_USAGE)).toBe(0)
    expect(positionOf(MOST_USAGE)).toBe(1)
    const decade = positionOf(10_000) - positionOf(1_000)
    expect(positionOf(10_000_000) - positionOf(1_000_000)).toBeCloseTo(decade)
  })

  it('stays at its ends for what lies beyond', () => {
    expect(positionOf(0)).toBe(0)
    expect(positionOf(1e9)).toBe(1)
    expect(stepAt(0)).toBe(LEAST_USAGE)
    expect(stepAt(1)).toBe(MOST_USAGE)
  })

  it('snaps to steps a person reads easily, each of which it can reach', () => {
    expect(USAGE_STEPS.at(0)).toBe(LEAST_USAGE)
    expect(USAGE_STEPS.at(-1)).toBe(MOST_USAGE)
    for (const step of USAGE_STEPS) {
      expect(stepAt(positionOf(step))).toBe(step)
      expect(String(step).replace(/0+$/, '').length).toBeLessThanOrEqual(3)
    }
  })

  it('has steps that only rise', () => {
    expect(USAGE_STEPS.toSorted((one, other) => one - other)).toEqual(USAGE_STEPS)
    expect(new Set(USAGE_STEPS).size).toBe(USAGE_STEPS.length)
  })

  it('moves by steps, and from between two steps onto the next one', () => {
    expect(stepFrom(400_000, 1)).toBe(410_000)
    expect(stepFrom(400_000, -1)).toBe(390_000)
    expect(stepFrom(356_667, 1)).toBe(360_000)
    expect(stepFrom(356_667, -1)).toBe(350_000)
    expect(stepFrom(400_000, 10)).toBe(500_000)
  })

  it('does not leave the scale by keys', () => {
    expect(stepFrom(LEAST_USAGE, -1)).toBe(LEAST_USAGE)
    expect(stepFrom(MOST_USAGE, 1)).toBe(MOST_USAGE)
    expect(stepFrom(19_800_000, 10)).toBe(MOST_USAGE)
    expect(stepFrom(1_050, -10)).toBe(LEAST_USAGE)
  })

  it('knows what it cannot show, and says so', () => {
    expect([0, 999, 1_000, 20_000_000, 20_000_001].map(beyondScale)).toEqual([
      'below',
      'below',
      null,
      null,
      'above',
    ])
    expect(usageInWords(400_000)).toBe('400,000 credits a month')
    expect(usageInWords(1)).toBe('1 credit a month, below the scale, which begins at 1K')
    expect(usageInWords(40_000_000)).toBe('40,000,000 credits a month, beyond the scale, which ends at 20M')
  })
})
