import { describe, expect, it } from 'vitest'
import type { WhatToBuy } from '#shared/account-on-plans.ts'
import { buyingInWords } from '#renderer/finding/buying-in-words.ts'
import { planNames } from '#renderer/finding/plan-names.ts'

const names = planNames([
  { plan: 'pro', name: 'Pro' },
  { plan: 'scale', name: 'Scale' },
])
const terms = { names, currency: 'USD', months: 12, today: 'pro', hasHigher: true }
const pro = { plan: 'pro', cost: '1200.00', monthly: '100.00', blockedCredits: '0' }
const scale = { plan: 'scale', cost: '3588.00', monthly: '299.00', blockedCredits: '500' }
const stay: WhatToBuy = { best: { ...pro, move: null }, next: scale, bestMove: null }

describe('what to buy, and when', () => {
  it('is a move on its day, beside the next best plan', () => {
    const move = { plan: 'scale', on: '2027-11-15' }
    expect(buyingInWords({ ...stay, best: { ...pro, move } }, terms)).toEqual({
      headline: 'Stay on Pro, and move to Scale on 15 Nov 2027',
      detail:
        'That costs $1,200.00 over 12 months, $100.00 a month, and blocks nothing. Scale from the first day costs $3,588.00, and blocks 500 credits.',
    })
    expect(buyingInWords({ ...stay, best: { ...pro, move } }, { ...terms, today: 'scale' }).headline).toBe(
      'Begin on Pro, and move to Scale on 15 Nov 2027',
    )
  })

  it('is the plan in force where nothing is better, with what the best move would cost', () => {
    const bestMove = { ...pro, cost: '1210.00', move: { plan: 'scale', on: '2027-12-31' } }
    const { headline, detail } = buyingInWords({ ...stay, bestMove }, terms)
    expect(headline).toBe('Pro is best from the first day to the last')
    expect(detail).toContain(
      'No later move pays: the best one, from Pro to Scale on 31 Dec 2027, costs $1,210.00, and blocks nothing. Scale, the next best, costs $3,588.00',
    )
  })

  it('is another plan from the first day, with none above it', () => {
    const { headline, detail } = buyingInWords(
      { ...stay, next: null },
      { ...terms, today: 'scale', hasHigher: false },
    )
    expect(headline).toBe('Pro would be best from the first day')
    expect(detail).toContain('There is no plan above it to move to. No other plan holds the account.')
    expect(buyingInWords(stay, terms).detail).toContain('No later move pays.')
  })
})
