import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { searchFor } from './best-upgrade.ts'
import type { OnPlan } from './on-every-plan.ts'
import type { OnProgress } from './progress.ts'
import { isBetter, type Trial } from './upgrade-trial.ts'

/** Which plan to begin on, and which to move up to on which day. */
export interface WhatToBuy {
  readonly begin: OnPlan
  /** Null where it is best to stay on the first. */
  readonly move: { readonly plan: Plan; readonly on: string } | null
  readonly trial: Trial
  /** The days that were tried for the move, in order; none where it is best to stay. */
  readonly days: readonly Trial[]
  /** The best day of all moves that were tried, whether or not it pays; null where none was. */
  readonly nearest: (Move & { readonly at: Instant; readonly trial: Trial }) | null
  /** The account as it is billed that way. */
  readonly scenario: Scenario
}

/** Days tried for a move at most: as many as show the curve, and find the best day of a year to the day. */
const MOST_DAYS = 120

/**
 * The best of every plan from the first day, and of moves up on any day: from today's plan, from the plan that is best from
 * the first day, and from the one below that unless today's is higher; to the best one and to the one above it. Of
 * equals it is what changes least: today's plan, then another one from the first day, then a move.
 */
export function whatToBuy(
  catalog: Catalog,
  today: string,
  ranked: readonly [OnPlan, ...OnPlan[]],
  onProgress?: OnProgress,
): WhatToBuy {
  const ladder = ranked.toSorted((a, b) => placeOf(catalog, a) - placeOf(catalog, b))
  const moves = movesAmong(ladder, ranked[0], today)
  const plans = ladder.map(({ plan }) => plan.id)
  const found = moves.flatMap(({ from, to }, index) => {
    onProgress?.(index, moves.length)
    const search = searchFor(catalog, from.scenario, to.plan.id, plans, { mostDays: MOST_DAYS })
    if (!search.ok) return []
    const days = search.value.trials.filter(({ at }) => at !== null)
    const [first, ...later] = days
    if (first === undefined) return []
    const best = later.reduce((now, day) => (isBetter(day, now) ? day : now), first)
    return [{ from, to, best, days }]
  })
  const stays = [...ranked.filter(({ plan }) => plan.id === today), ...ranked]
  const [first = ranked[0], ...others] = stays
  const stay = others.reduce((best, next) => (isBetter(next.trial, best.trial) ? next : best), first)
  const byMerit = found.toSorted(
    (a, b) => Number(isBetter(b.best, a.best)) - Number(isBetter(a.best, b.best)),
  )
  const nearest = byMerit.flatMap(({ from, to, best }) =>
    best.at === null ? [] : [{ from, to, at: best.at, trial: best }],
  )[0]
  const [move] = byMerit
  if (move === undefined || move.best.at === null || !isBetter(move.best, stay.trial))
    return {
      begin: stay,
      move: null,
      trial: stay.trial,
      days: [],
      nearest: nearest ?? null,
      scenario: stay.scenario,
    }
  const on = dateText(move.best.at)
  const change = { kind: 'changePlan' as const, plan: move.to.plan.id, timing: 'now' as const, on }
  return {
    begin: move.from,
    move: { plan: move.to.plan, on },
    trial: move.best,
    days: move.days,
    nearest: { from: move.from, to: move.to, at: move.best.at, trial: move.best },
    scenario: { ...move.from.scenario, changes: [...move.from.scenario.changes, change] },
  }
}

const placeOf = ({ plans }: Catalog, { plan }: OnPlan): number => plans.indexOf(plan)

interface Move {
  readonly from: OnPlan
  readonly to: OnPlan
}

function movesAmong(ladder: readonly OnPlan[], best: OnPlan, today: string): readonly Move[] {
  const place = ladder.indexOf(best)
  const own = ladder.filter(({ plan }) => plan.id === today)
  const below = ladder.slice(Math.max(0, place - 1), place)
  // Nobody steps down to step up again to where they were.
  const starts = new Set([
    ...own,
    best,
    ...below.filter((one) => own.every((now) => ladder.indexOf(now) <= ladder.indexOf(one))),
  ])
  const targets = ladder.slice(place, place + 2)
  return [...starts].flatMap((from) =>
    targets.filter((to) => ladder.indexOf(to) > ladder.indexOf(from)).map((to) => ({ from, to })),
  )
}
