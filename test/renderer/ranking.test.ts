import { describe, expect, it } from 'vitest'
import { ranked } from '#renderer/finding/ranking.ts'
import { planCost, worked } from './support/samples.ts'

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
