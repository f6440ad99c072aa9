import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountTerms } from '#main/engine/account/account-terms.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { Recorder } from '#main/engine/record/recorder.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { Simulator } from '#main/engine/simulate/simulator.ts'
import { type Account, anyAccount } from './support/arbitrary-account.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { anyInvoiced } from './support/arbitrary-invoicing.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPastQuota } from './support/arbitrary-past-quota.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'

/*
 * Accounts under every rule there is, one after another in any order. The clock that bills them is used again and
 * again, and a run that is told to somebody is the same run.
 */

const anyOfThem: fc.Arbitrary<Account> = fc.oneof(
  anyAccount(),
  anyLife,
  anyPeople,
  anyWholeLife,
  anyPastQuota(),
  anyInvoiced(),
  anyFundedAccount(false),
  anyFundedAccount(true),
)

function termsOf({ catalog, scenario }: Account): AccountTerms {
  const ladder = compileCatalog(catalog, scenario.policies)
  const plan = ladder.find(({ id }) => id === scenario.plan)
  if (plan === undefined) throw new Error(`The catalogue has no plan ${scenario.plan}.`)
  return termsOfScenario(catalog, scenario, ladder, plan)
}

test('an account comes to the same whichever accounts were billed before it', () => {
  const simulator = new Simulator()
  fc.assert(
    fc.property(fc.array(anyOfThem, { minLength: 1, maxLength: 4 }), (accounts) => {
      for (const terms of accounts.map(termsOf)) expect(simulator.bill(terms)).toEqual(simulate(terms))
    }),
    { numRuns: 400 },
  )
})

test('an account comes to the same whether somebody listens or nobody does', () => {
  fc.assert(
    fc.property(anyOfThem, (account) => {
      const terms = termsOf(account)
      expect(simulate(terms)).toEqual(simulate(terms, new Recorder()))
    }),
    { numRuns: 1000 },
  )
})
