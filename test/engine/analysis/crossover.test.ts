import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { crossovers, envelope } from '#main/engine/index.ts'
import type { Charge } from '#shared/charge.ts'
import { catalogOf, perThousand, planOf, type PlanTerms, postpaid, valueOf } from '../support/build.ts'

const PRESETS: readonly (readonly [string, readonly (readonly (string | null)[])[]])[] = [
  [
    'elevenlabs-2026-04',
    [
      ['free', 'starter', '10000.00', 'quota', '5.00'],
      ['starter', 'creator', '30000.00', 'quota', '22.00'],
      // 22 + (u − 100,000) × 0.0003 = 99: u = 100,000 + 77 ÷ 0.0003
      ['creator', 'pro', '356666.67', 'cost', '99.00'],
      // 99 + (u − 500,000) × 0.00024 = 330
      ['pro', 'scale', '1462500.00', 'cost', '330.00'],
      // 330 + (u − 2,000,000) × 0.00018 = 1,320
      ['scale', 'business', '7500000.00', 'cost', '1320.00'],
      // 1,320 + (u − 11,000,000) × 0.00012 = 2,640
      ['business', 'enterprise', '22000000.00', 'cost', '2640.00'],
    ],
  ],
  [
    'dodo-elevenlabs',
    [
      ['free', 'starter', '10000.00', 'quota', '5.00'],
      ['starter', 'creator', '30000.00', 'quota', '22.00'],
      // 22 + (u − 100,000) × 0.00024 = 99
      ['creator', 'pro', '420833.33', 'cost', '99.00'],
      // At Scale's quota Pro still costs 99 + 225 = 324. Beyond it both charge: the gap of 6.00 closes at
      // 0.00015 − 0.00010 a credit, 120,000 credits on, where both cost 342.00.
      ['pro', 'scale', '2120000.00', 'cost', '342.00'],
      // At Enterprise's quota Scale costs 330 + 200 = 530 of 660, and from there both charge the same rate.
      ['scale', 'enterprise', null, 'never', null],
    ],
  ],
  [
    'elevenlabs-2026-10',
    [
      // At Starter's quota Free costs 20,000 × 0.0002 = 4.00 of 6.00; beyond, both pay the same.
      ['free', 'starter', null, 'never', null],
      // 6 + (u − 30,000) × 6 ÷ 30,000 = 22
      ['starter', 'creator', '110000.00', 'cost', '22.00'],
      // u × 22 ÷ 121,000 = 99
      ['creator', 'pro', '544500.00', 'cost', '99.00'],
      // At Scale's quota Pro costs 297.00 of 299.00, and Scale's credits cost more from there.
      ['pro', 'scale', null, 'never', null],
      // u × 299 ÷ 1,800,000 = 990
      ['scale', 'business', '5959866.22', 'cost', '990.00'],
      ['business', 'enterprise', '12000000.00', 'cost', '1980.00'],
    ],
  ],
]

test.each(PRESETS)('the ladder of %s', (id, expected) => {
  const catalog = findPreset(id)
  if (catalog === undefined) throw new Error(`no preset ${id}`)
  const found = valueOf(crossovers(catalog)).map(({ from, to, usage, kind, monthly }) => [
    from,
    to,
    usage,
    kind,
    monthly,
  ])
  expect(found).toEqual(expected)
})

const presetOf = (id: string) => {
  const catalog = findPreset(id)
  if (catalog === undefined) throw new Error(`no preset ${id}`)
  return catalog
}

describe('a crossover says who is cheaper there than both', () => {
  test('in October 2026 Free, then Pro, make three of six crossovers nobody’s choice', () => {
    const found = valueOf(crossovers(presetOf('elevenlabs-2026-10')))
    expect(found.map(({ from, to, cheaper, neverCheapest }) => [from, to, cheaper, neverCheapest])).toEqual([
      ['free', 'starter', null, ['starter']],
      // at 110,000: Free’s 100,000 past its quota at 0.20 per 1,000
      ['starter', 'creator', { plan: 'free', monthly: '20.00' }, ['starter']],
      ['creator', 'pro', null, []],
      ['pro', 'scale', null, ['scale']],
      // at 5,959,866.22: Pro’s credits at 99.00 for 600,000 = 983.3779…
      ['scale', 'business', { plan: 'pro', monthly: '983.38' }, ['scale', 'business']],
      // at 12,000,000 Pro costs 1,980.00 too, which is no less
      ['business', 'enterprise', null, ['business', 'enterprise']],
    ])
  })

  test('and in April 2026 none does; only Enterprise, which costs what Business does from 22,000,000 on, is never the cheapest', () => {
    const found = valueOf(crossovers(presetOf('elevenlabs-2026-04')))
    expect(found.flatMap(({ cheaper }) => cheaper ?? [])).toEqual([])
    expect(found.flatMap(({ neverCheapest }) => neverCheapest)).toEqual(['enterprise'])
  })
})

