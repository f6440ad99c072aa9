import { describe, expect, it } from 'vitest'
import { COST_FILLS, CREDIT_FILLS } from '#renderer/charts/cost-series.ts'
import { LAYER_FILLS, USE_FILLS } from '#renderer/charts/layer-series.ts'
import type { SeriesFill } from '#renderer/charts/series-fills.tsx'
import { SERIES_INKS } from '#renderer/theme/series-inks.ts'
import { surfaces } from '#renderer/theme/surfaces.ts'
import { contrast, difference, EYES } from './support/color.ts'

const THEMES = ['light', 'dark'] as const
const inks = Object.entries(SERIES_INKS).map(([name, ink]) => ({ name, ...ink }))

describe.each(THEMES)('series inks on the %s theme', (theme) => {
  it.each(inks)('$name can be seen on the page', (ink) => {
    expect(contrast(ink[theme], surfaces[theme].page)).toBeGreaterThanOrEqual(3)
  })

  it.each(EYES)('stay apart for $name eyes where they fill a whole shape', ({ see }) => {
    // These are drawn side by side without a pattern: the plan's, the seats', the prepaid and the other money.
    const solid = inks.filter(({ name }) => ['plan', 'seat', 'prepaid', 'other'].includes(name))
    const close = solid.flatMap((one, index) =>
      solid
        .slice(index + 1)
        .filter((other) => difference(see(one[theme]), see(other[theme])) < 0.06)
        .map((other) => `${one.name} and ${other.name}`),
    )
    expect(close).toEqual([])
  })
})

describe('the fills of a chart', () => {
  const inShort = ({ ink, pattern }: SeriesFill) => `${ink} ${pattern}`

  it.each([
    ['kinds of money', COST_FILLS],
    ['credits that were lost or held back', CREDIT_FILLS],
    ['layers', LAYER_FILLS],
    ['uses', USE_FILLS],
  ])('are all different: %s', (_, fills) => {
    const all = Object.values(fills).map(inShort)
    expect(new Set(all).size).toBe(all.length)
  })

  it('tell layers apart by more than their ink', () => {
    const patterns = Object.values(LAYER_FILLS).map(({ pattern }) => pattern)
    expect(patterns.filter((pattern) => pattern !== 'solid')).toEqual(['hatch', 'dots', 'back'])
  })

  it('keep the ink of what is one matter as money and as credits', () => {
    expect(COST_FILLS.subscription.ink).toBe(LAYER_FILLS.fresh.ink)
    expect(COST_FILLS.seats.ink).toBe(LAYER_FILLS.seat.ink)
    expect(COST_FILLS.pack.ink).toBe(LAYER_FILLS.pack.ink)
    expect(COST_FILLS.overage.ink).toBe(USE_FILLS.overage.ink)
  })
})
