import type { Catalog } from '#shared/catalog.ts'
import type { CompareInput, Comparison, Crossover, Curves, CurvesInput } from '#shared/comparison.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type {
  BestUpgrade,
  BothFailures,
  CostDimensions,
  CostShare,
  Variant,
  VariantCost,
} from '#shared/analysis.ts'
import { bestUpgrade as findBestUpgrade } from './analysis/best-upgrade.ts'
import { bothFailures as priceBothFailures } from './analysis/both-failures.ts'
import { compare as comparePlans } from './analysis/compare.ts'
import { crossovers as findCrossovers } from './analysis/crossover.ts'
import { attributeCosts as shareCosts } from './analysis/cost-attribution.ts'
import { curves as drawCurves } from './analysis/curves.ts'
import { compareVariants as billVariants } from './analysis/variants.ts'
import { OutOfBounds } from './exact/amount.ts'
import { runScenario } from './run/run-scenario.ts'

/*
 * The engine's door. Everything behind it is pure: the same input and engine version give the same bytes on every
 * machine. Catalogues that come in have passed `checkCatalog`.
 */

export { checkCatalog } from './diagnose/check-catalog.ts'
export { checkScenario } from './diagnose/check-scenario.ts'
export { explain } from './explain/explain.ts'
export { withCustomTerms } from './plan/custom-terms.ts'
export { billingView, reportingView } from './run/workspace-views.ts'
export { ENGINE_VERSION } from './version.ts'

/** Bills the same usage on every plan; see `analysis/compare.ts`. */
export const compare = (catalog: Catalog, input: Omit<CompareInput, 'catalog'>): Result<Comparison> =>
  priced(() => comparePlans(catalog, input))

/** Every plan's cost over a range of usage; see `analysis/curves.ts`. */
export const curves = (catalog: Catalog, input: Omit<CurvesInput, 'catalog'>): Result<Curves> =>
  priced(() => drawCurves(catalog, input))

/** Where each plan crosses over into the next; see `analysis/crossover.ts`. */
export const crossovers = (catalog: Catalog): Result<readonly Crossover[]> =>
  priced(() => findCrossovers(catalog))

/** Bills one account in full; see `run/run-scenario.ts`. */
export const run = (catalog: Catalog, scenario: Scenario): Result<Omit<RunResult, 'inputHash'>> =>
  priced(() => runScenario(catalog, scenario))

/** Bills many variants of one account; see `analysis/variants.ts`. */
export const compareVariants = (
  catalog: Catalog,
  scenario: Scenario,
  variants: readonly Variant[],
): Result<readonly VariantCost[]> => priced(() => succeed(billVariants(catalog, scenario, variants)))

/** Blocked work against overflow money, on every plan; see `analysis/both-failures.ts`. */
export const bothFailures = (catalog: Catalog, scenario: Scenario): Result<readonly BothFailures[]> =>
  priced(() => priceBothFailures(catalog, scenario))

/** The best day for an upgrade, each day tried; see `analysis/best-upgrade.ts`. */
export const bestUpgrade = (catalog: Catalog, scenario: Scenario, plan: string): Result<BestUpgrade> =>
  priced(() => findBestUpgrade(catalog, scenario, plan))

/** What each key, company, product, model or day cost, by one of these or several at once; see `analysis/cost-attribution.ts`. */
export const attributeCosts = (
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
): Result<readonly CostShare[]> => priced(() => shareCosts(catalog, scenario, dimensions))

/** Figures too large for exact arithmetic are a person's doing, wherever the arithmetic notices. */
function priced<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error
    return refuse({ code: 'amount.out_of_bounds', message: error.message, path: '' })
  }
}
