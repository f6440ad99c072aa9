import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { workspaceResults } from '../consolidation/consolidation.ts'
import { WorkspaceWriter } from '../consolidation/workspace-writer.ts'
import type { Recorder } from '../record/recorder.ts'
import { type CostDetail, CostDetailWriter } from '../report/account-detail.ts'
import { AssumptionWriter } from '../report/assumption-writer.ts'
import { BasisWriter } from '../report/basis-writer.ts'
import { billInBrief, type BilledInBrief } from '../report/bill-in-brief.ts'
import { ElsewhereWriter } from '../report/elsewhere-writer.ts'
import { prepareRun, type RunHead } from './prepared-run.ts'

/** What a run comes to: of `RunResult` all that does not grow with its usage, to the same figures. */
export type BriefRun = RunHead &
  BilledInBrief &
  Pick<RunResult, 'workspaces' | 'usedElsewhere' | 'assumptions' | 'basis'> & {
    /** What its costs by period need besides. */
    readonly detail: CostDetail
  }

/**
 * Bills one account as `runScenario` does, for whoever wants to know what it comes to before anything else. What workspaces
 * by themselves come to is not told: see `hasAccountsApart`.
 */
export function runInBrief(
  catalog: Catalog,
  scenario: Scenario,
  watchers: readonly Recorder[],
): Result<BriefRun> {
  const prepared = prepareRun(catalog, scenario)
  if (!prepared.ok) return prepared
  const { head, plan, terms } = prepared.value
  const links = new WorkspaceWriter()
  const elsewhere = new ElsewhereWriter()
  const assumptions = new AssumptionWriter(catalog, plan, terms.usage.length)
  const basis = new BasisWriter(catalog, plan)
  const costs = new CostDetailWriter()
  const ofWorkspaces = scenario.workspaces.length > 0 ? [links, elsewhere] : []
  const listeners = [assumptions, basis, costs, ...ofWorkspaces, ...watchers]
  const billed = billInBrief(catalog, scenario, terms, listeners)
  return succeed({
    ...head,
    ...billed,
    workspaces: workspaceResults(scenario, links.moves),
    usedElsewhere: elsewhere.rows,
    assumptions: assumptions.assumptions,
    basis: basis.basis,
    detail: costs.detail,
  })
}

/** Whether a workspace may go on with a subscription of its own, which is billed with the account it leaves. */
export const hasAccountsApart = ({ changes }: Pick<Scenario, 'changes'>): boolean =>
  changes.some(({ kind }) => kind === 'unlinkWorkspace')
