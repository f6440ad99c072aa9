import type { Catalog } from '#shared/catalog.ts'
import type { Crossover, CrossoverPairs } from '#shared/comparison.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Credits, MICROS, moneyText } from '../exact/amount.ts'
import { isNegative, minus, type Rational, roundTo } from '../exact/rational.ts'
import type { CostFunction } from './cost-function.ts'
import { cheapestAt, type EnvelopeStretch, envelopeOf } from './envelope.ts'
import { ladderOf } from './ladder.ts'
import { firstOvertaken } from './overtaking.ts'
import { stretches } from './stretches.ts'

/**
 * Where plans cross over into dearer ones, for the same usage every month, billed monthly, with overage wherever it is
 * sold and no offers: each plan and the next one up the ladder, or each and every one above it.
 */
export function crossovers(catalog: Catalog, pairs: CrossoverPairs): Result<readonly Crossover[]> {
  const ladder = ladderOf(catalog)
  if (!ladder.ok) return ladder
  const { costs, upTo } = ladder.value
  return succeed(
    crossoversOf({ costs, upTo, months: 1, grid: [], envelope: envelopeOf(costs, upTo, []) }, pairs),
  )
}

/** What crossovers are looked for in. */
export interface CrossoverSearch {
  /** In ladder order. */
  readonly costs: readonly CostFunction[]
  readonly upTo: Credits
  /** How many months a cost is of. */
  readonly months: number
  /** Looking points more, where costs are not straight lines between their breaks. */
  readonly grid: readonly Credits[]
  /** Of the same costs, up to the same usage. */
  readonly envelope: readonly EnvelopeStretch[]
}

/** The crossovers of neighbours on the ladder, or of every lower plan with every higher one, by the lower one. */
export const crossoversOf = (search: CrossoverSearch, pairs: CrossoverPairs): readonly Crossover[] =>
  search.costs.flatMap((from, rank) => {
    const above = search.costs.slice(rank + 1, pairs === 'neighbours' ? rank + 2 : undefined)
    return above.map((to) => crossoverBetween(search, from, to))
  })

function crossoverBetween(
  { costs, upTo, months, grid, envelope }: CrossoverSearch,
  from: CostFunction,
  to: CostFunction,
): Crossover {
  const pair = { from: from.plan.id, to: to.plan.id }
  const named = new Set(envelope.map(({ plan }) => plan))
  const neverCheapest = [pair.from, pair.to].filter((plan) => !named.has(plan))
  const usage = firstCrossing(from, to, Math.min(upTo, from.reach, to.reach), grid)
  const cost = usage === null ? null : to.at(usage)
  if (usage === null || cost === null)
    return { ...pair, usage: null, kind: 'never', monthly: null, cheaper: null, neverCheapest }
  const monthlyText = (whole: Rational) => moneyText(roundTo(whole, to.plan.minor, months))
  const lower = from.at(usage)
  const isBlocked = lower === null
  const isDearer = lower !== null && usage === 0 && isNegative(minus(cost, lower))
  const best = cheapestAt(costs, usage)
  const isBeaten = best !== null && isNegative(minus(best.cost, cost))
  // A plan that blocks serves everything up to the micro-credit before.
  return {
    ...pair,
    usage: hundredthsText(isBlocked ? usage - 1 : usage),
    kind: isBlocked ? 'quota' : isDearer ? 'fromStart' : 'cost',
    monthly: monthlyText(cost),
    cheaper: isBeaten ? { plan: best.of.plan.id, monthly: monthlyText(best.cost) } : null,
    neverCheapest,
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

/** Credits to two decimals, half-up, always written with both. */
function hundredthsText(usage: Credits): string {
  const HUNDREDTH = MICROS / 100
  return moneyText(Math.floor((usage + HUNDREDTH / 2) / HUNDREDTH) * HUNDREDTH)
}
