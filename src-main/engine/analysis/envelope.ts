import type { Credits } from '../exact/amount.ts'
import { isNegative, minus } from '../exact/rational.ts'
import { stretches } from './crossover.ts'
import type { CostFunction } from './cost-function.ts'
import { firstUsage, lineCrossing } from './first-usage.ts'

/** A stretch of usage over which one plan is the cheapest that blocks nothing; null where all block. */
export interface EnvelopeStretch {
  readonly plan: string | null
  readonly from: Credits
  readonly to: Credits
}

/**
 * The cheapest plan at every usage from 0 to `upTo`, the lower one on the ladder when two cost the same. Between
 * two breaks all costs are straight lines, so each plan is cheapest on one unbroken stretch at most.
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
  const first = cheapest(costs, low)
  const last = cheapest(costs, high)
  if (first === last) return [{ plan: first?.plan.id ?? null, from: low, to: high }]
  const guess =
    first === null || last === null
      ? high
      : lineCrossing(low, high, { a: (usage) => first.at(usage), b: (usage) => last.at(usage) })
  const hasChanged = (usage: Credits) => cheapest(costs, usage) !== first
  // A tie goes to the lower plan, so the change may come one micro-credit after the lines meet.
  const change = firstUsage(low, high, hasChanged(guess) ? guess : guess + 1, hasChanged)
  return [{ plan: first?.plan.id ?? null, from: low, to: change - 1 }, ...resolve(costs, change, high)]
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
