import { describe, expect, it } from 'vitest'
import type { BilledVariant } from '#renderer/finding/variants-in-words.ts'
import { spreadNote, spreadTitle, variantSentence } from '#renderer/finding/variant-differences-in-words.ts'
import {
  comparedOf,
  differenceColumns,
  lostDifferences,
  lostRows,
  moneyDifferences,
  moneyRows,
} from '#renderer/pages/account/variants/variant-differences.ts'

type Differences = BilledVariant['differences']

const variant = (name: string, difference: string, made: Partial<Differences> = {}): BilledVariant => ({
  kind: 'billed',
  name,
  cost: {
    total: '0.00',
    subscription: '0.00',
    overage: '0.00',
    servedCredits: '0',
    overageCredits: '0',
    blockedCredits: '0',
    expiredCredits: '0',
    forfeitedCredits: '0',
    remainingCredits: '0',
  },
  difference,
  isBaseline: false,
  rank: 1,
  plan: 'pro',
  catalog: 'elevenlabs-2026-04',
  currency: 'USD',
  monthly: '99.00',
  byKind: [],
  lost: [],
  blockedPeriods: 0,
  differences: { monthly: '0.00', money: [], lost: [], ...made },
  refusals: [],
})
const BASELINE = { name: 'Creator' }

/** Twelve times $77.00 more subscription, and $90.00 less overage than Creator at 400,000 credits a month. */
const PRO = variant('Pro', '-156.00', {
  monthly: '-13.00',
  money: [
    { kind: 'overage', amount: '-1080.00', share: '53.9' },
    { kind: 'subscription', amount: '924.00', share: '46.1' },
  ],
  lost: [{ kind: 'expired', credits: '200000' }],
})
const SAME = variant('Same', '0.00')
const DEARER = variant('Dearer', '9.00')
const DEAREST = variant('Dearest', '10.00')

describe('what a variant has otherwise than the baseline, in a sentence', () => {
  it('is the whole, then each kind of money, then each kind of lost credits', () => {
    expect(variantSentence(PRO)).toBe(
      '$156.00 less: overage −$1,080.00, subscription +$924.00; 200,000 more credits expire.',
    )
  })

  it('says of which nothing is different', () => {
    expect(variantSentence(SAME)).toBe('Costs no more and no less; the same credits are lost.')
    expect(variantSentence(DEARER)).toBe('$9.00 more; the same credits are lost.')
  })

  it('names the credits once, in one or in many, and what became of them', () => {
    const lost: Differences['lost'] = [
      { kind: 'forfeited', credits: '-63212100' },
      { kind: 'ceiling', credits: '1' },
    ]
    expect(variantSentence(variant('A', '0.00', { lost }))).toBe(
      'Costs no more and no less; 63,212,100 fewer credits are forfeited, 1 more is blocked by the Basic ceiling.',
    )
    expect(variantSentence(variant('A', '0.00', { lost: [{ kind: 'expired', credits: '-1' }] }))).toBe(
      'Costs no more and no less; 1 fewer credit expires.',
    )
  })

  it('holds four kinds, and tells how many others there are', () => {
    const kinds = ['subscription', 'seats', 'tax', 'pack', 'topUp', 'trueUp'] as const
    const money = (count: number) =>
      kinds.slice(0, count).map((kind) => ({ kind, amount: '1.00', share: '20.0' }))
    expect(variantSentence(variant('A', '4.00', { money: money(4) }))).toBe(
      '$4.00 more: subscription +$1.00, seats +$1.00, tax +$1.00, packs +$1.00; the same credits are lost.',
    )
    expect(variantSentence(variant('A', '6.00', { money: money(6) }))).toContain('packs +$1.00 and 2 others;')
  })
})

describe('what all variants show beside the baseline', () => {
  it('is the difference of the only one, with its reasons', () => {
    expect(spreadTitle([PRO], BASELINE)).toBe('Pro costs $13.00 a month less than Creator')
    expect(spreadNote([PRO], BASELINE, 12)).toBe(
      'Over 12 months: $1,080.00 less overage against $924.00 more subscription.',
    )
  })

  it('is the one that saves most and the one that costs most', () => {
    expect(spreadTitle([DEARER, DEAREST, PRO, SAME], BASELINE)).toBe(
      'Pro costs $156.00 less than Creator, Dearest $10.00 more',
    )
    expect(spreadNote([PRO, DEARER], BASELINE, 12)).toBe(
      'Over 12 months, each beside Creator, by kind of money and of lost credits',
    )
  })

  it('says where none is cheaper, none dearer, or all are alike', () => {
    expect(spreadTitle([SAME, DEAREST, DEARER], BASELINE)).toBe(
      'None costs less than Creator; Dearest costs most, $10.00 more',
    )
    expect(spreadTitle([variant('Less', '-1.00'), PRO, SAME], BASELINE)).toBe(
      'None costs more than Creator; Pro costs least, $156.00 less',
    )
    expect(spreadTitle([SAME, SAME], BASELINE)).toBe('All cost as much as Creator')
  })
})

describe('the differences as a table', () => {
  const variants = comparedOf([PRO, { ...SAME, isBaseline: true }])
  const table = (columns: ReturnType<typeof differenceColumns>, rows: ReturnType<typeof lostRows>) => ({
    heads: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ text }) => text(row))),
  })

  it('have a row for each variant but the baseline, and a column for each kind of money and their sum', () => {
    const money = moneyDifferences(variants)
    expect(table(differenceColumns(money, '$', 'money'), moneyRows(money, variants))).toEqual({
      heads: ['Variant', 'Subscription', 'Overage', 'In all'],
      rows: [['Pro', '+924.00', '−1,080.00', '−156.00']],
    })
  })

  it('tell lost credits to the last digit on hover, where the cell has whole ones', () => {
    const half = variant('Half', '0.00', { lost: [{ kind: 'expired', credits: '-38.366942' }] })
    const lost = lostDifferences([half])
    const [, expired] = differenceColumns(lost, 'credits', 'credits')
    expect(lostRows(lost).map((row) => [expired?.text(row), expired?.hint?.(row)])).toEqual([
      ['−38', '−38.366942'],
    ])
  })

  it('have no sum of lost credits, for they are not lost alike', () => {
    const both = [...variants, DEARER]
    const lost = lostDifferences(both)
    expect(table(differenceColumns(lost, 'credits', 'credits'), lostRows(lost))).toEqual({
      heads: ['Variant', 'Expired'],
      rows: [
        ['Pro', '+200,000'],
        ['Dearer', '–'],
      ],
    })
  })
})
