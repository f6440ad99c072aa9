import {
  attributeCosts,
  type Billable,
  bestUpgrade,
  bestUpgrades,
  bothFailures,
  compare,
  compareVariants,
  crossovers,
  curves,
  customerPage,
  differenceOf,
  envelope,
  explainCompared,
} from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveAgreedCatalog, resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'

export const analysis: AreaHandlers<'analysis'> = {
  'analysis.compare': ({ catalog: ref, ...input }) =>
    on(resolveCatalog(ref), (catalog) => compare(catalog, input)),
  'analysis.compareMany': ({ catalog: ref, usages, ...input }) =>
    on(resolveCatalog(ref), (catalog) =>
      succeed(usages.map((usage) => compare(catalog, { ...input, usage }))),
    ),
  'analysis.explainCompared': ({ catalog: ref, ...input }) =>
    on(resolveCatalog(ref), (catalog) => explainCompared(catalog, input)),
  'analysis.curves': ({ catalog: ref, ...input }) =>
    on(resolveCatalog(ref), (catalog) => curves(catalog, input)),
  'analysis.crossovers': ({ catalog: ref, pairs }) =>
    on(resolveCatalog(ref), (catalog) => crossovers(catalog, pairs)),
  'analysis.envelope': ({ catalog: ref }) => on(resolveCatalog(ref), (catalog) => envelope(catalog)),
  'analysis.variants': ({ scenario, variants, baseline }, onProgress) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      compareVariants(catalog, scenario, variants, { baseline, catalogOf: resolveCatalog, onProgress }),
    ),
  'analysis.bothFailures': ({ scenario }, onProgress) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', bothFailures(catalog, scenario, onProgress)),
    ),
  'analysis.bestUpgrade': ({ scenario, plan, mostDays }, onProgress) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', bestUpgrade(catalog, scenario, plan, { mostDays, onProgress })),
    ),
  'analysis.bestUpgrades': ({ scenario, plans, mostDays }, onProgress) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', bestUpgrades(catalog, scenario, plans, { mostDays, onProgress })),
    ),
  'analysis.attribution': ({ scenario, dimensions }, onProgress) =>
    on(resolveScenarioCatalog(scenario), (catalog) =>
      within('scenario', attributeCosts(catalog, scenario, dimensions, onProgress)),
    ),
  'analysis.customerPage': (asked, onProgress) =>
    on(resolveScenarioCatalog(asked.scenario), (catalog) => customerPage(catalog, asked, onProgress)),
  'analysis.difference': ({ left, right }) => succeed(differenceOf(billable(left), billable(right))),
}

function billable(scenario: Scenario): Result<Billable> {
  const catalog = resolveAgreedCatalog(scenario)
  return catalog.ok ? succeed({ catalog: catalog.value, scenario }) : catalog
}

/** Analyses the catalogue that was asked for, or says what is wrong with it. */
function on<T>(catalog: Result<Catalog>, analyse: (catalog: Catalog) => Result<T>): Result<T> {
  return catalog.ok ? analyse(catalog.value) : catalog
}
