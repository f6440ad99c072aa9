import type { Catalog } from '#shared/catalog.ts'
import { refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { checkScenario } from '../diagnose/check-scenario.ts'
import { compileCatalog } from '../plan/compile-plan.ts'
import type { Recorder } from '../record/recorder.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { AssumptionWriter } from '../report/assumption-writer.ts'
import { BasisWriter } from '../report/basis-writer.ts'
import { billAccount } from '../report/bill-account.ts'
import { consolidated, UNCONSOLIDATED } from '../consolidation/consolidation.ts'
import { CostRecord } from '../report/cost-record.ts'
import { ElsewhereWriter } from '../report/elsewhere-writer.ts'
import { termsOfScenario } from '../simulate/terms-of-scenario.ts'
import { WorkspaceWriter } from '../consolidation/workspace-writer.ts'

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
  const problems = checkScenario(catalog, scenario)
  const plan = catalog.plans.find((candidate) => candidate.id === scenario.plan)
  if (problems.length > 0 || plan === undefined) return refuseAll(problems)
  const ladder = compileCatalog(catalog, scenario.policies)
  const compiled = ladder.find((candidate) => candidate.id === scenario.plan)
  if (compiled === undefined) return refuseAll(problems)
  const terms = termsOfScenario(catalog, scenario, ladder, compiled)
  const links = new WorkspaceWriter()
  const elsewhere = new ElsewhereWriter()
  const costs = scenario.workspaces.length > 0 ? new CostRecord(scenario, 'byWorkspace') : null
  const assumptions = new AssumptionWriter(catalog, compiled, terms.usage.length)
  const basis = new BasisWriter(catalog, compiled)
  const listeners = costs === null ? [assumptions, basis] : [assumptions, basis, links, costs, elsewhere]
  const billed = billAccount(catalog, scenario, terms, [...listeners, ...watchers])
  return succeed({
    engineVersion: ENGINE_VERSION,
    scenario: scenario.name,
    catalog: catalog.id,
    plan: plan.id,
    billing: scenario.billing,
    currency: catalog.currency,
    start: scenario.start,
    end: dateText(cycleStart(parseDate(scenario.start), scenario.months)),
    ...billed,
    ...(costs === null
      ? UNCONSOLIDATED
      : consolidated({ catalog, scenario, ladder, terms, watchApart: apart }, billed, links, costs)),
    usedElsewhere: elsewhere.rows,
    assumptions: assumptions.assumptions,
    basis: basis.basis,
  })
}
