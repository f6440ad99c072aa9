import {
  attributeCosts,
  bestUpgrade,
  bothFailures,
  compare,
  compareVariants,
  crossovers,
  curves,
} from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Result } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'

export const analysis: AreaHandlers<'analysis'> = {
  'analysis.compare': ({ catalog: ref, ...input }) =>
    on(resolveCatalog(ref), (catalog) => compare(catalog, input)),
  'analysis.curves': ({ catalog: ref, ...input }) =>
    on(resolveCatalog(ref), (catalog) => curves(catalog, input)),
  'analysis.crossovers': ({ catalog: ref }) => on(resolveCatalog(ref), (catalog) => crossovers(catalog)),
  'analysis.variants': ({ scenario, variants }) =>
    on(resolveScenarioCatalog(scenario), (catalog) => compareVariants(catalog, scenario, variants)),
  'analysis.bothFailures': ({ scenario }) =>
    on(resolveScenarioCatalog(scenario), (catalog) => within('scenario', bothFailures(catalog, scenario))),
  'analysis.bestUpgrade': ({ scenario, plan }) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', bestUpgrade(catalog, scenario, plan)),
    ),
  'analysis.attribution': ({ scenario, dimensions }) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', attributeCosts(catalog, scenario, dimensions)),
    ),
}

/** Analyses the catalogue that was asked for, or says what is wrong with it. */
function on<T>(catalog: Result<Catalog>, analyse: (catalog: Catalog) => Result<T>): Result<T> {
  return catalog.ok ? analyse(catalog.value) : catalog
}
