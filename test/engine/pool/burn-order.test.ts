import { expect, test } from 'vitest'
import { BurnOrder } from '#shared/catalog.ts'
import { burnOrders } from '#main/engine/pool/burn-order.ts'
import { CreditPool, type PooledGrant } from '#main/engine/pool/credit-pool.ts'
import type { GrantSource } from '#main/engine/record/grant.ts'

const grant = (
  id: number,
  source: GrantSource,
  createdAt: number,
  expiresAt: number,
  priority: number,
): PooledGrant => ({
  id,
  source,
  createdAt,
  expiresAt,
  priority,
  carries: 0,
  amount: 10,
  remaining: 10,
  next: null,
})

//                    id  source      created  expires   priority
const GRANTS = [
  () => grant(1, 'plan', 10, 40, 2),
  () => grant(2, 'pack', 0, Infinity, 1),
  () => grant(3, 'rollover', 20, 30, 2),
  () => grant(4, 'gift', 10, 30, 3),
  () => grant(5, 'prepaid', 30, Infinity, 3),
]

/** By hand, from the table above and the meaning of each order. */
const EXPECTED: Readonly<Record<BurnOrder, readonly number[]>> = {
  // created 0, 10, 10 (the smaller id first), 20, 30
  oldestFirst: [2, 1, 4, 3, 5],
  // expiring at 30: 4 is older than 3; then 40; then never, the older first
  soonestExpiry: [4, 3, 1, 2, 5],
  // priority 1; priority 2 by expiry: 3 (30), 1 (40); priority 3 by expiry: 4 (30), 5 (never)
  priorityThenExpiry: [2, 3, 1, 4, 5],
  // the rolled-over one, then oldest first
  rolledOverFirst: [3, 2, 1, 4, 5],
  // what was not bought, oldest first; then pack and prepaid
  grantedBeforePurchased: [1, 4, 3, 2, 5],
}

const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

test.each(BurnOrder.options)('%s: grants burn in one order, however they came in', (order) => {
  for (const arrival of permutations(GRANTS)) {
    const pool = new CreditPool(burnOrders[order])
    for (const make of arrival) pool.add(make())
    const burned: number[] = []
    pool.burn(50, (from) => burned.push(from.id))
    expect(burned).toEqual(EXPECTED[order])
  }
})
