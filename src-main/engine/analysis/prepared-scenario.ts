import type { Catalog } from '#shared/catalog.ts'
import { refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { checkScenario } from '../diagnose/check-scenario.ts'
import { compileCatalog } from '../plan/compile-plan.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { termsOfScenario } from '../simulate/terms-of-scenario.ts'

/** A scenario that can be billed, made ready for the clock. */
export interface PreparedScenario {
  readonly plan: CompiledPlan
  readonly terms: AccountTerms
}

/** Refused: everything in which the scenario contradicts its catalogue. */
export function prepareScenario(catalog: Catalog, scenario: Scenario): Result<PreparedScenario> {
  const problems = checkScenario(catalog, scenario)
  const ladder = compileCatalog(catalog, scenario.policies)
  const plan = ladder.find((candidate) => candidate.id === scenario.plan)
  if (problems.length > 0 || plan === undefined) return refuseAll(problems)
  return succeed({ plan, terms: termsOfScenario(catalog, scenario, ladder, plan) })
}
