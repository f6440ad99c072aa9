import { describe, expect, it } from 'vitest'
import { inkName, planInks } from '#renderer/theme/plan-colors.ts'
import { surfaces } from '#renderer/theme/surfaces.ts'
import { contrast, difference, EYES } from './support/color.ts'

const THEMES = ['light', 'dark'] as const
const inks = [...planInks].map(([name, ink]) => ({ name, ...ink }))

describe.each(THEMES)('plan inks on the %s theme', (theme) => {
  it.each(inks)('$name can be read as text on every surface it is written on', (ink) => {
    for (const surface of ['page', 'raised'] as const) {
      expect(contrast(ink[theme], surfaces[theme][surface])).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(EYES)('stay apart for $name eyes', ({ see }) => {
    const close = inks.flatMap((one, index) =>
      inks
        .slice(index + 1)
        .filter((other) => difference(see(one[theme]), see(other[theme])) < 0.08)
        .map((other) => `${one.name} and ${other.name}`),
    )
    expect(close).toEqual([])
  })
})

describe('plan inks', () => {
  it('have dashes of their own', () => {
    expect(new Set(inks.map(({ dash }) => dash)).size).toBe(inks.length)
  })

  it('go with the plan, and with its place where the plan is not known', () => {
    expect(inkName('pro', 0)).toBe('pro')
    expect(inkName('gold', 1)).toBe('starter')
    expect(inkName('gold', 8)).toBe('starter')
  })
})

describe.each(THEMES)('the %s surfaces', (theme) => {
  const { page, panel, raised, ...on } = surfaces[theme]

  it('carry every text ink at 4.5 to 1', () => {
    const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'danger'] as const
    const weak = texts.filter((ink) =>
      [page, panel, raised].some((surface) => contrast(on[ink], surface) < 4.5),
    )
    expect(weak).toEqual([])
    expect(contrast(on['ink-3'], on['accent-soft'])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(on.danger, on['danger-soft'])).toBeGreaterThanOrEqual(4.5)
  })
})
