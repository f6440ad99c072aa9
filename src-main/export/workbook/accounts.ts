import type { BilledAccount, RunResult } from '#shared/run-result.ts'

/** One bill of a result: the scenario's own, or that of a workspace which went on by itself. */
export interface Account extends BilledAccount {
  /** The workspace that is billed by itself; null for the scenario's own account. */
  readonly workspace: string | null
}

/** Every bill of a result, the scenario's own first. */
export const accountsOf = (result: RunResult): readonly Account[] => [
  { ...result, workspace: null },
  ...result.separateAccounts,
]

/** What an account is called beside others. */
export const accountName = ({ workspace }: Pick<Account, 'workspace'>): string => workspace ?? 'The scenario'

/** A row of a sheet with the account it is of. */
export interface OfAccount<R> {
  readonly account: Account
  readonly row: R
}

/** The rows of all accounts, one account after the other. */
export const rowsOf = <R>(
  accounts: readonly Account[],
  rows: (account: Account) => readonly R[],
): readonly OfAccount<R>[] => accounts.flatMap((account) => rows(account).map((row) => ({ account, row })))
