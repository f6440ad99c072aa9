import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { compare } from '#main/engine/index.ts'
import { CompareInput } from '#shared/comparison.ts'
import type { Catalog, Rollover } from '#shared/catalog.ts'
import { catalogOf, halfOff, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'

/*
 * small    1,000 credits for  10.00, blocks
 * medium   5,000 credits for  40.00, then 10.00 per 1,000
 * large   20,000 credits for 100.00, then  4.00 per 1,000
 */
const LADDER = catalogOf([
  planOf({ id: 'small', monthly: '10', credits: '1000' }),
  planOf({ id: 'medium', monthly: '40', credits: '5000', pastQuota: postpaid(perThousand('10')) }),
  planOf({ id: 'large', monthly: '100', credits: '20000', pastQuota: postpaid(perThousand('4')) }),
])

const compared = (usage: string, terms = {}, catalog: Catalog = LADDER) =>
  valueOf(compare(catalog, CompareInput.parse({ catalog: catalog.id, usage, months: 1, ...terms })))

const totals = (usage: string, terms = {}) => compared(usage, terms).plans.map((plan) => plan.total)

describe('compare', () => {
  test('bills the same usage on every plan', () => {
    expect(totals('500')).toEqual(['10.00', '40.00', '100.00'])
    // medium: 40 + 7,000 × 0.01
    expect(totals('12000')).toEqual(['10.00', '110.00', '100.00'])
    // medium: 12 × 110; large: 12 × 100
    expect(totals('12000', { months: 12 })).toEqual(['120.00', '1320.00', '1200.00'])
  })

  test('the cheapest plan blocks nothing, however cheap a blocking one is', () => {
    expect(compared('500').cheapest).toBe('small')
    expect(compared('1000').cheapest).toBe('small')
    expect(compared('1000.000001').cheapest).toBe('medium')
    expect(compared('12000').cheapest).toBe('large')
  })

  test('of two that cost the same, the lower one on the ladder', () => {
    // medium at 11,000: 40 + 60 = 100 = large
    const { cheapest, finding } = compared('11000')
    expect(cheapest).toBe('medium')
    expect(finding).toEqual({
      kind: 'cheapest',
      plan: 'medium',
      total: '100.00',
      runnerUp: { plan: 'large', total: '100.00', saving: '0.00', monthlySaving: '0.00' },
    })
  })

  test('where invoices round their sum, so does the comparison, in all and month by month', () => {
    /*
     * 10.103 a month and 104 credits past the quota for 0.104. Invoices: 10.103 is 10.10; 0.104 + 10.103 = 10.207 is 10.21,
     * of which the overage, closest to another cent, has 0.11; and 0.104 is 0.10. Each line by itself: 2 × 10.10 + 2 × 0.10.
     */
    const plan = planOf({ monthly: '10.103', credits: '1000', pastQuota: postpaid(perThousand('1')) })
    const invoiced = compared(
      '1104',
      { months: 2 },
      { ...catalogOf([plan]), policies: { rounding: 'invoice' } },
    )
    expect(invoiced.plans).toMatchObject([{ total: '20.41', subscription: '20.20', overage: '0.21' }])
    expect(invoiced.focus.months).toMatchObject([
      { subscription: '10.10', overage: '0.11', total: '10.21' },
      { subscription: '10.10', overage: '0.10', total: '10.20' },
    ])
    expect(compared('1104', { months: 2 }, catalogOf([plan])).plans).toMatchObject([{ total: '20.40' }])
  })

  test('the finding names the runner-up and what choosing the cheapest saves', () => {
    expect(compared('12000', { months: 12 }).finding).toEqual({
      kind: 'cheapest',
      plan: 'large',
      total: '1200.00',
      runnerUp: { plan: 'medium', total: '1320.00', saving: '120.00', monthlySaving: '10.00' },
    })
    // without overage only large serves 6,000
    expect(compared('6000', { overage: false }).finding).toMatchObject({ plan: 'large', runnerUp: null })
  })

  test('where all block: the one that blocks least, and no cheapest', () => {
    const { cheapest, finding, focus } = compared('30000', { overage: false, months: 2 })
    expect(cheapest).toBeNull()
    expect(finding).toEqual({ kind: 'allBlock', plan: 'large', blockedCredits: '20000' })
    expect(focus.plan).toBe('large')
  })

  test('without usage nothing is served', () => {
    const { cheapest, finding, plans, totalUsage } = compared('0')
    expect([cheapest, totalUsage]).toEqual(['small', '0'])
    expect(finding).toEqual({ kind: 'noUsage', plan: 'small' })
    expect(plans.map((plan) => plan.perThousand)).toEqual([null, null, null])
  })

  test('a trickle of usage has a price per 1,000 too large to write, and is compared all the same', () => {
    expect(compared('0.000001').plans.map(({ total, perThousand: rate }) => [total, rate])).toEqual([
      ['10.00', null],
      ['40.00', null],
      ['100.00', null],
    ])
  })

  test('each plan’s figures', () => {
    const [small, medium] = compared('12000', { months: 2 }).plans
    expect(small).toMatchObject({
      blockedCredits: '22000',
      blockedMonths: 2,
      servedCredits: '2000',
      perThousand: '10.00', // 20.00 for 2,000 served
      lowBalanceCredits: '100',
    })
    expect(medium).toMatchObject({
      total: '220.00',
      monthly: '110.00',
      subscription: '80.00',
      overage: '140.00',
      overageCredits: '14000',
      perThousand: '9.1667', // 220 ÷ 24 = 9.16666…
      blockedMonths: 0,
    })
  })

  test('offers and annual prices, spread over the months and rounded half-up', () => {
    const catalog = catalogOf([planOf({ monthly: '22', annual: '220', offers: [halfOff('monthly')] })])
    const plan = (terms: object) => compared('0', { months: 12, ...terms }, catalog).plans[0]
    // 12 × 22 − 11 = 253; ÷ 12 = 21.0833…; 220 ÷ 12 = 18.3333…
    expect(plan({ offers: true })).toMatchObject({ total: '253.00', monthly: '21.08' })
    expect(plan({ billing: 'annual' })).toMatchObject({ total: '220.00', monthly: '18.33' })
  })

  test('the focus is told month by month, credits of earlier months apart', () => {
    const catalog = catalogOf([planOf({ rollover: { kind: 'age', periods: 1 } })])
    const { focus, plans } = compared(
      '800',
      { months: 3, pattern: { kind: 'spike', month: 2, multiple: '2' } },
      catalog,
    )
    const rows = focus.months.map((month) =>
      [month.usage, month.fromGrant, month.fromRollover, month.blockedCredits, month.closingCredits].map(
        Number,
      ),
    )
    expect(rows).toEqual([
      [800, 800, 0, 0, 200],
      [1600, 1000, 200, 400, 0],
      [800, 800, 0, 0, 200],
    ])
    expect(plans[0]).toMatchObject({ fromRollover: '200', blockedCredits: '400', blockedMonths: 1 })
  })

  test('what a month leaves goes on into the next: what expires is not left', () => {
    const left = (rollover: Rollover) =>
      compared('800', { months: 3 }, catalogOf([planOf({ rollover })])).focus.months.map(
        ({ expiredCredits, forfeitedCredits, closingCredits }) =>
          [expiredCredits, forfeitedCredits, closingCredits].map(Number),
      )
    expect(left({ kind: 'none' })).toEqual([
      [200, 0, 0],
      [200, 0, 0],
      [200, 0, 0],
    ])
    // Half of the 200 is carried once; of 1,100 in the second month 800 are used, the 100 carried first.
    expect(left({ kind: 'count', carries: 1, percent: '50', validity: 1 })).toEqual([
      [0, 100, 100],
      [0, 150, 150],
      [0, 175, 175],
    ])
  })

  test('figures of the documents: Creator at 400,000', () => {
    const creator = (id: string) => {
      const catalog = findPreset(id)
      if (catalog === undefined) throw new Error(`no preset ${id}`)
      return compared('400000', {}, catalog).plans.find((plan) => plan.plan === 'creator')?.total
    }
    // 22 + 300 × 0.24; 22 + 300 × 0.30; 22 + 279,000 × 22 ÷ 121,000 = 22 + 50.7272…
    expect(creator('dodo-elevenlabs')).toBe('94.00')
    expect(creator('elevenlabs-2026-04')).toBe('112.00')
    expect(creator('elevenlabs-2026-10')).toBe('72.73')
  })

  test('a spike after the last month compared is none', () => {
    const spike = { kind: 'spike', month: 2, multiple: '2' } as const
    expect(compared('800', { pattern: spike })).toEqual(compared('800', { pattern: { kind: 'flat' } }))
  })

  test.each([
    [{ focus: 'huge' }, 'plan.unknown', 'focus'],
    [{ customTerms: { huge: {} } }, 'plan.unknown', 'customTerms.huge'],
    [{ customTerms: { large: { monthly: '1' } } }, 'plan.not_custom', 'customTerms.large'],
    [{ usage: '9007199254', months: 120 }, 'amount.out_of_bounds', 'usage'],
  ])('%j is refused', (terms, code, path) => {
    const result = compare(LADDER, CompareInput.parse({ catalog: 'test', usage: '1', months: 1, ...terms }))
    expect(result).toMatchObject({ ok: false, problems: [{ code, path }] })
  })
})
