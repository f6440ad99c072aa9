import * as fc from 'fast-check'
import { run } from '#main/engine/index.ts'
import type { RunResult } from '#shared/run-result.ts'
import { valueOf } from '../../engine/support/build.ts'
import type { Account } from './arbitrary-account.ts'

export type Run = Omit<RunResult, 'inputHash'>

export const billed = ({ catalog, scenario }: Account): Run => valueOf(run(catalog, scenario))

/** A test that something holds of what a thousand of these accounts are billed. */
export const lawOf =
  (anyAccount: fc.Arbitrary<Account>) => (hold: (result: Run, account: Account) => void) => () =>
    fc.assert(
      fc.property(anyAccount, (account) => hold(billed(account), account)),
      { numRuns: 1000 },
    )
