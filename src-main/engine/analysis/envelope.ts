import type { Catalog } from '#shared/catalog.ts'
import type { CheapestStretch } from '#shared/comparison.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Credits, creditsText, moneyText } from '../exact/amount.ts'
import { isNegative, minus, type Rational, roundTo } from '../exact/rational.ts'
import type { CostFunction } from './cost-function.ts'
import { ladderOf } from './ladder.ts'
import { firstOvertaken } from './overtaking.ts'
import { stretches } from './stretches.ts'

/** A stretch of usage over which one plan is the cheapest that blocks nothing; null where all block. */
export interface EnvelopeStretch {
  readonly plan: string | null
  readonly from: Credits
  readonly to: Credits
}

/**
 * Which plan of a catalogue is the cheapest in which stretch of usage, for the same usage every month, billed monthly,
 * with overage wherever it is sold and no offers.
 */
export function envelope(catalog: Catalog): Result<readonly CheapestStretch[]> {
  const ladder = ladderOf(catalog)
  if (!ladder.ok) return ladder
  const { costs, upTo } = ladder.value
  return succeed(stretchesInWriting(costs, envelopeOf(costs, upTo, []), 1))
}

/** An envelope as it is answered; `months` is how many months a cost is of. */
export const stretchesInWriting = (
  costs: readonly CostFunction[],
  parts: readonly EnvelopeStretch[],
  months: number,
): readonly CheapestStretch[] =>
  parts.map(({ plan, from, to }, index) => {
    const own = costs.find((cost) => cost.plan.id === plan)
    // Each stretch but the first begins just past the end of the one before.
    const first = own?.at(index === 0 ? from : from + 1) ?? null
    const isLast = index === parts.length - 1
    return {
      plan,
      from: creditsText(from),
      to: creditsText(to),
      monthly: own === undefined || first === null ? null : moneyText(roundTo(first, own.plan.minor, months)),
      ends: isLast ? 'range' : own?.at(to + 1) === null ? 'quota' : 'cost',
    }
  })

/**
 * The cheapest plan at every usage from 0 to `upTo`, the lower one on the ladder when two cost the same. Where
 * plans sell in blocks, the cheapest may change back and forth while their steps overlap.
 */
export function envelopeOf(
  costs: readonly CostFunction[],
  upTo: Credits,
  grid: readonly Credits[],
): readonly EnvelopeStretch[] {
  const breaks = [...costs.flatMap((cost) => cost.breaks(upTo)), ...grid]
  return joined(stretches(breaks, upTo).flatMap(([low, high]) => resolve(costs, low, high)))
}

function resolve(costs: readonly CostFunction[], low: Credits, high: Credits): readonly EnvelopeStretch[] {
  const parts: EnvelopeStretch[] = []
  for (let from = low; from <= high;) {
    const best = cheapestAt(costs, from)?.of ?? null
    const change = best === null ? null : firstChange(costs, best, from, high)
    parts.push({ plan: best?.plan.id ?? null, from, to: change === null ? high : change - 1 })
    from = change ?? high + 1
  }
  return parts
}

/** The first usage at which another plan takes over from the cheapest; a tie goes to the lower plan. */
function firstChange(
  costs: readonly CostFunction[],
  best: CostFunction,
  low: Credits,
  high: Credits,
): Credits | null {
  const rank = costs.indexOf(best)
  let change: Credits | null = null
  for (const [index, other] of costs.entries()) {
    if (index === rank) continue
    const until: Credits = change === null ? high : change - 1
    change = firstOvertaken(best, other, low, until, index < rank ? 'orEqual' : 'strictly') ?? change
  }
  return change
}

/** The cheapest plan that serves a usage in full, and its cost; the lower one on the ladder of two that cost the same. */
export function cheapestAt(costs: readonly CostFunction[], usage: Credits): Cheapest | null {
  let best: Cheapest | null = null
  for (const of of costs) {
    const cost = of.at(usage)
    if (cost !== null && (best === null || isNegative(minus(cost, best.cost)))) best = { of, cost }
  }
  return best
}

interface Cheapest {
  readonly of: CostFunction
  readonly cost: Rational
}

/** Neighbouring stretches of one plan become one, and each ends where the next one begins. */
function joined(parts: readonly EnvelopeStretch[]): readonly EnvelopeStretch[] {
  const result: EnvelopeStretch[] = []
  for (const part of parts) {
    const previous = result.at(-1)
    if (previous?.plan === part.plan) result.splice(-1, 1, { ...previous, to: part.to })
    else result.push({ ...part, from: previous?.to ?? 0 })
  }
  return result
}
