import { expect, test } from 'vitest'
import { catalogOf, OPTED_IN, perThousand, planOf, postpaid } from '../support/build.ts'
import { viewsOf } from './support.ts'

const OVERAGE = catalogOf([planOf({ pastQuota: postpaid(perThousand('10')) })])

// April has thirty days; 1,500 are 50 a day.
test('a pool that runs out blocks from then on, where nothing is sold past it', () => {
  expect(viewsOf(catalogOf([planOf({})]), ['1500', '100']).runOuts()).toEqual([
    {
      period: 1,
      start: '2026-04-01T00:00:00.000Z',
      end: '2026-05-01T00:00:00.000Z',
      ranOutAt: '2026-04-21T00:00:00.000Z',
      blockedAt: '2026-04-21T00:00:00.000Z',
      blockedBecause: 'poolEmpty',
      spendLimitAt: null,
    },
    {
      period: 2,
      start: '2026-05-01T00:00:00.000Z',
      end: '2026-06-01T00:00:00.000Z',
      ranOutAt: null,
      blockedAt: null,
      blockedBecause: null,
      spendLimitAt: null,
    },
  ])
})

test('overage is served until the spend limit is reached', () => {
  // $2.50 are 250 credits, five days of them.
  const [row] = viewsOf(OVERAGE, ['1500'], { overage: { optIn: true, spendLimit: '2.5' } }).runOuts()
  expect(row).toMatchObject({
    ranOutAt: '2026-04-21T00:00:00.000Z',
    blockedAt: '2026-04-26T00:00:00.000Z',
    blockedBecause: 'spendLimit',
    spendLimitAt: '2026-04-26T00:00:00.000Z',
  })
})

test('without a limit nothing is ever blocked', () => {
  const [row] = viewsOf(OVERAGE, ['1500'], OPTED_IN).runOuts()
  expect(row).toMatchObject({ ranOutAt: '2026-04-21T00:00:00.000Z', blockedAt: null, spendLimitAt: null })
})

test('credits that last to the very end run out as it comes, in the period that used them', () => {
  expect(
    viewsOf(catalogOf([planOf({})]), ['1000', '0'])
      .runOuts()
      .map(({ ranOutAt }) => ranOutAt),
  ).toEqual(['2026-05-01T00:00:00.000Z', null])
})

test('of several times in a period it is the first', () => {
  // 100 a day: a pack on the 20th lasts for a day more.
  const catalog = catalogOf([planOf({})])
  const grants = [{ id: 'more', amount: '100', start: '2026-04-20' }]
  const [row] = viewsOf(catalog, ['3000'], { grants }).runOuts()
  expect(row).toMatchObject({ ranOutAt: '2026-04-11T00:00:00.000Z', blockedAt: '2026-04-11T00:00:00.000Z' })
})
