import type { Credits } from '../exact/amount.ts'
import { isNegative, minus } from '../exact/rational.ts'
import { stretches } from './crossover.ts'
import type { CostFunction } from './cost-function.ts'
import { firstOvertaken } from './overtaking.ts'

/** A stretch of usage over which one plan is the cheapest that blocks nothing; null where all block. */
export interface EnvelopeStretch {
  readonly plan: string | null
  readonly from: Credits
  readonly to: Credits
}

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
    const best = cheapest(costs, from)
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

function cheapest(costs: readonly CostFunction[], usage: Credits): CostFunction | null {
  let best: CostFunction | null = null
  for (const candidate of costs) {
    const cost = candidate.at(usage)
    if (cost === null) continue
    const bestCost = best?.at(usage) ?? null
    if (bestCost === null || isNegative(minus(cost, bestCost))) best = candidate
  }
  return best
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
