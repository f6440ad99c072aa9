import type { Catalog } from '#shared/catalog.ts'
import type { Crossover } from '#shared/comparison.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Credits, MICROS, moneyText } from '../exact/amount.ts'
import { isNegative, minus, roundTo } from '../exact/rational.ts'
import { type ComparisonSetup, setUpComparison } from './comparison-setup.ts'
import { CostFunction } from './cost-function.ts'
import { firstOvertaken } from './overtaking.ts'

/** Ladders are searched up to a billion credits a month: fifty times the largest published quota and more. */
const FURTHEST: Credits = 1_000_000_000 * MICROS

/**
 * Where each plan crosses over into the next one up the ladder, for the same usage every month, with overage
 * wherever it is sold and no offers.
 */
export function crossovers(catalog: Catalog): Result<readonly Crossover[]> {
  const ready = setUpComparison(catalog, {
    months: 1,
    billing: 'monthly',
    overage: true,
    offers: false,
    pattern: { kind: 'flat' },
    customTerms: {},
  })
  if (!ready.ok) return ready
  const costs = ready.value.plans.map((plan) => new CostFunction(ready.value, plan))
  return succeed(ladderCrossovers(ready.value, costs, FURTHEST, []))
}

/** The crossovers along the ladder up to `upTo`; `grid` adds looking points where costs are not straight lines. */
export const ladderCrossovers = (
  setup: ComparisonSetup,
  costs: readonly CostFunction[],
  upTo: Credits,
  grid: readonly Credits[],
): Crossover[] =>
  costs.slice(1).map((to, index) => {
    const from = costs[index]
    if (from === undefined) throw new Error('Every plan but the first has one below it.')
    return crossoverBetween(setup, from, to, upTo, grid)
  })

function crossoverBetween(
  setup: ComparisonSetup,
  from: CostFunction,
  to: CostFunction,
  upTo: Credits,
  grid: readonly Credits[],
): Crossover {
  const pair = { from: from.plan.id, to: to.plan.id }
  const usage = firstCrossing(from, to, Math.min(upTo, from.reach, to.reach), grid)
  const cost = usage === null ? null : to.at(usage)
  if (usage === null || cost === null) return { ...pair, usage: null, kind: 'never', monthly: null }
  const lower = from.at(usage)
  const isBlocked = lower === null
  const isDearer = lower !== null && usage === 0 && isNegative(minus(cost, lower))
  const monthly = moneyText(roundTo(cost, to.plan.minor, setup.terms.months))
  // A plan that blocks serves everything up to the micro-credit before.
  return {
    ...pair,
    usage: hundredthsText(isBlocked ? usage - 1 : usage),
    kind: isBlocked ? 'quota' : isDearer ? 'fromStart' : 'cost',
    monthly,
  }
}

/** The smallest usage, to the micro-credit, at which `from` costs at least as much as `to` or blocks. */
export function firstCrossing(
  from: CostFunction,
  to: CostFunction,
  upTo: Credits,
  grid: readonly Credits[],
): Credits | null {
  for (const [low, high] of stretches([...from.breaks(upTo), ...to.breaks(upTo), ...grid], upTo)) {
    const usage = firstOvertaken(from, to, low, high, 'orEqual')
    if (usage !== null) return usage
  }
  return null
}

/**
 * The stretches between ascending breaks, each from just past one break up to and including the next: a cost may
 * jump just past a break, tier bounds and quotas being inclusive.
 */
export function stretches(
  breaks: readonly Credits[],
  upTo: Credits,
): readonly (readonly [Credits, Credits])[] {
  const ends = [...new Set([...breaks.filter((usage) => usage > 0 && usage < upTo), upTo])].toSorted(
    (a, b) => a - b,
  )
  return ends.map((end, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end] as const)
}

/** Credits to two decimals, half-up, always written with both. */
export function hundredthsText(usage: Credits): string {
  const HUNDREDTH = MICROS / 100
  return moneyText(Math.floor((usage + HUNDREDTH / 2) / HUNDREDTH) * HUNDREDTH)
}
