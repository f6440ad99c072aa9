import type { Catalog } from '#shared/catalog.ts'
import type { Curves, CurvesInput } from '#shared/comparison.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Credits, creditsText, moneyText, toMicros } from '../exact/amount.ts'
import { roundTo } from '../exact/rational.ts'
import { Simulator } from '../simulate/simulator.ts'
import { accountOn, type ComparisonSetup, setUpComparison } from './comparison-setup.ts'
import { CostFunction } from './cost-function.ts'
import { crossoversOf } from './crossover.ts'
import { envelopeOf, stretchesInWriting } from './envelope.ts'
import { firstUsage } from './first-usage.ts'
import { furthestBillable } from './furthest-billable.ts'

/** Even steps over the range: with a usage pattern, costs bend in more places than can be named beforehand. */
const STEPS = { flat: 24, pattern: 96 }

/** What every plan costs a month over a range of usage, where neighbours cross, and which plan is cheapest where. */
export function curves(catalog: Catalog, input: Omit<CurvesInput, 'catalog'>): Result<Curves> {
  const ready = setUpComparison(catalog, input)
  if (!ready.ok) return ready
  const setup = ready.value
  const isFlat = input.pattern.kind === 'flat'
  const costs = setup.plans.map((plan) => new CostFunction(setup, plan))
  const asked = toMicros(input.upTo)
  const upTo = input.shorten ? furthestBillable(setup.terms, costs, asked) : asked
  const even = evenSteps(upTo, isFlat ? STEPS.flat : STEPS.pattern)
  const limits = costs.map((cost) => blocksFrom(setup, cost, upTo))
  const usages = ascending([
    ...even,
    ...costs.flatMap((cost) => kinks(cost, upTo)),
    ...limits.filter(isNumber),
  ])
  const grid = isFlat ? [] : ascending([...even, ...limits.filter(isNumber)])
  const envelope = envelopeOf(costs, upTo, grid)
  return succeed({
    upTo: creditsText(upTo),
    plans: costs.map((cost, index) => ({
      plan: cost.plan.id,
      points: pointsOf(setup, cost, usages),
      blocksFrom: textOrNull(limits[index] ?? null),
    })),
    crossovers: [...crossoversOf({ costs, upTo, months: input.months, grid, envelope }, 'neighbours')],
    envelope: [...stretchesInWriting(costs, envelope, input.months)],
  })
}

const isNumber = (value: Credits | null): value is Credits => value !== null

const textOrNull = (usage: Credits | null): string | null => (usage === null ? null : creditsText(usage))

const ascending = (usages: readonly Credits[]): readonly Credits[] =>
  [...new Set(usages)].toSorted((a, b) => a - b)

const evenSteps = (upTo: Credits, steps: number): readonly Credits[] =>
  Array.from(
    { length: steps + 1 },
    (_, step) => Math.floor(upTo / steps) * step + (step === steps ? upTo % steps : 0),
  )

/** Both sides of every break: where the cost jumps, the curve has a corner on each side. */
const kinks = (cost: CostFunction, upTo: Credits): readonly Credits[] =>
  cost.breaks(upTo).flatMap((usage) => [usage, usage + 1])

function pointsOf(setup: ComparisonSetup, cost: CostFunction, usages: readonly Credits[]) {
  return usages.flatMap((usage) => {
    const exact = cost.at(usage)
    if (exact === null) return []
    const monthly = moneyText(roundTo(exact, cost.plan.minor, setup.terms.months))
    return [{ usage: creditsText(usage), monthly }]
  })
}

/** The largest usage in the range that the plan serves in full; null when it serves the whole range. */
function blocksFrom(setup: ComparisonSetup, cost: CostFunction, upTo: Credits): Credits | null {
  const simulator = new Simulator()
  const blocks = (usage: Credits) => simulator.bill(accountOn(setup, cost.plan, usage)).blockedCredits > 0
  if (!blocks(upTo)) return null
  return firstUsage(0, upTo, cost.plan.quota + 1, blocks) - 1
}
