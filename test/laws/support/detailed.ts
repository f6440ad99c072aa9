import * as fc from 'fast-check'
import { runWithDetail } from '#main/engine/index.ts'
import type { AccountDetail } from '#main/engine/report/account-detail.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import { at, valueOf } from '../../engine/support/build.ts'
import { anyOfAll } from './any-account.ts'
import type { Account } from './arbitrary-account.ts'

/** One account that a run bills, with what was kept of it. */
export interface Detailed {
  readonly account: BilledAccount
  readonly detail: AccountDetail
}

/** The accounts of a run: its own, and those of workspaces that went on by themselves. */
export function accountsOf({ catalog, scenario }: Account): readonly Detailed[] {
  const { result, detail, apart } = valueOf(runWithDetail(catalog, scenario))
  const separate = result.separateAccounts.map((account, index) => ({ account, detail: at(apart, index) }))
  return [{ account: result, detail }, ...separate]
}

/** Holds every account of so many runs, of every kind of account there is, to a law. */
export const everyAccount = (numRuns: number, hold: (detailed: Detailed, of: Account) => void) =>
  fc.assert(
    fc.property(anyOfAll, (given) => {
      for (const detailed of accountsOf(given)) hold(detailed, given)
    }),
    { numRuns },
  )
