import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { advise, run } from '#main/engine/index.ts'
import { BurnOrder, type Plan } from '#shared/catalog.ts'
import { catalogOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { anyPlan, anyUsage, credits, risingPastQuota } from './support/arbitrary-plan.ts'
import { micros, sumOf } from './support/sums.ts'

function totalsOf(plan: Plan, usage: readonly string[], terms: Parameters<typeof scenarioOf>[2] = {}) {
  const catalog = catalogOf([plan])
  const optIn = plan.pastQuota.kind !== 'block'
  return valueOf(run(catalog, scenarioOf(catalog, usage, { overage: { optIn }, ...terms }))).totals
}

const text = (amount: bigint): string =>
  `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`

test('the cost never falls as usage rises in any month, whatever rolls over', () => {
  const more = fc.array(fc.oneof(fc.constant('0'), credits(500)), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(
      anyPlan({ past: risingPastQuota }),
      anyUsage(8),
      more,
      fc.constantFrom(...BurnOrder.options),
      (plan, usage, added, burnOrder) => {
        const raised = usage.map((month, index) => text(sumOf([month, added[index] ?? '0'])))
        const lower = totalsOf(plan, usage, { policies: { burnOrder } })
        const higher = totalsOf(plan, raised, { policies: { burnOrder } })
        expect(micros(higher.total)).toBeGreaterThanOrEqual(micros(lower.total))
        expect(micros(higher.blockedCredits)).toBeGreaterThanOrEqual(micros(lower.blockedCredits))
        expect(micros(higher.remainingCredits)).toBeLessThanOrEqual(micros(lower.remainingCredits))
      },
    ),
    { numRuns: 2000 },
  )
})

test('nor under any rates that no advice is given about', () => {
  let advised = 0
  fc.assert(
    fc.property(anyPlan(), anyUsage(8), credits(500), fc.nat({ max: 7 }), (plan, usage, added, month) => {
      const isAdvised = valueOf(advise(catalogOf([plan]))).length > 0
      if (isAdvised) advised += 1
      fc.pre(!isAdvised)
      const raised = usage.map((was, index) => (index === month ? text(sumOf([was, added])) : was))
      expect(micros(totalsOf(plan, raised).total)).toBeGreaterThanOrEqual(micros(totalsOf(plan, usage).total))
    }),
    { numRuns: 2000 },
  )
  // Without advice some of these plans would break the law: it is not held up by leaving out all that might.
  expect(advised).toBeGreaterThan(50)
})

test('where nothing expires, the burn order changes neither what is served nor what it costs', () => {
  const lasting = fc.oneof(
    fc.constant({ kind: 'age' as const, periods: 12 }),
    fc.record({ kind: fc.constant('cap' as const), multiple: fc.integer({ min: 1, max: 3 }) }),
  )
  fc.assert(
    fc.property(anyPlan({ roll: lasting }), anyUsage(10), (plan, usage) => {
      const [first, ...others] = BurnOrder.options.map((burnOrder) =>
        totalsOf(plan, usage, { policies: { burnOrder } }),
      )
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 600 },
  )
})
