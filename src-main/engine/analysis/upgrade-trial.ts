import type { Catalog, Plan } from '#shared/catalog.ts'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import type { UpgradeMove } from '#shared/reference.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, type Instant, parseInstant } from '../calendar/civil.ts'
import { type Credits, type Money, toMicros } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { reachablePlans } from '../plan/reachable-plans.ts'
import { totalOf } from '../record/totals.ts'
import type { UsesHeard } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'
import { PaidMoney } from '../report/paid-money.ts'
import { simulate } from '../simulate/simulate.ts'
import { prepareScenario } from './prepared-scenario.ts'

/** What all days of all plans are tried with. */
export interface UpgradeTerms {
  /** When the run ends. */
  readonly end: Instant
  /** Causes of blocks that no plan has a part in. */
  readonly limits: ReadonlySet<BlockCause>
}

/**
 * Limits that are counted by period and the same on every plan the account may be on: of groups, keys and workspaces, as
 * the account sets them, and the ceiling of Basic members where the plans have the same. An upgrade lifts none of them, but
 * a cycle that starts anew counts them anew, so that days would differ by nothing else.
 */
export function limitsOfAll(
  catalog: Catalog,
  scenario: Scenario,
  targets: readonly string[],
): UpgradeTerms['limits'] {
  const plans = [
    ...reachablePlans(catalog, scenario),
    ...catalog.plans.filter(({ id }) => targets.includes(id)),
  ]
  const ceilings = new Set(plans.map(({ seats }) => ceilingOf(seats)))
  const own: readonly BlockCause[] = ['groupLimit', 'keyLimit', 'workspaceLimit']
  return new Set(ceilings.size > 1 ? own : [...own, 'ceiling'])
}

const ceilingOf = ({ basicCeiling }: Plan['seats']): string =>
  basicCeiling === null
    ? ''
    : JSON.stringify([toMicros(basicCeiling.credits.value), basicCeiling.families.toSorted()])

/** One day tried; null stands for never. */
export interface Trial {
  readonly at: Instant | null
  readonly total: Money
  /** What pays for time within the run, as `PaidTime` tells it: the sum of what its periods cost by time. */
  readonly attributable: Money
  readonly blocked: Credits
  /** Of the blocked credits, those that the plans have a part in. */
  readonly byPlan: Credits
}

/** The scenario with an upgrade on a day of it, or, without a day, as it is. */
export const movedUp = (scenario: Scenario, { plan, on }: UpgradeMove): Scenario =>
  on === null
    ? scenario
    : { ...scenario, changes: [...scenario.changes, { kind: 'changePlan', plan, timing: 'now', on }] }

/** Bills the scenario with an upgrade to `plan` on a day of it. Refused where the upgrade itself is. */
export function tryDay(
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  at: Instant | null,
  { end, limits }: UpgradeTerms,
): Result<Trial> {
  const moved = movedUp(scenario, { plan, on: at === null ? null : dateText(at) })
  const prepared = prepareScenario(catalog, moved)
  if (!prepared.ok) return prepared
  const within = new WithinRun(end, scenario.changes.length, limits)
  const totals = simulate(prepared.value.terms, within)
  if (within.refusal !== null)
    return refuse(refusedUpgrade(scenario, prepared.value.plan, plan, at ?? end, within.refusal))
  return succeed({
    at,
    total: totalOf(totals),
    attributable: within.costIn(prepared.value.plan.minor),
    blocked: totals.blockedCredits,
    byPlan: totals.blockedCredits - within.limited,
  })
}

/** Why a day could not be tried, and what to change in the scenario so that all can. */
function refusedUpgrade(
  scenario: Scenario,
  start: CompiledPlan,
  plan: string,
  at: Instant,
  why: string,
): Problem {
  const code = 'upgrade.refused'
  if (scenario.plan === plan) {
    const message = `The scenario starts on ${start.name}: there is no day on which to move to it. Name another plan.`
    return { code, message, path: 'plan' }
  }
  const planned = scenario.changes.findIndex(
    (change) => change.kind === 'changePlan' && change.plan === plan && parseInstant(change.on) <= at,
  )
  const change = scenario.changes[planned]
  if (change === undefined) return { code, message: why, path: 'plan' }
  const message = `The scenario itself moves to "${plan}" on ${change.on}, which leaves no day after it and no never to try. Take this change out of it: every day is tried in its place.`
  return { code, message, path: `changes.${planned}` }
}

/** Blocks less that plans have a part in or, where both block the same, costs less within the run. */
export const isBetter = (a: Trial, b: Trial): boolean =>
  a.byPlan === b.byPlan ? a.attributable < b.attributable : a.byPlan < b.byPlan

/** Sums what is billed for time within the run, and what limits block. */
export class WithinRun extends PaidMoney {
  refusal: string | null = null
  /** Blocked by limits that are the same on all plans. */
  limited: Credits = 0
  readonly #end: Instant
  readonly #upgrade: number
  readonly #limits: ReadonlySet<BlockCause>

  /** `upgrade`: the place of the change that is tried. */
  constructor(end: Instant, upgrade: number, limits: ReadonlySet<BlockCause>) {
    super()
    this.#end = end
    this.#upgrade = upgrade
    this.#limits = limits
  }

  /** What the pool serves whole is blocked by nothing. */
  override get usesHeard(): UsesHeard {
    return 'pastPool'
  }

  override used(_stretch: Stretch, { blocked }: Use): void {
    for (const { cause, credits } of blocked) if (this.#limits.has(cause)) this.limited += credits
  }

  /** Once the run is over; `minor`: the currency's smallest amount. */
  costIn(minor: Money): Money {
    return this.costBefore(this.#end, minor)
  }

  override refused(_at: Instant, index: number, why: string): void {
    if (index === this.#upgrade) this.refusal = why
  }
}
