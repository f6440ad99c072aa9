import { describe, expect, it } from 'vitest'
import { cheapestPlans, ranked } from '#renderer/finding/ranking.ts'
import { planCost, tied, worked } from './support/samples.ts'

const order = (plans: readonly ReturnType<typeof planCost>[]) =>
  ranked({ plans: [...plans] }).map(({ plan }) => plan)

describe('the ranking', () => {
  it('puts plans that block nothing first, by cost', () => {
    expect(order(worked().plans)).toEqual(['pro', 'creator', 'enterprise', 'starter'])
  })

  it('orders those that block by how much they block, whatever they cost', () => {
    expect(
      order([
        planCost('a', { blockedCredits: '200', total: '1.00' }),
        planCost('b', { blockedCredits: '100', total: '9.00' }),
        planCost('c', { blockedCredits: '100', total: '8.00' }),
      ]),
    ).toEqual(['c', 'b', 'a'])
  })

  it('compares figures, not texts, to the last decimal', () => {
    expect(order([planCost('a', { total: '1000.00' }), planCost('b', { total: '999.99' })])).toEqual([
      'b',
      'a',
    ])
    expect(order([planCost('a', { blockedCredits: '0.000001' }), planCost('b', { total: '5.00' })])).toEqual([
      'b',
      'a',
    ])
  })

  it('keeps ladder order between equals', () => {
    expect(order([planCost('low', { total: '5.00' }), planCost('high', { total: '5.00' })])).toEqual([
      'low',
      'high',
    ])
  })
})

describe('the cheapest plans', () => {
  const cheapest = (comparison: ReturnType<typeof worked>) =>
    cheapestPlans(comparison).map(({ plan }) => plan)

  it('are one, or all that cost the same to the cent', () => {
    expect(cheapest(worked())).toEqual(['pro'])
    expect(cheapest(tied())).toEqual(['creator', 'pro'])
  })

  it('block nothing', () => {
    const plans = [
      planCost('low', { total: '5.00', blockedCredits: '1' }),
      planCost('high', { total: '5.00' }),
    ]
    expect(cheapest(worked({ plans, cheapest: 'high' }))).toEqual(['high'])
    expect(cheapest(worked({ cheapest: null }))).toEqual([])
  })
})
