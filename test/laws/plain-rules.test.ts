import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { microsOf } from '#shared/decimal.ts'
import { catalogOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { anyPlan, anyUsage, risingPastQuota } from './support/arbitrary-plan.ts'
import { plainBilling } from './support/plain-billing.ts'

const limit = fc.option(fc.integer({ min: 0, max: 40_000 }).map((cents) => (cents / 100).toFixed(2)))

function expectPlainBill(
  plan: Parameters<typeof plainBilling>[0],
  usage: readonly string[],
  wantsOverage: boolean,
  spendLimit: string | null,
): void {
  const optIn = wantsOverage && plan.pastQuota.kind !== 'block'
  const catalog = catalogOf([plan])
  const overage = { optIn, ...(optIn && spendLimit !== null ? { spendLimit } : {}) }
  const { totals } = valueOf(run(catalog, scenarioOf(catalog, usage, { overage })))
  const plain = plainBilling(
    plan,
    usage.map(microsOf),
    optIn,
    optIn && spendLimit !== null ? microsOf(spendLimit) : null,
  )
  expect({
    money: microsOf(totals.total),
    pooled: microsOf(totals.poolCredits),
    overage: microsOf(totals.overageCredits),
    blocked: microsOf(totals.blockedCredits),
    expired: microsOf(totals.expiredCredits),
    forfeited: microsOf(totals.forfeitedCredits),
    remaining: microsOf(totals.remainingCredits),
  }).toEqual(plain)
}

test('the engine bills what the rules, written down once more in the plainest way, bill', () => {
  fc.assert(
    fc.property(anyPlan(), anyUsage(), fc.boolean(), (plan, usage, wantsOverage) =>
      expectPlainBill(plan, usage, wantsOverage, null),
    ),
    { numRuns: 4000 },
  )
})

test('and serves the same under a spend limit', () => {
  fc.assert(
    fc.property(anyPlan({ past: risingPastQuota }), anyUsage(6), limit, (plan, usage, spendLimit) =>
      expectPlainBill(plan, usage, true, spendLimit),
    ),
    { numRuns: 2000 },
  )
})
