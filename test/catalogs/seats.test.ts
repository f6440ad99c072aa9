import { describe, expect, it } from 'vitest'
import { planOf, preset } from './figures.ts'

/** Plan, Full, Basic, ElevenCreative ceiling, and up to how many Full seats are for sale (open: by contract). */
const tables = {
  'elevenlabs-2026-04': [
    ['free', 1, 20, '10000', 'none'],
    ['starter', 1, 20, '10000', 'none'],
    ['creator', 1, 20, '10000', 'none'],
    ['pro', 1, 20, '10000', 'none'],
    ['scale', 3, 20, '10000', 'none'],
    ['business', 5, 20, '10000', 'none'],
    ['enterprise', 11, 1000, '10000', 'open'],
  ],
  'dodo-elevenlabs': [
    ['free', 1, 0, null, 'none'],
    ['starter', 1, 0, null, 'none'],
    ['creator', 1, 0, null, 'none'],
    ['pro', 1, 0, null, 'none'],
    ['scale', 3, 0, null, 'none'],
    ['enterprise', 3, 0, null, 'none'],
  ],
  'elevenlabs-2026-10': [
    ['free', 1, 20, '50000', 'none'],
    ['starter', 1, 20, '50000', 'none'],
    ['creator', 1, 20, '50000', 'none'],
    ['pro', 1, 20, '50000', 11],
    ['scale', 3, 20, '50000', 11],
    ['business', 10, 20, '50000', 11],
    // $5 of usage at 6,060.6 credits for $1
    ['enterprise', 11, 1000, '30303', 'open'],
  ],
}

describe.each(Object.entries(tables))('seats of %s', (id, table) => {
  it('are those of the documents', () => {
    const found = preset(id).plans.map(({ id: plan, seats }) => [
      plan,
      seats.full.value,
      seats.basic.value,
      seats.basicCeiling?.credits.value ?? null,
      seats.purchase === null ? 'none' : (seats.purchase.limit?.value ?? 'open'),
    ])
    expect(found).toEqual(table)
  })

  it('have a ceiling on ElevenCreative and on nothing else', () => {
    const families = preset(id).plans.flatMap(({ seats }) => seats.basicCeiling?.families ?? [])
    expect(families.filter((family) => family !== 'ElevenCreative')).toEqual([])
  })
})

describe('extra Full seats', () => {
  it('start at $100 for Enterprise in April 2026 and never cost more for being many', () => {
    const purchase = planOf(preset('elevenlabs-2026-04'), 'enterprise').seats.purchase
    if (purchase?.charge.value.model !== 'volume') throw new Error('Expected a volume schedule.')
    const prices = purchase.charge.value.tiers.map((tier) => Number(tier.rate.amount))
    expect(prices[0]).toBe(100)
    expect(prices.length).toBeGreaterThan(1)
    expect(prices).toEqual(prices.toSorted((a, b) => b - a))
  })

  it.each([
    // $100 at 11,000,000 credits for $1,320
    ['elevenlabs-2026-04', 'enterprise', '833333', 'estimated'],
    // $100 at 600,000 credits for $99
    ['elevenlabs-2026-10', 'pro', '606060', 'assumed'],
    // $100 at 1,800,000 credits for $299
    ['elevenlabs-2026-10', 'scale', '602006', 'assumed'],
    // $100 at 6,000,000 credits for $990
    ['elevenlabs-2026-10', 'business', '606060', 'assumed'],
    ['elevenlabs-2026-10', 'enterprise', '606060', 'assumed'],
  ])('of %s %s add %s credits each (%s)', (id, planId, credits, basis) => {
    const catalog = preset(id)
    const { purchase } = planOf(catalog, planId).seats
    expect(purchase?.credits.value).toBe(credits)
    expect(catalog.sources[purchase?.credits.source ?? '']?.basis).toBe(basis)
    expect(catalog.sources[purchase?.charge.source ?? '']?.basis).toBe('assumed')
  })
})
