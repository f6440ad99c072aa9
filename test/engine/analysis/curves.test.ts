import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { compare, crossovers, curves } from '#main/engine/index.ts'
import { CompareInput, CurvesInput } from '#shared/comparison.ts'
import { at, catalogOf, halfOff, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'

/*
 * small    1,000 credits for  10.00, blocks
 * medium   5,000 credits for  40.00, then 10.00 per 1,000
 * large   20,000 credits for 100.00, blocks
 */
const LADDER = catalogOf([
  planOf({ id: 'small', monthly: '10', credits: '1000', offers: [halfOff('monthly')] }),
  planOf({ id: 'medium', monthly: '40', credits: '5000', pastQuota: postpaid(perThousand('10')) }),
  planOf({ id: 'large', monthly: '100', credits: '20000' }),
])

const drawn = (upTo: string, terms = {}) =>
  valueOf(curves(LADDER, CurvesInput.parse({ catalog: 'test', upTo, months: 1, ...terms })))

describe('the envelope: the cheapest plan that blocks nothing', () => {
  test('changes at quotas and where bills meet; a tie belongs to the lower plan', () => {
    expect(drawn('12000').envelope).toEqual([
      { plan: 'small', from: '0', to: '1000', monthly: '10.00', ends: 'quota' },
      { plan: 'medium', from: '1000', to: '11000', monthly: '40.00', ends: 'cost' },
      { plan: 'large', from: '11000', to: '12000', monthly: '100.00', ends: 'range' },
    ])
  })

  test('a plan may be cheapest again where the one above it blocks', () => {
    expect(drawn('30000').envelope.slice(2)).toEqual([
      { plan: 'large', from: '11000', to: '20000', monthly: '100.00', ends: 'quota' },
      // 40 + 15,000 × 0.01
      { plan: 'medium', from: '20000', to: '30000', monthly: '190.00', ends: 'range' },
    ])
  })

  test('without overage nobody serves what is beyond the largest quota', () => {
    expect(drawn('30000', { overage: false }).envelope).toEqual([
      { plan: 'small', from: '0', to: '1000', monthly: '10.00', ends: 'quota' },
      { plan: 'medium', from: '1000', to: '5000', monthly: '40.00', ends: 'quota' },
      { plan: 'large', from: '5000', to: '20000', monthly: '100.00', ends: 'quota' },
      { plan: null, from: '20000', to: '30000', monthly: null, ends: 'range' },
    ])
  })

  test('over no range at all it is the cheapest at zero', () => {
    expect(drawn('0').envelope).toEqual([
      { plan: 'small', from: '0', to: '0', monthly: '10.00', ends: 'range' },
    ])
  })
})

describe('the curves', () => {
  test('end where a plan starts to block', () => {
    const { plans } = drawn('30000')
    expect(plans.map((plan) => plan.blocksFrom)).toEqual(['1000', null, '20000'])
    expect(plans.map((plan) => plan.points.at(-1)?.usage)).toEqual(['1000', '30000', '20000'])
  })

  test('have a point on every quota, at its cost', () => {
    const { plans } = drawn('12000')
    const costAt = (usage: string) =>
      plans.map((plan) => plan.points.find((point) => point.usage === usage)?.monthly)
    expect(costAt('0')).toEqual(['10.00', '40.00', '100.00'])
    expect(costAt('1000')).toEqual(['10.00', '40.00', '100.00'])
    expect(costAt('5000')).toEqual([undefined, '40.00', '100.00'])
    expect(costAt('12000')).toEqual([undefined, '110.00', '100.00'])
  })

  test('share their usages, so that one table can show them', () => {
    const { plans } = drawn('12000')
    const usages = plans.map((plan) => plan.points.map((point) => point.usage))
    const all = at(usages, 1)
    expect(usages).toEqual(usages.map((own) => all.slice(0, own.length)))
  })

  test('every point is the monthly cost that compare bills there', () => {
    const terms = { months: 12, offers: true, pattern: { kind: 'growth', percent: '3' } }
    for (const { plan, points } of drawn('12000', terms).plans) {
      for (const { usage, monthly } of points.filter((_, index) => index % 9 === 0)) {
        const input = CompareInput.parse({ catalog: 'test', usage, ...terms })
        const billed = valueOf(compare(LADDER, input)).plans.find((cost) => cost.plan === plan)
        // a curve is not rounded line by line: at most half a cent for each of 13 lines, over 12 months
        expect(Math.abs(Number(billed?.monthly) - Number(monthly))).toBeLessThanOrEqual(0.011)
        expect(billed?.blockedCredits).toBe('0')
      }
    }
  })
})

describe('a range too far to be billed', () => {
  const curvesOf = (terms: object) => curves(LADDER, CurvesInput.parse({ catalog: 'test', ...terms }))

  test('is refused, or shortened to the whole credits that all months can be added up of', () => {
    expect(curvesOf({ upTo: '1000000000', months: 12 })).toMatchObject({
      ok: false,
      problems: [{ code: 'amount.out_of_bounds', path: 'upTo' }],
    })
    // 9,007,199,254.740991 ÷ 12 = 750,599,937.895…
    const short = valueOf(curvesOf({ upTo: '1000000000', months: 12, shorten: true }))
    expect([short.upTo, short.envelope.at(-1)?.to]).toEqual(['750599937', '750599937'])
  })

  test('ends where the season it is of adds up: seven months of it are 7.7464', () => {
    const pattern = { kind: 'seasonal', amplitude: '40', peakMonth: 6 }
    const short = valueOf(curvesOf({ upTo: '9000000000', months: 7, pattern, shorten: true }))
    // 9,007,199,254.740991 ÷ 7.7464 = 1,162,759,379.16…
    expect(short.upTo).toBe('1162759379')
  })

  test('ends where a bill can still be written', () => {
    // 100.00 a credit: a month’s 90,071,992.54740991 cost all that can be
    const dear = catalogOf([
      planOf({
        id: 'dear',
        monthly: '0',
        credits: '0',
        pastQuota: postpaid({ model: 'perUnit', rate: { amount: '100', per: '1' } }),
      }),
    ])
    const input = CurvesInput.parse({ catalog: 'test', upTo: '200000000', months: 1, shorten: true })
    expect(valueOf(curves(dear, input)).upTo).toBe('90071992')
  })

  test('is left as it was asked for where it can be billed', () => {
    expect(valueOf(curvesOf({ upTo: '12000.5', months: 1, shorten: true })).upTo).toBe('12000.5')
  })
})

test('crossovers over a range are those of the ladder, as far as it reaches', () => {
  const catalog = findPreset('elevenlabs-2026-04')
  if (catalog === undefined) throw new Error('no preset')
  const ladder = valueOf(crossovers(catalog))
  const far = curves(catalog, CurvesInput.parse({ catalog: catalog.id, upTo: '30000000', months: 1 }))
  expect(valueOf(far).crossovers).toEqual(ladder)
  const near = curves(catalog, CurvesInput.parse({ catalog: catalog.id, upTo: '400000', months: 1 }))
  expect(valueOf(near).crossovers.map(({ usage }) => usage)).toEqual([
    '10000.00',
    '30000.00',
    '356666.67',
    null,
    null,
    null,
  ])
})
