import * as fc from 'fast-check'
import { Scenario } from '#shared/scenario.ts'
import { postpaid } from '../../engine/support/build.ts'
import { type Account, anyAccount } from './arbitrary-account.ts'
import { anyFundedAccount } from './arbitrary-funds.ts'
import { anyInvoiced } from './arbitrary-invoicing.ts'
import { anyLife } from './arbitrary-life.ts'
import { anyPastQuota } from './arbitrary-past-quota.ts'
import { risingCharge } from './arbitrary-plan.ts'
import { anyWholeLife } from './arbitrary-whole-life.ts'
import { anyConsolidated } from './arbitrary-workspaces.ts'

/** A life in which nothing is used, so that the term can be given back: it asks for that on its first day. */
const anyRefunded: fc.Arbitrary<Account> = anyLife.map(({ catalog, scenario }) => {
  const { trial: _, usage, changes, ...rest } = scenario
  const refund = { kind: 'refund', on: `${scenario.start}T12:00:00Z` }
  const none = usage.kind === 'series' ? usage.credits.map(() => '0') : []
  return {
    catalog,
    scenario: Scenario.parse({
      ...rest,
      usage: { kind: 'series', credits: none },
      changes: [...changes, refund],
    }),
  }
})

/** An account that owes what it uses beyond its credits, until a renewal repays it. */
const anyIndebted: fc.Arbitrary<Account> = anyAccount({
  past: risingCharge.map((charge) => postpaid(charge)),
}).map(({ catalog, scenario }) => ({
  catalog,
  scenario: {
    ...scenario,
    policies: {
      ...scenario.policies,
      beyondGrants: 'carriedWithinPeriod',
      overageAtPeriodEnd: 'carryAndRepay',
    },
  },
}))

/** An account of every kind that laws are held to, so that what looks at a whole result meets all there can be in one. */
export const anyOfAll: fc.Arbitrary<Account> = fc.oneof(
  { weight: 1, arbitrary: anyAccount() },
  { weight: 1, arbitrary: anyFundedAccount(true) },
  { weight: 1, arbitrary: anyFundedAccount(false) },
  // twice, for only some of these have a commitment with a maximum
  { weight: 2, arbitrary: anyInvoiced() },
  { weight: 1, arbitrary: anyLife },
  { weight: 1, arbitrary: anyRefunded },
  { weight: 1, arbitrary: anyIndebted },
  { weight: 1, arbitrary: anyPastQuota() },
  { weight: 1, arbitrary: anyWholeLife },
  { weight: 1, arbitrary: anyConsolidated },
)
