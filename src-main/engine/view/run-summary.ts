import type { Catalog } from '#shared/catalog.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { BriefRun } from '../run/run-in-brief.ts'
import { separateAccountsOf } from './account-of-run.ts'

/** What a run comes to, without the rows that grow with its usage. */
export function runSummary(
  catalog: Catalog,
  run: Omit<BriefRun, 'detail' | 'invoices'> & Pick<RunResult, 'inputHash'>,
  separateAccounts: RunResult['separateAccounts'],
): ResultSummary {
  return {
    id: run.inputHash,
    engineVersion: run.engineVersion,
    inputHash: run.inputHash,
    scenario: run.scenario,
    catalog: run.catalog,
    catalogName: catalog.name,
    planName: catalog.plans.find(({ id }) => id === run.plan)?.name ?? run.plan,
    plan: run.plan,
    billing: run.billing,
    currency: run.currency,
    start: run.start,
    end: run.end,
    totals: run.totals,
    periods: run.periods,
    refusals: run.refusals,
    assumptions: run.assumptions,
    basis: run.basis,
    wallet: run.wallet,
    workspaces: run.workspaces,
    usedElsewhere: run.usedElsewhere,
    separateAccounts: separateAccountsOf({ separateAccounts }).map(({ account, separate }) => ({
      account,
      workspace: separate.workspace,
      plan: separate.plan,
      billing: separate.billing,
      start: separate.start,
      end: separate.end,
      totals: separate.totals,
    })),
  }
}
