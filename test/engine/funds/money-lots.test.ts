import { describe, expect, it } from 'vitest'
import { MoneyLots } from '#main/engine/funds/money-lots.ts'
import { AS_LONG_AS_ORDINARY, timesAsLong } from '../../time-ratio.ts'

const MANY = 10_000
const FEW = 100

const lotOf = (id: number, expiresAt: number) => ({ id, boughtAt: 0, expiresAt, amount: 2, remaining: 2 })

/** A balance of so many lots of 2 each. */
function lotsOf(count: number, expiresAt: (id: number) => number): MoneyLots {
  const lots = new MoneyLots()
  for (let id = 0; id < count; id++) lots.add(lotOf(id, expiresAt(id)))
  return lots
}

describe('the lots of a prepaid balance', () => {
  it('are drawn oldest first, whenever they expire, and none that has nothing left', () => {
    const lots = lotsOf(4, (id) => [40, 10, 30, 20][id] ?? 0)
    const moved: (readonly [what: string, id: number, amount: number])[] = []
    const note = (what: string) => (lot: { readonly id: number }, amount: number) =>
      void moved.push([what, lot.id, amount])
    lots.draw(1, note('drawn'))
    expect(lots.expire(20, note('expired'))).toBe(4)
    lots.draw(2, note('drawn'))
    expect(moved).toEqual([
      ['drawn', 0, 1],
      ['expired', 1, 2],
      ['expired', 3, 2],
      ['drawn', 0, 1],
      ['drawn', 2, 1],
    ])
    expect([lots.balance, lots.nextExpiry]).toEqual([1, 30])
    expect(() => lots.draw(2)).toThrow('never becomes a debt')
  })

  it('expire next with the first one that has anything left, and never where none has', () => {
    const lots = lotsOf(3, (id) => [20, 10, 30][id] ?? 0)
    const next = [lots.nextExpiry]
    for (let count = 0; count < 3; count++) {
      lots.draw(2)
      next.push(lots.nextExpiry)
    }
    expect(next).toEqual([10, 10, 30, Infinity])
  })

  const orders: readonly (readonly [string, (id: number) => number])[] = [
    ['never', () => Infinity],
    ['all together', () => 1],
    ['one after the other', (id) => id],
    ['the newest first', (id) => MANY - id],
  ]
  const drawAll = (lots: MoneyLots) => {
    while (lots.balance > 0) lots.draw(1)
  }
  const letExpire = (lots: MoneyLots) => {
    while (lots.balance > 0) lots.expire(lots.nextExpiry)
  }
  const inSmallBalances = (empty: (lots: MoneyLots) => void, expiresAt: (id: number) => number) => () => {
    for (let count = 0; count < MANY / FEW; count++) empty(lotsOf(FEW, expiresAt))
  }

  it.each(orders)('that expire %s are drawn as fast from one balance as from many', (_order, expiresAt) => {
    const ratio = timesAsLong(() => drawAll(lotsOf(MANY, expiresAt)), inSmallBalances(drawAll, expiresAt))
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })

  it.each(orders)('that expire %s are lost as fast from one balance as from many', (_order, expiresAt) => {
    const ratio = timesAsLong(() => letExpire(lotsOf(MANY, expiresAt)), inSmallBalances(letExpire, expiresAt))
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })
})
