import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { compare } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { CompareInput } from '#shared/comparison.ts'
import { catalogOf, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'

const compared = (catalog: Catalog, usage: string, terms: object = {}) =>
  valueOf(compare(catalog, CompareInput.parse({ catalog: 'test', usage, months: 1, ...terms })))

/*
 * small    1,000 credits for  10.00, blocks
 * twin     1,000 credits for   9.00, blocks
 * medium   5,000 credits for  40.00, then 10.00 per 1,000
 * large   20,000 credits for 100.00, blocks
 */
const LADDER = catalogOf([
  planOf({ id: 'small', monthly: '10' }),
  planOf({ id: 'twin', monthly: '9' }),
  planOf({ id: 'medium', monthly: '40', credits: '5000', pastQuota: postpaid(perThousand('10')) }),
  planOf({ id: 'large', monthly: '100', credits: '20000' }),
])

describe('the ranking', () => {
  test('has plans that block nothing first, by cost; then by how much the others block, then by their cost', () => {
    // at 8,000 medium costs 70.00; small and twin block 7,000 each
    expect(compared(LADDER, '8000')).toMatchObject({
      ranking: ['medium', 'large', 'twin', 'small'],
      tied: ['medium'],
      cheapest: 'medium',
      cheaperButBlocking: ['twin', 'small'],
      nearMiss: null,
    })
  })

  test('puts a millionth of a credit that is blocked behind any cost', () => {
    expect(compared(LADDER, '1000.000001').ranking).toEqual(['medium', 'large', 'twin', 'small'])
  })

  test('keeps plans of one cost in ladder order and names them all', () => {
    // 40.00 + 6,000 × 0.01 = 100.00
    expect(compared(LADDER, '11000')).toMatchObject({
      ranking: ['medium', 'large', 'twin', 'small'],
      tied: ['medium', 'large'],
      cheapest: 'medium',
    })
  })

  test('is of what is billed: at 356,667 credits a third of a credit’s overage rounds Creator up to Pro’s price', () => {
    const preset = findPreset('elevenlabs-2026-04')
    if (preset === undefined) throw new Error('no preset')
    // 22.00 + 256,667 × 0.0003 = 99.0001
    expect(compared(preset, '356667').tied).toEqual(['creator', 'pro'])
  })

  test('has no cheapest where all block, and none that is cheaper', () => {
    expect(compared(LADDER, '30000', { overage: false })).toMatchObject({
      ranking: ['large', 'medium', 'twin', 'small'],
      tied: [],
      cheapest: null,
      cheaperButBlocking: [],
      nearMiss: null,
    })
  })
})

describe('a near miss', () => {
  // without overage medium blocks what is beyond 5,000; large costs 100.00
  test.each([
    ['9999.999998', 'medium'], // 4,999.999998 blocked: less than half
    ['10000', null], // 5,000 of 10,000: half
  ])('serves more than half of the usage: %s', (usage, nearMiss) => {
    expect(compared(LADDER, usage, { overage: false })).toMatchObject({
      cheapest: 'large',
      cheaperButBlocking: ['medium', 'twin', 'small'],
      nearMiss,
    })
  })

  test('is the one that blocks least, also where a cheaper one blocks more', () => {
    const near = catalogOf([
      planOf({ id: 'a', monthly: '1', credits: '700' }),
      planOf({ id: 'b', monthly: '2', credits: '900' }),
      planOf({ id: 'c', monthly: '3', credits: '1000' }),
    ])
    expect(compared(near, '1000').nearMiss).toBe('b')
  })
})

describe('the usage of each month', () => {
  test('is the figure moved by its pattern, to the millionth', () => {
    const pattern = { kind: 'seasonal', amplitude: '40', peakMonth: 6 }
    const { usageByMonth, totalUsage } = compared(LADDER, '1000', { months: 7, pattern })
    /*
     * 40 % of a wave in thousandths, peak in month 6: −866, −500, 0, 500, 866, 1000, 866.
     * Seven months come to 1,000 × (7 + 0.4 × 1.866) = 7,746.4.
     */
    expect(usageByMonth).toEqual(['653.6', '800', '1000', '1200', '1346.4', '1400', '1346.4'])
    expect(totalUsage).toBe('7746.4')
  })
})

describe('credits from the pool beyond a month’s quota', () => {
  // Creator’s 100,000 a month; credits last two further months, and the oldest are burned first.
  const aboveQuota = (pattern: object, usage: string, months = 2) => {
    const preset = findPreset('elevenlabs-2026-04')
    if (preset === undefined) throw new Error('no preset')
    const { focus } = compared(preset, usage, { months, pattern, focus: 'creator' })
    return [focus.aboveQuotaCredits, focus.months[1]?.fromRollover]
  }

  test('are counted where a month needed older ones, and only as many as it needed', () => {
    // 80,000, then 130,000: 100,000 of its own, all 20,000 that were left, and 10,000 of overage
    expect(aboveQuota({ kind: 'spike', month: 2, multiple: '1.625' }, '80000')).toEqual(['20000', '20000'])
    // 80,000, then 105,000: the 20,000 old ones are burned first, and 5,000 of them would have done
    expect(aboveQuota({ kind: 'spike', month: 2, multiple: '1.3125' }, '80000')).toEqual(['5000', '20000'])
  })

  test('are none where each month would have got by with its own', () => {
    expect(aboveQuota({ kind: 'flat' }, '90000')).toEqual(['0', '10000'])
  })
})
