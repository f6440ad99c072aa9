import { describe, expect, test } from 'vitest'
import { type Outcome, whatDiffers } from '#main/engine/analysis/what-differs.ts'

const DOLLAR = 1_000_000
const YEAR = { months: 12, minor: 10_000 }

type Entries<K> = readonly (readonly [K, number])[]

const outcome = (
  money: Entries<'subscription' | 'seats' | 'overage' | 'discount' | 'tax'>,
  lost: Entries<'poolEmpty' | 'ceiling' | 'expired'> = [],
): Outcome => ({
  total: money.reduce((sum, [, dollars]) => sum + dollars * DOLLAR, 0),
  money: new Map(money.map(([kind, dollars]) => [kind, dollars * DOLLAR])),
  lost: new Map(lost.map(([kind, credits]) => [kind, credits * 1_000_000])),
})

describe('what differs', () => {
  // Creator at 400,000 credits a month for a year: 12 × 22.00 and 12 × 90.00. Pro: 12 × 99.00.
  const creator = outcome([
    ['subscription', 264],
    ['overage', 1080],
  ])
  const pro = outcome([['subscription', 1188]])

  test('1,080.00 less overage against 924.00 more subscription: 13.00 a month less', () => {
    // 1,080 and 924 of 2,004 are 53.89 and 46.11 percent
    expect(whatDiffers(creator, pro, YEAR)).toEqual({
      monthly: '-13.00',
      money: [
        { kind: 'overage', amount: '-1080.00', share: '53.9' },
        { kind: 'subscription', amount: '924.00', share: '46.1' },
      ],
      lost: [],
    })
  })

  test('the other way round is the same with the signs turned', () => {
    expect(whatDiffers(pro, creator, YEAR)).toMatchObject({
      monthly: '13.00',
      money: [{ amount: '1080.00' }, { amount: '-924.00' }],
    })
  })

  test('of equals the first of the kinds comes first; what is the same in both is left out', () => {
    const one = outcome([
      ['overage', 5],
      ['subscription', 30],
      ['tax', 7],
    ])
    const other = outcome([
      ['tax', 12],
      ['subscription', 30],
      ['seats', 5],
    ])
    expect(whatDiffers(one, other, YEAR).money).toEqual([
      // A thousand tenths in three equal parts: the one that is left over goes to the first
      { kind: 'seats', amount: '5.00', share: '33.4' },
      { kind: 'overage', amount: '-5.00', share: '33.3' },
      { kind: 'tax', amount: '5.00', share: '33.3' },
    ])
  })

  test('credits lost, the largest difference first', () => {
    const one = outcome(
      [],
      [
        ['ceiling', 10],
        ['expired', 40],
      ],
    )
    const other = outcome(
      [],
      [
        ['expired', 41],
        ['poolEmpty', 7],
      ],
    )
    expect(whatDiffers(one, other, YEAR)).toEqual({
      monthly: '0.00',
      money: [],
      lost: [
        { kind: 'ceiling', credits: '-10' },
        { kind: 'poolEmpty', credits: '7' },
        { kind: 'expired', credits: '1' },
      ],
    })
  })

  test('amounts as large as can be still have shares', () => {
    const most = (Number.MAX_SAFE_INTEGER - 1) / DOLLAR
    const large: Outcome = {
      total: 0,
      lost: new Map(),
      money: new Map([
        ['subscription', most * DOLLAR],
        ['overage', most * DOLLAR],
      ]),
    }
    expect(whatDiffers(outcome([]), large, YEAR).money.map(({ share }) => share)).toEqual(['50', '50'])
  })
})
