import { describe, expect, it } from 'vitest'
import type { VariantCost } from '#shared/analysis.ts'
import {
  baselineAmong,
  besideBaseline,
  type BilledVariant,
  differenceReasons,
  differenceTitle,
  inRank,
  lostTitle,
  rankTitle,
} from '#renderer/finding/variants-in-words.ts'

const NOTHING: BilledVariant['cost'] = {
  total: '0.00',
  subscription: '0.00',
  overage: '0.00',
  servedCredits: '0',
  overageCredits: '0',
  blockedCredits: '0',
  expiredCredits: '0',
  forfeitedCredits: '0',
  remainingCredits: '0',
}

const variant = (name: string, changes: Partial<BilledVariant> = {}): BilledVariant => ({
  kind: 'billed',
  name,
  cost: NOTHING,
  difference: '0.00',
  isBaseline: false,
  rank: 1,
  plan: 'pro',
  catalog: 'elevenlabs-2026-04',
  currency: 'USD',
  monthly: '99.00',
  byKind: [],
  lost: [],
  blockedPeriods: 0,
  differences: { monthly: '0.00', money: [], lost: [] },
  refusals: [],
  ...changes,
})

/** Creator at 400,000 credits a month is $22.00 and $90.00 of overage, Pro $99.00: $77.00 more and $90.00 less, 12 times. */
const CREATOR = variant('Creator', { isBaseline: true, rank: 2, monthly: '112.00' })
const PRO = variant('Pro', {
  difference: '-156.00',
  differences: {
    monthly: '-13.00',
    money: [
      { kind: 'overage', amount: '-1080.00', share: '53.9' },
      { kind: 'subscription', amount: '924.00', share: '46.1' },
    ],
    lost: [{ kind: 'expired', credits: '200000' }],
  },
})
const GONE: VariantCost = { kind: 'refused', name: 'Gone', problems: [] }

describe('variants in words', () => {
  it('are in the order of their ranks, and those that cannot be compared behind them', () => {
    expect(inRank([GONE, CREATOR, PRO]).map(({ name }) => name)).toEqual(['Pro', 'Creator', 'Gone'])
    const alike = [variant('A', { rank: 1 }), variant('C', { rank: 3 }), variant('B', { rank: 1 })]
    expect(inRank(alike).map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  })

  it('say who ranks first, and what for', () => {
    expect(rankTitle([CREATOR, PRO])).toBe('Pro serves all work for least: $99.00 a month')
    const blocking = { ...PRO, cost: { ...NOTHING, blockedCredits: '10' } }
    expect(rankTitle([CREATOR, blocking])).toBe('Pro blocks least work: $99.00 a month')
    expect(rankTitle([PRO, { ...PRO, name: 'Pro 2' }])).toBe('Pro and Pro 2 come to the same: $99.00 a month')
    const alike = ['A', 'B', 'C'].map((name) => ({ ...PRO, name }))
    expect(rankTitle(alike)).toBe('A, B and C come to the same: $99.00 a month')
    expect(rankTitle([...alike, PRO])).toBe('4 variants come to the same: $99.00 a month')
    expect(rankTitle([{ ...CREATOR, rank: 1 }])).toBe('Creator: $112.00 a month')
    expect(rankTitle([GONE])).toBe('None of these can be billed')
  })

  it('tell the best one beside the baseline', () => {
    expect(besideBaseline([CREATOR, GONE, PRO])).toBe(PRO)
    expect(baselineAmong([GONE, CREATOR, PRO])).toBe(CREATOR)
    expect(besideBaseline([CREATOR, GONE])).toBe(undefined)
  })

  it('say which way the difference goes', () => {
    expect(differenceTitle(PRO, CREATOR)).toBe('Pro costs $13.00 a month less than Creator')
    const dearer = variant('Creator', {
      difference: '156.00',
      differences: { ...PRO.differences, monthly: '13.00' },
    })
    expect(differenceTitle(dearer, PRO)).toBe('Creator costs $13.00 a month more than Pro')
    expect(differenceTitle(variant('Other'), PRO)).toBe('Other costs as much as Pro')
    // A cent in 12 months is nothing a month.
    expect(differenceTitle(variant('Other', { difference: '0.01' }), PRO)).toBe(
      'Other costs $0.01 more than Pro in all',
    )
  })

  it('give the reasons, those of the difference first', () => {
    expect(differenceReasons(PRO, 12)).toBe(
      'Over 12 months: $1,080.00 less overage against $924.00 more subscription.',
    )
    expect(differenceReasons({ ...PRO, difference: '156.00' }, 1)).toBe(
      'Over 1 month: $924.00 more subscription against $1,080.00 less overage.',
    )
    expect(differenceReasons(variant('Same'), 12)).toBe('Alike in every kind of money over 12 months.')
  })

  it('call it more of what is taken off where a variant is cheaper by that', () => {
    const cheaper = variant('With a coupon', {
      difference: '-5.00',
      differences: {
        monthly: '-5.00',
        money: [{ kind: 'discount', amount: '-5.00', share: '100.0' }],
        lost: [],
      },
    })
    expect(differenceReasons(cheaper, 1)).toBe('Over 1 month: $5.00 more discount.')
  })

  it('name three kinds in either direction, and that there are others', () => {
    const kinds = ['subscription', 'seats', 'tax', 'pack'] as const
    const many = variant('All', {
      difference: '4.00',
      differences: {
        monthly: '4.00',
        money: kinds.map((kind) => ({ kind, amount: '1.00', share: '25.0' })),
        lost: [],
      },
    })
    expect(differenceReasons(many, 1)).toBe(
      'Over 1 month: $1.00 more subscription, $1.00 more seats, $1.00 more tax and others.',
    )
  })

  it('say what is lost of the kind and with the variant that differ most from the baseline', () => {
    expect(lostTitle([variant('Same'), PRO], CREATOR)).toBe(
      'Pro: 200,000 credits more expired than with Creator',
    )
    const less = variant('Full', {
      differences: { monthly: '0.00', money: [], lost: [{ kind: 'ceiling', credits: '-1' }] },
    })
    expect(lostTitle([less], CREATOR)).toBe(
      'Full: 1 credit fewer blocked by the Basic ceiling than with Creator',
    )
    expect(lostTitle([less, PRO], CREATOR)).toBe(lostTitle([PRO], CREATOR))
    expect(lostTitle([variant('Same')], CREATOR)).toBe(null)
  })
})
