import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { RunResult, SeparateAccount } from '#shared/run-result.ts'

/** A run as the engine answers it, with or without the hash of its input. */
export type AnyRun = Omit<RunResult, 'inputHash'>

/** One account of a run, the main one or one that a workspace went on with by itself. */
export type AccountOfRun = Pick<
  RunResult,
  | 'scenario'
  | 'start'
  | 'plan'
  | 'totals'
  | 'periods'
  | 'invoices'
  | 'ledger'
  | 'usage'
  | 'alerts'
  | 'grants'
  | 'wallet'
  | 'refusals'
  | 'workspaces'
  | 'byWorkspace'
>

export interface NamedAccount {
  readonly account: string
  readonly separate: SeparateAccount
}

/**
 * The accounts of workspaces that went on by themselves, by what they are called: the workspace, and where it left more
 * than once, from the second time on the day with it.
 */
export const separateAccountsOf = ({
  separateAccounts,
}: Pick<AnyRun, 'separateAccounts'>): readonly NamedAccount[] =>
  separateAccounts.map((separate, index) => {
    const { workspace, start } = separate
    const isFirst = separateAccounts.findIndex((other) => other.workspace === workspace) === index
    return { account: isFirst ? workspace : `${workspace}, from ${start}`, separate }
  })

/** The account of that name; null is the main one. */
export function accountOfRun(run: AnyRun, account: string | null): Result<AccountOfRun> {
  if (account === null) return succeed(run)
  const found = separateAccountsOf(run).find((one) => one.account === account)
  if (found) return succeed({ ...found.separate, scenario: run.scenario, workspaces: [], byWorkspace: [] })
  const message = `No workspace "${account}" went on with a subscription of its own.`
  return refuse({ code: 'result.no_account', message, path: 'account' })
}
