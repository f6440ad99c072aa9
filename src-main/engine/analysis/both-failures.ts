import type { BothFailures } from '#shared/analysis.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import { firstOf, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { simulate } from '../simulate/simulate.ts'
import { totalOf } from '../record/totals.ts'
import { BlockTally } from './block-tally.ts'
import { overageThroughout } from './overage-throughout.ts'
import { prepareScenario } from './prepared-scenario.ts'
import type { OnProgress } from './progress.ts'

/**
 * The scenario's usage on every plan, with overage off and on from beginning to end, side by side: what work would stop,
 * and what money would flow instead. What the scenario changes on a date changes on every plan alike, but for opting in
 * and out. On a plan that is not its own it has the Full seats that its members need there, and none bought for its own. A plan on which the scenario cannot be billed is told with its problems; refused when that is all of them.
 */
export function bothFailures(
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<readonly BothFailures[]> {
  const rows = catalog.plans.map((plan, index) => {
    onProgress?.(index, catalog.plans.length)
    return { plan: plan.id, failures: failuresOn(catalog, scenario, plan) }
  })
  if (rows.every(({ failures }) => !failures.ok))
    return refuseAll(rows.flatMap(({ failures }) => (failures.ok ? [] : failures.problems)))
  return succeed(
    rows.map(({ plan, failures }) =>
      failures.ok
        ? failures.value
        : { kind: 'refused', plan, problems: [...firstOf(failures.problems, MOST_OF_ONE)] },
    ),
  )
}

/** What is wrong with an account is often wrong on every plan. */
const MOST_OF_ONE = 10

function failuresOn(catalog: Catalog, scenario: Scenario, plan: Plan): Result<BothFailures> {
  const off = prepareScenario(catalog, overageThroughout(scenario, plan, false))
  if (!off.ok) return off
  const causes = new BlockTally()
  const stopped = simulate(off.value.terms, causes)
  const blocked = {
    total: moneyText(totalOf(stopped)),
    blockedCredits: creditsText(stopped.blockedCredits),
    blockedPeriods: stopped.blockedPeriods,
    causes: causes.rows,
  }
  if (plan.pastQuota.kind === 'block')
    return succeed({ kind: 'billed', plan: plan.id, blocked, overflow: null })
  const opted = prepareScenario(catalog, overageThroughout(scenario, plan, true))
  if (!opted.ok) return opted
  const stillBlocked = new BlockTally()
  const flowing = simulate(opted.value.terms, stillBlocked)
  const overflow = {
    total: moneyText(totalOf(flowing)),
    overage: moneyText(flowing.overage),
    overageCredits: creditsText(flowing.overageCredits),
    blockedCredits: creditsText(flowing.blockedCredits),
    causes: stillBlocked.rows,
  }
  return succeed({ kind: 'billed', plan: plan.id, blocked, overflow })
}
