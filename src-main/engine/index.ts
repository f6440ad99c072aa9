import type { Catalog } from '#shared/catalog.ts'
import type { CompareInput, Comparison, Crossover, Curves, CurvesInput } from '#shared/comparison.ts'
import { refuse, type Result } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { compare as comparePlans } from './analysis/compare.ts'
import { crossovers as findCrossovers } from './analysis/crossover.ts'
import { curves as drawCurves } from './analysis/curves.ts'
import { OutOfBounds } from './exact/amount.ts'
import { runScenario } from './run/run-scenario.ts'

/*
 * The engine's door. Everything behind it is pure: the same input and engine version give the same bytes on every
 * machine. Catalogues that come in have passed `checkCatalog`.
 */

export { checkCatalog } from './diagnose/check-catalog.ts'
export { checkScenario } from './diagnose/check-scenario.ts'
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

/** Figures too large for exact arithmetic are a person's doing, wherever the arithmetic notices. */
function priced<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error
    return refuse({ code: 'amount.out_of_bounds', message: error.message, path: '' })
  }
}