/*
 * low     10.00 for 1,000 credits, blocks
 * middle  60.00 for 2,000 credits, then 10.00 per 1,000
 * high    50.00 for 5,000 credits, blocks
 */
const BEATEN = catalogOf([
  planOf({ id: 'low', monthly: '10' }),
  planOf({ id: 'middle', monthly: '60', credits: '2000', pastQuota: postpaid(perThousand('10')) }),
  planOf({ id: 'high', monthly: '50', credits: '5000' }),
])

test('every pair on request: each plan with every one above it, by the lower one', () => {
  const found = valueOf(crossovers(BEATEN, 'all'))
  expect(found.map(({ from, to, usage, kind, cheaper }) => [from, to, usage, kind, cheaper])).toEqual([
    // past 1,000 High serves as well, for 50.00
    ['low', 'middle', '1000.00', 'quota', { plan: 'high', monthly: '50.00' }],
    ['low', 'high', '1000.00', 'quota', null],
    // Low still serves without usage, for 10.00
    ['middle', 'high', '0.00', 'fromStart', { plan: 'low', monthly: '10.00' }],
  ])
  expect(valueOf(crossovers(BEATEN)).map(({ from, to }) => [from, to])).toEqual([
    ['low', 'middle'],
    ['middle', 'high'],
  ])
})

describe('the envelope of a ladder', () => {
  test('says which plan is the cheapest where, what it costs there and why that ends', () => {
    expect(valueOf(envelope(BEATEN))).toEqual([
      { plan: 'low', from: '0', to: '1000', monthly: '10.00', ends: 'quota' },
      { plan: 'high', from: '1000', to: '5000', monthly: '50.00', ends: 'quota' },
      // 60 + 3,000 × 0.01; its overage reaches a billion at 2,000 + 100,000,000,000 credits: past the end of the search
      { plan: 'middle', from: '5000', to: '1000000000', monthly: '90.00', ends: 'range' },
    ])
  })

  test('agrees with the crossover that the cheapest plans have in April 2026', () => {
    const found = valueOf(envelope(presetOf('elevenlabs-2026-04')))
    expect(found.map(({ plan, to }) => [plan, to])).toEqual([
      ['free', '10000'],
      ['starter', '30000'],
      // 356,666.66… of which a millionth of a credit is the smallest part: there Pro costs as much and Creator is the lower
      ['creator', '356666.666666'],
      ['pro', '1462500'],
      ['scale', '7500000'],
      ['business', '1000000000'],
    ])
  })

  test('leaves a plan out where its overage costs more than anyone pays, and looks on without it', () => {
    // 1,000.00 a credit: past a million credits over its quota it is out of the question. Nobody else serves so few.
    const dear = planOf({
      id: 'dear',
      monthly: '0',
      credits: '10',
      pastQuota: postpaid({ model: 'perUnit', rate: { amount: '1000', per: '1' } }),
    })
    const large = planOf({ id: 'large', monthly: '20', credits: '900000000' })
    const found = valueOf(envelope(catalogOf([dear, large])))
    expect(found.map(({ plan, to }) => [plan, to])).toEqual([
      // 1,000 × (u − 10) reaches 20.00 at 10.02
      ['dear', '10.02'],
      ['large', '1000010'],
    ])
  })
})

/** Where a plan of these terms crosses over into the other. */
function crossing(from: PlanTerms, to: PlanTerms) {
  const catalog = catalogOf([planOf({ ...from, id: 'from' }), planOf({ ...to, id: 'to' })])
  const [only] = valueOf(crossovers(catalog))
  return [only?.usage, only?.kind, only?.monthly]
}

const payAsYouGo = (charge: Charge): PlanTerms => ({
  monthly: '0',
  credits: '0',
  pastQuota: postpaid(charge),
})

