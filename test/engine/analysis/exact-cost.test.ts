import { describe, expect, test } from 'vitest'
import { compare, crossovers, curves } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import { CompareInput, CurvesInput } from '#shared/comparison.ts'
import { at, catalogOf, halfOff, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'

const drawn = (catalog: Catalog, upTo: string, terms = {}) =>
  valueOf(curves(catalog, CurvesInput.parse({ catalog: 'test', upTo, months: 1, ...terms })))

/*
 * metered   10.00 for 1,000 credits, then as charged
 * large     60.00 for 20,000 credits, blocks
 */
const soldAs = (charge: Charge, threshold?: string): Catalog => ({
  ...catalogOf([
    planOf({ id: 'metered', pastQuota: postpaid(charge, threshold) }),
    planOf({ id: 'large', monthly: '60', credits: '20000' }),
  ]),
  policies: { packageRates: 'startedBlocks' },
})

const TWENTY_THEN_TEN = [
  { upTo: '1000', rate: { amount: '20', per: '1000' } },
  { upTo: null, rate: { amount: '10', per: '1000' } },
]

describe('a threshold changes when money falls due, never what usage costs', () => {
  test.each<[Charge, string]>([
    // 10 + 20 for the first 1,000 + 0.01 each = 60: 3,000 more
    [{ model: 'graduated', tiers: TWENTY_THEN_TEN }, '5000.00'],
    // past the first 1,000 all of them at 0.01: 10 + 5,000 × 0.01 = 60
    [{ model: 'volume', tiers: TWENTY_THEN_TEN }, '6000.00'],
    // 10 + 8 × 7 passes 60 with the eighth block: just past 7 × 400
    [{ model: 'package', amount: '7', size: '400' }, '3800.00'],
  ])('%o', (charge, usage) => {
    const early = soldAs(charge, '5')
    expect(at(valueOf(crossovers(early)), 0).usage).toBe(usage)
    for (const terms of [{}, { months: 3, pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 2 } }])
      expect(drawn(early, '9000', terms)).toEqual(drawn(soldAs(charge), '9000', terms))
    const compared = (catalog: Catalog) =>
      valueOf(compare(catalog, CompareInput.parse({ catalog: 'test', usage: '7000', months: 2 }))).plans
    expect(compared(early)).toEqual(compared(soldAs(charge)))
  })
})

/*
 * fine    5.12345 a month for 1,000 credits, then 1.00 per 1,000
 * whole   as said for 100,000 credits, blocks
 */
const fineAgainst = (monthly: string) =>
  catalogOf([
    planOf({
      id: 'fine',
      monthly: '5.12345',
      pastQuota: postpaid(perThousand('1')),
      offers: [halfOff('monthly')],
    }),
    planOf({ id: 'whole', monthly, credits: '100000' }),
  ])

describe('costs meet where the prices themselves do, not what invoice lines make of them', () => {
  test('a subscription of fractions of a cent', () => {
    // (9 − 5.12345) ÷ 0.001 = 3,876.55 past the quota; of 5.12 it would be 3,880
    expect(at(valueOf(crossovers(fineAgainst('9'))), 0).usage).toBe('4876.55')
  })

  test('and half of it off', () => {
    // 2.561725 + 5.12345 = 7.685175 of 16.00 for two months: 8.314825 ÷ 0.002 = 4,157.4125 a month past the quota
    const { crossovers: found } = drawn(fineAgainst('8'), '9000', { months: 2, offers: true })
    expect(at(found, 0).usage).toBe('5157.41')
  })
})
