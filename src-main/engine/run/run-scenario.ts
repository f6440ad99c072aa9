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

/**
 * Bills one account and tells everything: periods, invoices, ledger, alerts. The caller adds the input's hash;
 * `watchers` are told the account's run as it goes.
 * A scenario that contradicts its catalogue is refused with every problem at once.
 */
export function runScenario(
  catalog: Catalog,
  scenario: Scenario,
  ...watchers: readonly Recorder[]
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
  const costs = scenario.workspaces.length > 0 ? new CostRecord(scenario) : null
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
      : consolidated({ catalog, scenario, ladder, terms }, billed, links, costs)),
    usedElsewhere: elsewhere.rows,
    assumptions: assumptions.assumptions,
    basis: basis.basis,
  })
}
