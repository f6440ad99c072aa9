import type { Variant, VariantCost } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { firstOf, succeed } from '#shared/problem.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import { priced } from '../diagnose/out-of-bounds.ts'
import { simulate } from '../simulate/simulate.ts'
import { totalOf } from '../record/totals.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import { prepareScenario } from './prepared-scenario.ts'
import type { OnProgress } from './progress.ts'
import { runCost } from './run-cost.ts'

/** Of a thousand variants that have everything wrong, the first hundred of each would be megabytes. */
const MOST_OF_ONE = 10

/**
 * Bills many variants of one account: other plans, policies, dates, seats. Each is the scenario with what the
 * variant says instead; one that cannot be billed is told with its problems and does not stop the others.
 */
export function compareVariants(
  catalog: Catalog,
  scenario: Scenario,
  variants: readonly Variant[],
  onProgress?: OnProgress,
): readonly VariantCost[] {
  let first: Money | null = null
  return variants.map(({ name, ...changed }, index): VariantCost => {
    onProgress?.(index, variants.length)
    const billed = priced(withVariant(scenario, changed), SCENARIO_SUSPECTS, (variant) => {
      const prepared = prepareScenario(catalog, variant)
      return prepared.ok ? succeed(simulate(prepared.value.terms)) : prepared
    })
    if (!billed.ok) return { kind: 'refused', name, problems: [...firstOf(billed.problems, MOST_OF_ONE)] }
    const totals = billed.value
    const total = totalOf(totals)
    first ??= total
    return { kind: 'billed', name, cost: runCost(totals), difference: moneyText(total - first) }
  })
}

function withVariant(scenario: Scenario, changed: Omit<Variant, 'name'>): Scenario {
  return {
    ...scenario,
    plan: changed.plan ?? scenario.plan,
    billing: changed.billing ?? scenario.billing,
    start: changed.start ?? scenario.start,
    overage: changed.overage ?? scenario.overage,
    extraSeats: changed.extraSeats ?? scenario.extraSeats,
    policies: { ...scenario.policies, ...changed.policies },
    changes: changed.changes ?? scenario.changes,
  }
}
