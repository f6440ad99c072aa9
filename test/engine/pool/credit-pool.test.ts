import { describe, expect, test } from 'vitest'
import { burnOrders } from '#main/engine/pool/burn-order.ts'
import { CreditPool, type PooledGrant } from '#main/engine/pool/credit-pool.ts'

const grant = (id: number, amount: number, expiresAt: number): PooledGrant => ({
  id,
  source: 'plan',
  createdAt: id,
  expiresAt,
  priority: 0,
  carries: 0,
  amount,
  remaining: amount,
  next: null,
})

function poolOf(...grants: readonly PooledGrant[]): CreditPool {
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

  test('keeps its order when a grant is taken out of its middle, its front or its end, and another comes', () => {
    const [first, second, third] = [grant(1, 10, 10), grant(2, 20, 20), grant(3, 30, 30)]
    const pool = poolOf(first, second, third)
    const ids = () => pool.grants.map(({ id }) => id)
    pool.take(second, 20)
    expect(ids()).toEqual([1, 3])
    pool.take(third, 30)
    pool.add(grant(4, 40, 40))
    expect(ids()).toEqual([1, 4])
    pool.take(first, 4)
    expect(ids()).toEqual([1, 4])
    pool.take(first, 6)
    pool.put(first, 5)
    expect(ids()).toEqual([1, 4])
    // 100 were here; 60 were taken with their grants, and 5 came back
    expect(pool.balance).toBe(45)
    expect(pool.takeAll().map(({ id }) => id)).toEqual([1, 4])
    expect([pool.balance, ids()]).toEqual([0, []])
  })

  test('serves what there is when more is wanted', () => {
    const pool = poolOf(grant(1, 100, 10))
    expect(pool.burn(130)).toBe(100)
    expect(pool.balance).toBe(0)
    expect(pool.burn(1)).toBe(0)
  })

  test('a grant is over at its expiry, not before', () => {
    const pool = poolOf(grant(1, 100, 10), grant(2, 50, 20), grant(3, 5, Infinity))
    expect(pool.takeDue(9)).toBeNull()
    expect(pool.takeDue(10)?.id).toBe(1)
    expect(pool.balance).toBe(55)
    expect(pool.takeDue(1000)?.id).toBe(2)
    expect(pool.takeDue(1000)).toBeNull()
    expect(pool.balance).toBe(5)
  })

  test('what was taken, burned and is still here is what was granted', () => {
    const pool = poolOf(grant(1, 100, 10), grant(2, 50, 20), grant(3, 70, 10))
    const burned = pool.burn(110)
    const due = pool.takeDue(10)?.remaining
    // 100 of the first, 10 of the second; the third is due whole; 40 of the second stay
    expect([burned, due, pool.balance]).toEqual([110, 70, 40])
  })
})

describe('a grant that is over', () => {
  const DAY_1 = 10
  const DAY_2 = 20

  test('is made into the next one where nobody keeps it, with nothing left of what it was', () => {
    const pool = new CreditPool(burnOrders.oldestFirst, true)
    const first = pool.grant(0, 'rollover', 1, DAY_1, 100, 3)
    first.isRolledOver = true
    pool.burn(100)
    const next = pool.grant(1, 'plan', 2, DAY_2, 50, 0)
    expect(next).toBe(first)
    expect(next).toEqual({ ...grant(1, 50, DAY_2), createdAt: 2, isRolledOver: false })
    expect(pool.balance).toBe(50)
  })

  test('stays what it is where somebody is told of it', () => {
    const pool = new CreditPool(burnOrders.oldestFirst)
    const first = pool.grant(0, 'plan', 1, DAY_1, 100, 0)
    pool.burn(100)
    expect(pool.grant(1, 'plan', 2, DAY_2, 50, 0)).not.toBe(first)
    expect(first).toMatchObject({ id: 0, amount: 100, remaining: 0 })
  })

  test('stays what it is where it has a life of its own: it may be filled up again', () => {
    const pool = new CreditPool(burnOrders.oldestFirst, true)
    const pack = { ...grant(0, 100, DAY_2), source: 'pack' as const, name: 'pack' }
    pool.add(pack)
    pool.burn(100)
    expect(pool.grant(1, 'plan', 2, DAY_2, 50, 0)).not.toBe(pack)
  })

  test('another account starts with an empty pool in its own burn order', () => {
    const pool = new CreditPool(burnOrders.oldestFirst, true)
    pool.grant(0, 'plan', 1, DAY_2, 100, 0)
    pool.restart(burnOrders.soonestExpiry)
    expect(pool.balance).toBe(0)
    pool.grant(0, 'plan', 1, DAY_2, 100, 0)
    pool.grant(1, 'plan', 2, DAY_1, 30, 0)
    const burned: number[] = []
    pool.burn(40, ({ id }) => burned.push(id))
    // the younger one ends sooner: its 30 go first, then 10 of the older
    expect(burned).toEqual([1, 0])
    expect(pool.balance).toBe(90)
  })
})
