import type { Catalog } from '#shared/catalog.ts'
import { refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { dateText, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { checkScenario } from '../diagnose/check-scenario.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { compileCatalog } from '../plan/compile-plan.ts'
import { termsOfScenario } from '../simulate/terms-of-scenario.ts'
import { ENGINE_VERSION } from './engine-version.ts'

/** What a run is of, as its result says it. */
export type RunHead = Pick<
  RunResult,
  'engineVersion' | 'scenario' | 'catalog' | 'plan' | 'billing' | 'currency' | 'start' | 'end'
>

/** A scenario that can be billed, ready for the clock. */
export interface PreparedRun {
  readonly head: RunHead
  readonly ladder: readonly CompiledPlan[]
  readonly plan: CompiledPlan
  readonly terms: AccountTerms
}

/** A scenario that contradicts its catalogue is refused with every problem at once. */
export function prepareRun(catalog: Catalog, scenario: Scenario): Result<PreparedRun> {
  const problems = checkScenario(catalog, scenario)
  if (problems.length > 0) return refuseAll(problems)
  const ladder = compileCatalog(catalog, scenario.policies)
  const plan = ladder.find(({ id }) => id === scenario.plan)
  if (plan === undefined) return refuseAll(problems)
  return succeed({
    head: {
      engineVersion: ENGINE_VERSION,
      scenario: scenario.name,
      catalog: catalog.id,
      plan: plan.id,
      billing: scenario.billing,
      currency: catalog.currency,
      start: scenario.start,
      end: dateText(cycleStart(parseDate(scenario.start), scenario.months)),
    },
    ladder,
    plan,
    terms: termsOfScenario(catalog, scenario, ladder, plan),
  })
}
