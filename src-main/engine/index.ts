import type { Catalog } from '#shared/catalog.ts'
import type { CompareInput, Comparison, Crossover, Curves, CurvesInput } from '#shared/comparison.ts'
import { refuse, type Result } from '#shared/problem.ts'
import { compare as compareWithin } from './analysis/compare.ts'
import { crossovers as crossoversWithin } from './analysis/crossover.ts'
import { curves as curvesWithin } from './analysis/curves.ts'
import { OutOfBounds } from './exact/amount.ts'

export const compare = (catalog: Catalog, input: Omit<CompareInput, 'catalog'>): Result<Comparison> =>
  withinBounds(() => compareWithin(catalog, input))
export const curves = (catalog: Catalog, input: Omit<CurvesInput, 'catalog'>): Result<Curves> =>
  withinBounds(() => curvesWithin(catalog, input))
export const crossovers = (catalog: Catalog): Result<readonly Crossover[]> =>
  withinBounds(() => crossoversWithin(catalog))

/** Figures too large for exact arithmetic are a person's doing, wherever the arithmetic notices. */
function withinBounds<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error
    return refuse({ code: 'amount.out_of_bounds', message: error.message, path: '' })
  }
}
