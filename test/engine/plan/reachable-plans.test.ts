import { expect, test } from 'vitest'
import { reachablePlans } from '#main/engine/plan/reachable-plans.ts'
import { catalogOf, planOf, scenarioOf } from '../support/build.ts'

const catalog = catalogOf([
  planOf({ id: 'pro' }),
  planOf({ id: 'scale' }),
  planOf({ id: 'free', monthly: '0' }),
])

const reached = (changes: Parameters<typeof scenarioOf>[2]) =>
  reachablePlans(catalog, scenarioOf(catalog, ['0'], changes)).map(({ id }) => id)

test('an account may come to be on the plans of its changes, in the order of their dates', () => {
  const changes = [
    { kind: 'changePlan' as const, on: '2026-01-20', plan: 'pro' },
    { kind: 'changePlan' as const, on: '2026-01-10', plan: 'scale' },
  ]
  expect(reached({ changes })).toEqual(['pro', 'scale'])
})

test.each(['cancel', 'refund'] as const)('a %s leads to the free plan', (kind) => {
  expect(reached({ changes: [{ kind, on: '2026-01-10' }] })).toEqual(['pro', 'free'])
})
