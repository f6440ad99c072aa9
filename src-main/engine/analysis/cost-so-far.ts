import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { moneyText } from '../exact/amount.ts'
import { PaidMoney } from '../report/paid-money.ts'
import { simulate } from '../simulate/simulate.ts'
import { prepareScenario } from './prepared-scenario.ts'

export interface CostUntil {
  readonly on: string
  readonly cost: string
}

/**
 * What a run costs until each of some instants: money for a stretch of time by the part of it that lies before, and money
 * for no time in particular once it is paid; see `report/paid-time.ts`.
 */
export function costSoFar(
  catalog: Catalog,
  scenario: Scenario,
  until: readonly Instant[],
): Result<readonly CostUntil[]> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const { plan, terms } = prepared.value
  const paid = new PaidMoney()
  simulate(terms, paid)
  return succeed(until.map((at) => ({ on: dateText(at), cost: moneyText(paid.costBefore(at, plan.minor)) })))
}
