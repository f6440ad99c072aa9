import { describe, expect, test } from 'vitest'
import type { CustomGrant } from '#shared/grants.ts'
import type { SomePolicies } from '#shared/policies.ts'
import type { z } from 'zod'
import type { PlanTerms } from '../support/build.ts'
import { eventAt, fund } from '../support/funds.ts'

type Given = z.input<typeof CustomGrant>

const OWING: SomePolicies = {
  burnOrder: 'priorityThenExpiry',
  beyondGrants: 'carriedWithinPeriod',
  overageAtPeriodEnd: 'carryAndRepay',
}

/** What each of these grants repaid of what a use on 5 January left owing, on a plan without credits of its own. */
const repaidBy = (
  grants: readonly Given[],
  used: string,
  policies: SomePolicies = {},
  plan: PlanTerms = { credits: '0', monthly: '0' },
) => {
  const result = fund([plan], ['0', '0'], {
    grants: [...grants],
    usageEvents: [eventAt('2026-01-05T00:00:00Z', used)],
    policies: { ...OWING, ...policies },
  })
  return Object.fromEntries(
    result.grants.map(({ name, source, repaidCredits }) => [name ?? source, repaidCredits]),
  )
}

describe('600 owed are repaid in burn order by what comes at one instant', () => {
  test.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('two grants: the one of priority 1, "%s", pays, and not "%s" of priority 3', (first, other) => {
    const grants = [
      { id: first, amount: '1000', start: '2026-01-10', priority: 1 },
      { id: other, amount: '1000', start: '2026-01-10', priority: 3 },
    ]
    expect(repaidBy(grants, '600')).toEqual({ [first]: '600', [other]: '0' })
    expect(repaidBy(grants.toReversed(), '600')).toEqual({ [first]: '600', [other]: '0' })
  })

  test('more than the first has: the next pays the rest', () => {
    const grants = [
      { id: 'a', amount: '1000', start: '2026-01-10', priority: 3 },
      { id: 'b', amount: '400', start: '2026-01-10', priority: 1 },
    ]
    expect(repaidBy(grants, '600')).toEqual({ a: '200', b: '400' })
  })

  test('two refills: both are full before the one of priority 1 pays', () => {
    const recurring = {
      amount: '1000',
      start: '2026-01-01',
      expires: '2026-02-01',
      recurrence: { every: 1, unit: 'month' as const, anchor: '2026-01-15' },
    }
    const grants = [
      { ...recurring, id: 'a', priority: 3 },
      { ...recurring, id: 'b', priority: 1 },
    ]
    // 2,600 of the 2,000 at hand; on the 15th 1,000 come to each
    expect(repaidBy(grants, '2600')).toEqual({ a: '0', b: '600' })
  })

  test('a reset: all balances are clamped, then the one of priority 1 pays', () => {
    const rollover = { min: '1000' }
    const grants = [
      { id: 'a', amount: '1000', start: '2026-01-01', priority: 3, rollover },
      { id: 'b', amount: '1000', start: '2026-01-01', priority: 1, rollover },
    ]
    // 2,600 of the 2,000 at hand; at the end of January both are empty and get their least, 1,000
    expect(repaidBy(grants, '2600')).toEqual({ a: '0', b: '600' })
  })

  test('the renewal and a grant of the same day: the one that expires sooner pays', () => {
    const plan: PlanTerms = { credits: '1000', rollover: { kind: 'cap', multiple: 2 } }
    const grants = [{ id: 'g', amount: '1000', start: '2026-02-01', expires: '2026-02-15' }]
    // 1,600 of January's 1,000; February's 1,000 never expire
    expect(repaidBy(grants, '1600', { burnOrder: 'soonestExpiry' }, plan)).toEqual({ plan: '0', g: '600' })
  })
})
