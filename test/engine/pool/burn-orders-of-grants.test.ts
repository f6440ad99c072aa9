import { expect, test } from 'vitest'
import { BurnOrder } from '#shared/policies.ts'
import { fund } from '../support/funds.ts'

/*
 * One account in February 2026, with five grants on hand of 100 credits each:
 *
 *   plan 1   of 1 January, carried (age), expires 1 March, priority 0
 *   early    a gift of 10 January, expires 1 June, priority -2
 *   pack     bought 20 January, expires 20 March, priority 0
 *   plan 2   of 1 February, expires 1 April, priority 0
 *   late     a gift of 2 February, expires 15 February, priority -1
 *
 * 250 credits are used on 3 February: two grants whole and half of a third.
 */
const ORDERS: Readonly<Record<BurnOrder, Readonly<Record<string, number>>>> = {
  oldestFirst: { 'plan 1': 100, early: 100, pack: 50 },
  // 15 February, 1 March, 20 March
  soonestExpiry: { late: 100, 'plan 1': 100, pack: 50 },
  // -2; -1; then 0 by expiry: 1 March before 20 March and 1 April
  priorityThenExpiry: { early: 100, late: 100, 'plan 1': 50 },
  // January's credits of the plan were carried; after them the oldest
  rolledOverFirst: { 'plan 1': 100, early: 100, pack: 50 },
  // the pack comes last
  grantedBeforePurchased: { 'plan 1': 100, early: 100, 'plan 2': 50 },
}

const usedUnder = (burnOrder: BurnOrder) => {
  const result = fund([{ credits: '100', rollover: { kind: 'age', periods: 1 } }], ['0', '0'], {
    policies: { burnOrder },
    grants: [
      { id: 'early', amount: '100', start: '2026-01-10', expires: '2026-06-01', priority: -2 },
      { id: 'late', amount: '100', start: '2026-02-02', expires: '2026-02-15', priority: -1 },
    ],
    changes: [{ kind: 'buyPack', on: '2026-01-20', pack: 'small' }],
    usageEvents: [
      {
        id: 'use',
        at: '2026-02-03T00:00:00Z',
        product: 'create',
        model: 'Standard',
        quantity: '250',
      },
    ],
  })
  let plans = 0
  return Object.fromEntries(
    result.grants
      .map(
        ({ name, usedCredits }) =>
          [name === 'small' ? 'pack' : (name ?? `plan ${++plans}`), Number(usedCredits)] as const,
      )
      .filter(([, used]) => used > 0),
  )
}

test.each(BurnOrder.options)('%s', (order) => {
  expect(usedUnder(order)).toEqual(ORDERS[order])
})

test('under priority the expiry decides only between equals', () => {
  // the gift that expires last of all has the lowest number of all
  const result = fund([{ credits: '100' }], ['150'], {
    policies: { burnOrder: 'priorityThenExpiry' },
    grants: [
      { id: 'first', amount: '100', start: '2026-01-01', priority: -5 },
      { id: 'soon', amount: '100', start: '2026-01-01', expires: '2026-02-01', priority: 5 },
    ],
  })
  expect(result.grants.map(({ name, usedCredits }) => [name, usedCredits])).toEqual([
    [null, '50'],
    ['first', '100'],
    ['soon', '0'],
  ])
})

test('rolled-over first: what a plan carried goes before a gift that is older than it', () => {
  const grants = (burnOrder: BurnOrder) =>
    fund([{ credits: '100', rollover: { kind: 'age', periods: 2 } }], ['100', '0', '100'], {
      policies: { burnOrder },
      grants: [{ id: 'gift', amount: '100', start: '2026-01-15' }],
    }).grants.map(({ name, usedCredits }) => [name, usedCredits])
  // January uses its own 100; February's 100 are carried into March, and are younger than the gift of January
  expect(grants('oldestFirst')).toEqual([
    [null, '100'],
    ['gift', '100'],
    [null, '0'],
    [null, '0'],
  ])
  expect(grants('rolledOverFirst')).toEqual([
    [null, '100'],
    ['gift', '0'],
    [null, '100'],
    [null, '0'],
  ])
})
