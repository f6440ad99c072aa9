import { describe, expect, test } from 'vitest'
import { burnOrders } from '#main/engine/pool/burn-order.ts'
import { CreditPool } from '#main/engine/pool/credit-pool.ts'
import type { Grant } from '#main/engine/record/grant.ts'

const grant = (id: number, amount: number, expiresAt: number): Grant => ({
  id,
  source: 'plan',
  createdAt: id,
  expiresAt,
  priority: 0,
  carries: 0,
  amount,
  remaining: amount,
})

function poolOf(...grants: readonly Grant[]): CreditPool {
  const pool = new CreditPool(burnOrders.oldestFirst)
  for (const each of grants) pool.add(each)
  return pool
}

describe('the pool', () => {
  test('burns the first grant to the end before it touches the next', () => {
    const pool = poolOf(grant(1, 100, 10), grant(2, 50, 20))
    const burned: (readonly [number, number])[] = []
    expect(pool.burn(120, ({ id }, amount) => burned.push([id, amount]))).toBe(120)
    expect(burned).toEqual([
      [1, 100],
      [2, 20],
    ])
    expect(pool.balance).toBe(30)
    expect(pool.grants.map(({ id, remaining }) => [id, remaining])).toEqual([[2, 30]])
  })

  test('serves what there is when more is wanted', () => {
    const pool = poolOf(grant(1, 100, 10))
    expect(pool.burn(130)).toBe(100)
    expect(pool.balance).toBe(0)
    expect(pool.burn(1)).toBe(0)
  })

  test('a grant is over at its expiry, not before', () => {
    const pool = poolOf(grant(1, 100, 10), grant(2, 50, 20), grant(3, 5, Infinity))
    expect(pool.takeDue(9)).toEqual([])
    expect(pool.takeDue(10).map(({ id }) => id)).toEqual([1])
    expect(pool.balance).toBe(55)
    expect(pool.takeDue(1000).map(({ id }) => id)).toEqual([2])
    expect(pool.balance).toBe(5)
  })

  test('what was taken, burned and is still here is what was granted', () => {
    const pool = poolOf(grant(1, 100, 10), grant(2, 50, 20), grant(3, 70, 10))
    const burned = pool.burn(110)
    const due = pool.takeDue(10).reduce((sum, each) => sum + each.remaining, 0)
    // 100 of the first, 10 of the second; the third is due whole; 40 of the second stay
    expect([burned, due, pool.balance]).toEqual([110, 70, 40])
  })
})
