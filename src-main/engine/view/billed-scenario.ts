import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { BlockTally } from '../analysis/block-tally.ts'
import { prepareScenario } from '../analysis/prepared-scenario.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { Totals } from '../record/totals.ts'
import { simulate } from '../simulate/simulate.ts'
import { MonthlyCost, type MonthMoney } from './monthly-cost.ts'

/** What short views tell of a scenario: billed whole, with no more written down than they need. */
export interface BilledScenario {
  /** The plan it begins on. */
  readonly plan: CompiledPlan
  readonly currency: string
  readonly totals: Totals
  /** How long it runs: a change of plan may begin a period in the middle of another. */
  readonly span: number
  readonly months: readonly MonthMoney[]
  readonly blocked: ReadonlyMap<BlockCause, Credits>
}

/** Refused as a run is: with everything in which the scenario contradicts its catalogue. */
export function billScenario(catalog: Catalog, scenario: Scenario): Result<BilledScenario> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const costs = new MonthlyCost()
  const causes = new BlockTally()
  const totals = simulate(prepared.value.terms, new RecorderGroup(costs, causes))
  const { plan } = prepared.value
  return succeed({
    plan,
    currency: catalog.currency,
    totals,
    span: scenario.months,
    months: costs.months,
    blocked: causes.credits,
  })
}
