import { describe, expect, it } from 'vitest'
import { byUsage, usageUnit } from '#renderer/finding/base-usage.ts'
import { curveTitle } from '#renderer/finding/curve-title.ts'
import { stretchAt } from '#renderer/finding/stretch.ts'
import { curves, planCost, stretch, tied, worked } from './support/samples.ts'

const FLAT = { kind: 'flat' } as const
const GROWTH = { kind: 'growth', percent: '10' } as const
const SEASON = { kind: 'seasonal', amplitude: '40', peakMonth: 6 } as const
const SPIKE = { kind: 'spike', month: 3, multiple: '3' } as const

const reach = curves({
  upTo: '50000000',
  envelope: [
    stretch('starter', '0', '30000'),
    stretch('creator', '30000', '356666.67'),
    stretch('pro', '356666.67', '1462500'),
    stretch('enterprise', '1462500', '50000000', { ends: 'range' }),
  ],
})

/** A comparison at a usage that `cheapest` is the cheapest of, and nothing else of interest. */
const at = (usage: string, cheapest: string | null) =>
  worked({
    usage,
    cheapest,
    plans: cheapest === null ? [] : [planCost(cheapest, { total: '99.00' })],
    cheaperButBlocking: [],
  })

describe('the title of the cost curves', () => {
  it('says between which usages the cheapest plan is the cheapest', () => {
    expect(curveTitle(reach, at('400000', 'pro'), FLAT, true)).toBe(
      'Pro is the cheapest between 356,667 and 1,462,500 credits a month',
    )
    expect(curveTitle(reach, at('5000', 'starter'), FLAT, true)).toBe(
      'Starter is the cheapest up to 30,000 credits a month',
    )
  })

  it('claims nothing beyond what was computed', () => {
    expect(curveTitle(reach, at('9000000', 'enterprise'), FLAT, true)).toBe(
      'Enterprise is the cheapest above 1,462,500, up to at least 50,000,000 credits a month',
    )
    const one = curves({ upTo: '50000000', envelope: [stretch('pro', '0', '50000000', { ends: 'range' })] })
    expect(curveTitle(one, at('5000', 'pro'), FLAT, true)).toBe(
      'Pro is the cheapest up to at least 50,000,000 credits a month',
    )
  })

  it('says above which usage every plan blocks: that usage itself is still served', () => {
    const ends = curves({
      upTo: '50000000',
      envelope: [
        stretch('enterprise', '0', '22000000'),
        stretch(null, '22000000', '50000000', { ends: 'range' }),
      ],
    })
    expect(curveTitle(ends, at('30000000', null), FLAT, false)).toBe(
      'Every plan blocks above 22,000,000 credits a month',
    )
    expect(curveTitle(ends, at('22000000', 'enterprise'), FLAT, false)).toBe(
      'Enterprise is the cheapest up to 22,000,000 credits a month',
    )
  })

  it('calls a tie a tie, as the finding does', () => {
    expect(curveTitle(reach, tied(), FLAT, true)).toBe(
      'Creator and Pro cost the same at 356,667 credits a month',
    )
  })

  it('says what the cheapest is the cheapest of, as the finding does', () => {
    const { plans } = at('400000', 'pro')
    const comparison = worked({
      usage: '400000',
      cheapest: 'pro',
      plans: [planCost('creator', { total: '22.00', blockedCredits: '3600000' }), ...plans],
      cheaperButBlocking: ['creator'],
    })
    expect(curveTitle(reach, comparison, FLAT, false)).toBe(
      'Pro is the cheapest that blocks nothing between 356,667 and 1,462,500 credits a month',
    )
  })

  it('says which usage it is a range of', () => {
    const of = (pattern: Parameters<typeof curveTitle>[2]) =>
      curveTitle(reach, at('400000', 'pro'), pattern, true)
    expect(of(GROWTH)).toBe(
      'Pro is the cheapest for usage starting between 356,667 and 1,462,500 credits a month',
    )
    expect(of(SEASON)).toBe(
      'Pro is the cheapest between 356,667 and 1,462,500 credits a month on yearly average',
    )
    expect(of(SPIKE)).toBe('Pro is the cheapest between 356,667 and 1,462,500 credits in an ordinary month')
  })

  it('says nothing of what is not known, or known of other terms', () => {
    expect(curveTitle(null, at('5000', 'starter'), FLAT, true)).toBe('Cost by usage')
    expect(curveTitle(reach, null, FLAT, true)).toBe('Cost by usage')
    expect(curveTitle(reach, at('60000000', 'enterprise'), FLAT, true)).toBe('Cost by usage')
    expect(curveTitle(reach, at('400000', 'creator'), FLAT, true)).toBe('Cost by usage')
  })

  it('gives a boundary to the stretch below it, as the engine does', () => {
    expect(stretchAt(reach.envelope, '30000')).toBe(0)
    expect(stretchAt(reach.envelope, '30000.000001')).toBe(1)
  })
})

describe('the axis of usage', () => {
  it('counts what the pattern makes of the figure that is set', () => {
    expect([FLAT, GROWTH, SEASON, SPIKE].map((pattern) => usageUnit(pattern, 12))).toEqual([
      'credits a month',
      'credits in month 1',
      'credits, on average',
      'credits, but for the spike',
    ])
    expect(byUsage(GROWTH, 12)).toBe('by credits used in month 1')
    expect(byUsage(GROWTH, 1)).toBe('by credits used a month')
  })
})
