import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Problem, Result } from '#shared/problem.ts'
import { succeed } from '#shared/problem.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { soldBy } from '../gate/seat-limits.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import { type Totals, totalOf } from '../record/totals.ts'
import { simulate } from '../simulate/simulate.ts'
import { BlockTally } from './block-tally.ts'
import { prepareScenario } from './prepared-scenario.ts'
import { isBetter, limitsOfAll, type Trial, WithinRun } from './upgrade-trial.ts'
import { aloneOn } from './workspace-alone.ts'

/** The whole account on one plan from its first day to its last. */
export interface OnPlan {
  readonly plan: Plan
  /** The account as it is billed on it, with the Full seats that its people need. */
  readonly scenario: Scenario
  readonly trial: Trial
  readonly totals: Totals
  readonly blocked: ReadonlyMap<BlockCause, Credits>
}

/** A plan that the account cannot be on, and why. */
export interface NotOnPlan {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly problems: readonly Problem[]
}

export interface EveryPlan {
  /** Ranked: who blocks least that plans have a part in, then who costs least, then as on the ladder. */
  readonly billed: readonly OnPlan[]
  /** As on the ladder. */
  readonly refused: readonly NotOnPlan[]
}

/**
 * The whole account, with its people, workspaces and terms, on each of some plans: with overage and annual payment where the
 * plan has them, and as many Full seats bought as its people need. What would move it to another plan is left out.
 */
export function onEveryPlan(catalog: Catalog, scenario: Scenario, plans: readonly Plan[]): EveryPlan {
  const staying = withoutMoves(scenario)
  const limits = limitsOfAll(
    catalog,
    staying,
    plans.map(({ id }) => id),
  )
  const end = cycleStart(parseDate(scenario.start), scenario.months)
  const tried = plans.map((plan) => {
    const on = accountOn(staying, plan)
    return { plan, scenario: on, billed: billOn(catalog, on, end, limits) }
  })
  return {
    billed: tried
      .flatMap(({ plan, scenario: on, billed }) =>
        billed.ok ? [{ plan, scenario: on, ...billed.value }] : [],
      )
      .toSorted((a, b) => Number(isBetter(b.trial, a.trial)) - Number(isBetter(a.trial, b.trial))),
    refused: tried.flatMap(({ plan, scenario: on, billed }) =>
      billed.ok ? [] : [{ plan, scenario: on, problems: billed.problems }],
    ),
  }
}

const MOVES: ReadonlySet<Scenario['changes'][number]['kind']> = new Set([
  'changePlan',
  'cancel',
  'resume',
  'refund',
])

/** Whether a dated change moves the account to another plan, or ends it. */
export const isMove = ({ kind }: Pick<Scenario['changes'][number], 'kind'>): boolean => MOVES.has(kind)

const withoutMoves = (scenario: Scenario): Scenario => ({
  ...scenario,
  changes: scenario.changes.filter((change) => !isMove(change)),
})

/** On the plan it is on the account keeps the seats it has bought, as many as the plan sells. */
function accountOn(scenario: Scenario, plan: Plan): Scenario {
  const on = aloneOn(scenario, plan)
  if (plan.id !== scenario.plan) return on
  return { ...on, extraSeats: Math.max(on.extraSeats, soldBy(plan, scenario.extraSeats)) }
}

function billOn(
  catalog: Catalog,
  scenario: Scenario,
  end: Instant,
  limits: ReadonlySet<BlockCause>,
): Result<Pick<OnPlan, 'trial' | 'totals' | 'blocked'>> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const { plan, terms } = prepared.value
  const [within, causes] = [new WithinRun(end, NO_CHANGE, limits), new BlockTally()]
  const totals = simulate(terms, new RecorderGroup(within, causes))
  return succeed({
    totals,
    blocked: causes.credits,
    trial: {
      at: null,
      total: totalOf(totals),
      attributable: within.costIn(plan.minor),
      blocked: totals.blockedCredits,
      byPlan: totals.blockedCredits - within.limited,
    },
  })
}

/** No change is tried, so that none is looked for among those that are refused. */
const NO_CHANGE = -1

/** What an account pays beyond the credits of its plan: overage, and money put into a prepaid balance. */
export const paidBeyond = ({ overage, topUps }: Totals): Money => overage + topUps