const flatRate = (monthly: string): PlanTerms => ({ monthly, credits: '100000' })

describe('volume overage, whose cost falls where a cheaper tier begins', () => {
  // 1.00 each up to 100, then 0.50 each for all
  const volume = payAsYouGo({
    model: 'volume',
    tiers: [
      { upTo: '100', rate: { amount: '1', per: '1' } },
      { upTo: null, rate: { amount: '0.50', per: '1' } },
    ],
  })

  test.each([
    ['80', '80.00'],
    ['100', '100.00'], // met at the bound itself, though the cost falls to 50 just beyond
    ['101', '202.00'], // 100 at the bound is not enough, then 0.50 × 202
  ])('meets %s at %s', (price, usage) => {
    expect(crossing(volume, flatRate(price))).toEqual([usage, 'cost', `${price}.00`])
  })
})

describe('graduated overage', () => {
  // 1.00 each up to 100; beyond, 5.00 once and 0.10 each
  const graduated = payAsYouGo({
    model: 'graduated',
    tiers: [
      { upTo: '100', rate: { amount: '1', per: '1' } },
      { upTo: null, rate: { amount: '0.10', per: '1' }, flatFee: '5' },
    ],
  })

  test.each([
    ['100', '100.00'],
    ['103', '100.00'], // the fee takes the cost from 100 to 105 with the first unit past the bound
    ['105', '100.00'],
    ['110', '150.00'], // 100 + 5 + 50 × 0.10
  ])('meets %s at %s', (price, usage) => {
    expect(crossing(graduated, flatRate(price))).toEqual([usage, 'cost', `${price}.00`])
  })
})

describe('plans in any order', () => {
  test('the lower plan blocks first, though its quota is the larger one', () => {
    // at 1,000: 20 + 500 × 0.01
    expect(
      crossing(
        { monthly: '10', credits: '1000' },
        { monthly: '20', credits: '500', pastQuota: postpaid(perThousand('10')) },
      ),
    ).toEqual(['1000.00', 'quota', '25.00'])
  })

  test('a quota is written as it is, not as the first micro-credit past it', () => {
    const [usage] = crossing({ monthly: '10', credits: '1000.004999' }, flatRate('20'))
    expect(usage).toBe('1000.00')
  })

  test('a lower plan that costs as much from the start crosses at zero', () => {
    expect(crossing({ monthly: '20' }, { monthly: '20' })).toEqual(['0.00', 'cost', '20.00'])
  })

  test('where the upper plan blocks too, nothing is crossed', () => {
    expect(crossing({ monthly: '10', credits: '1000' }, { monthly: '20', credits: '1000' })).toEqual([
      null,
      'never',
      null,
    ])
  })

  test('a crossing in thirds of a credit is written to two decimals', () => {
    // 3 for 1,000: (13 − 10) ÷ 0.0007 = 4,285.714…
    expect(
      crossing({ monthly: '10', credits: '0', pastQuota: postpaid(perThousand('0.7')) }, flatRate('13')),
    ).toEqual(['4285.71', 'cost', '13.00'])
  })
})

test('rates so high that the far end of the search could not be written still have their crossovers', () => {
  // 10.00 a call against 50.00 with three calls in it and 1.00 for each further one: 10 u = 50 + (u − 3), u = 47 ÷ 9
  const dear = payAsYouGo({ model: 'perUnit', rate: { amount: '10', per: '1' } })
  const further = postpaid({ model: 'perUnit', rate: { amount: '1', per: '1' } })
  expect(crossing(dear, { monthly: '50', credits: '3', pastQuota: further })).toEqual([
    '5.22',
    'cost',
    '52.22',
  ])
  const dearer = payAsYouGo({ model: 'perUnit', rate: { amount: '1000', per: '1' } })
  expect(crossing(dear, dearer)).toEqual(['0.00', 'cost', '0.00'])
  expect(crossing(dear, { ...dearer, monthly: '5' })).toEqual([null, 'never', null])
})

test('a plan that costs less without any usage already does so from the start: no bills meet there', () => {
  const small = { monthly: '20', credits: '100' }
  expect(crossing(small, { monthly: '10', credits: '1000' })).toEqual(['0.00', 'fromStart', '10.00'])
  // As much is no less: the bills meet.
  expect(crossing(small, { monthly: '20', credits: '1000' })).toEqual(['0.00', 'cost', '20.00'])
})
