import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Recorder } from '../record/recorder.ts'
import { AssumptionWriter } from '../report/assumption-writer.ts'
import { BasisWriter } from '../report/basis-writer.ts'
import { billAccount } from '../report/bill-account.ts'
import { consolidated, UNCONSOLIDATED } from '../consolidation/consolidation.ts'
import { CostRecord } from '../report/cost-record.ts'
import { ElsewhereWriter } from '../report/elsewhere-writer.ts'
import { WorkspaceWriter } from '../consolidation/workspace-writer.ts'
import { prepareRun } from './prepared-run.ts'

/** Who else is told a run as it goes; the run is the same with and without. */
export interface Watchers {
  readonly account?: readonly Recorder[]
  /** Asked for a recorder for every account that a workspace has by itself, in the order of the result. */
  readonly apart?: () => Recorder
}

/**
 * Bills one account and tells everything: periods, invoices, ledger, alerts. The caller adds the input's hash.
 * A scenario that contradicts its catalogue is refused with every problem at once.
 */
export function runScenario(
  catalog: Catalog,
  scenario: Scenario,
  { account: watchers = [], apart }: Watchers = {},
): Result<Omit<RunResult, 'inputHash'>> {
  const prepared = prepareRun(catalog, scenario)
  if (!prepared.ok) return prepared
  const { head, ladder, plan, terms } = prepared.value
  const links = new WorkspaceWriter()
  const elsewhere = new ElsewhereWriter()
  const costs = scenario.workspaces.length > 0 ? new CostRecord(scenario, 'byWorkspace') : null
  const assumptions = new AssumptionWriter(catalog, plan, terms.usage.length)
  const basis = new BasisWriter(catalog, plan)
  const listeners = costs === null ? [assumptions, basis] : [assumptions, basis, links, costs, elsewhere]
  const billed = billAccount(catalog, scenario, terms, [...listeners, ...watchers])
  return succeed({
    ...head,
    ...billed,
    ...(costs === null
      ? UNCONSOLIDATED
      : consolidated({ catalog, scenario, ladder, terms, watchApart: apart }, billed, links, costs)),
    usedElsewhere: elsewhere.rows,
    assumptions: assumptions.assumptions,
    basis: basis.basis,
  })
}
