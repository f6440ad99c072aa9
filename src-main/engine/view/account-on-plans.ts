import type {
  AccountOnPlan,
  AccountOnPlans,
  PlanLack,
  WhatToBuy as Advice,
} from '#shared/account-on-plans.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import { firstOf, type Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { isMove, type NotOnPlan, onEveryPlan, type OnPlan, paidBeyond } from '../analysis/on-every-plan.ts'
import type { OnProgress } from '../analysis/progress.ts'
import type { Trial } from '../analysis/upgrade-trial.ts'
import { perMonth } from '../analysis/what-differs.ts'
import { whatToBuy } from '../analysis/what-to-buy.ts'
import { dateText } from '../calendar/civil.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { mostSeatsOf, soldBy } from '../gate/seat-limits.ts'
import { occupied, withoutSeat } from '../gate/seats.ts'
import { linkedMembers } from '../usage/home-workspace.ts'

/** The whole account on every plan of its catalogue; see `AccountOnPlans`. One that cannot hold it says what it lacks. */
export function accountOnPlans(catalog: Catalog, scenario: Scenario): AccountOnPlans {
  const { billed, refused } = onEveryPlan(catalog, scenario, catalog.plans)
  const held = occupied(linkedMembers(scenario))
  return {
    people: held.full + held.basic,
    leavesOutMoves: scenario.changes.some(isMove),
    plans: [
      ...billed.map((one) => billedRow(catalog, scenario, one)),
      ...refused.map((one) => refusedRow(one, held)),
    ],
  }
}

/** What to buy, and when; see `WhatToBuy`. Null where no plan holds the account. */
export function adviceFor(catalog: Catalog, scenario: Scenario, onProgress?: OnProgress): Advice | null {
  const [first, ...others] = onEveryPlan(catalog, scenario, catalog.plans).billed
  if (first === undefined) return null
  const { begin, move, trial, nearest } = whatToBuy(catalog, scenario.plan, [first, ...others], onProgress)
  const bought = (plan: Plan, { attributable, blocked }: Trial) => ({
    plan: plan.id,
    cost: moneyText(attributable),
    monthly: aMonth(catalog, scenario, attributable),
    blockedCredits: creditsText(blocked),
  })
  const next = [first, ...others].find((one) => one !== begin) ?? null
  return {
    best: {
      ...bought(begin.plan, trial),
      move: move === null ? null : { plan: move.plan.id, on: move.on },
    },
    next: next === null ? null : bought(next.plan, next.trial),
    bestMove:
      move !== null || nearest === null
        ? null
        : {
            ...bought(nearest.from.plan, nearest.trial),
            move: { plan: nearest.to.plan.id, on: dateText(nearest.at) },
          },
  }
}

const aMonth = ({ currency }: Catalog, { months }: Scenario, total: number): string =>
  moneyText(perMonth(total, months, minorUnit(currency)))

const billedRow = (
  catalog: Catalog,
  account: Scenario,
  { plan, scenario, trial, totals, blocked }: OnPlan,
): AccountOnPlan => ({
  kind: 'billed',
  plan: plan.id,
  on: {
    plan: plan.id,
    billing: scenario.billing,
    overage: scenario.overage,
    extraSeats: scenario.extraSeats,
  },
  seatsToBuy: scenario.extraSeats - (plan.id === account.plan ? soldBy(plan, account.extraSeats) : 0),
  cost: moneyText(trial.attributable),
  monthly: aMonth(catalog, scenario, trial.attributable),
  beyond: moneyText(paidBeyond(totals)),
  blockedCredits: creditsText(trial.blocked),
  blocked: [...blocked]
    .toSorted(([, one], [, other]) => other - one)
    .map(([cause, credits]) => ({ cause, credits: creditsText(credits) })),
})

type Held = ReturnType<typeof occupied>

/** What is wrong with an account is often wrong on every plan. */
const MOST_OF_ONE = 10

const refusedRow = ({ plan, problems }: NotOnPlan, held: Held): AccountOnPlan => ({
  kind: 'impossible',
  plan: plan.id,
  lacks: lacksOf(plan, problems, held),
  withoutSeat: withoutSeat(held, mostSeatsOf(plan)),
  problems: [...firstOf(problems, MOST_OF_ONE)],
})

function lacksOf(plan: Plan, problems: readonly Problem[], held: Held): PlanLack[] {
  const lacks = problems.flatMap(({ code }) =>
    code.startsWith('seats.') ? seatLacks(plan, held) : [{ kind: LACKS[code] ?? ('other' as const) }],
  )
  const known = new Set<PlanLack['kind']>()
  const once = lacks.filter(({ kind }) => !known.has(kind) && known.add(kind))
  return once.length > 0 ? once : [{ kind: 'other' }]
}

/** Without a price that a contract has, as many seats are sold as it says: they are never too few. */
function seatLacks(plan: Plan, held: Held): readonly PlanLack[] {
  const { full, basic } = mostSeatsOf(plan)
  const all = held.full + held.basic
  return [
    ...(held.full > full ? [{ kind: 'fullSeats' as const, has: full, needs: held.full }] : []),
    ...(all > full + basic ? [{ kind: 'seats' as const, has: full + basic, needs: all }] : []),
  ]
}

const LACKS: Readonly<Record<string, 'workspaces' | 'products'>> = {
  'workspaces.not_offered': 'workspaces',
  'workspaces.plan': 'workspaces',
  'usage.not_in_plan': 'products',
}
