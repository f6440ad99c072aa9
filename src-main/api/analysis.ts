import {
  attributeCosts,
  bestUpgrade,
  bothFailures,
  compare,
  compareVariants,
  crossovers,
  curves,
} from '#main/engine/index.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'

export const analysis: AreaHandlers<'analysis'> = {
  'analysis.compare': ({ catalog: ref, ...input }) => {
    const catalog = resolveCatalog(ref)
    return catalog.ok ? compare(catalog.value, input) : catalog
  },
  'analysis.curves': ({ catalog: ref, ...input }) => {
    const catalog = resolveCatalog(ref)
    return catalog.ok ? curves(catalog.value, input) : catalog
  },
  'analysis.crossovers': ({ catalog: ref }) => {
    const catalog = resolveCatalog(ref)
    return catalog.ok ? crossovers(catalog.value) : catalog
  },
  'analysis.variants': ({ scenario, variants }) => {
    const catalog = resolveScenarioCatalog(scenario)
    return catalog.ok ? compareVariants(catalog.value, scenario, variants) : catalog
  },
  'analysis.bothFailures': ({ scenario }) => {
    const catalog = resolveScenarioCatalog(scenario)
    return catalog.ok ? within('scenario', bothFailures(catalog.value, scenario)) : catalog
  },
  'analysis.bestUpgrade': ({ scenario, plan }) => {
    const catalog = resolveScenarioCatalog(scenario)
    return catalog.ok ? within('scenario', bestUpgrade(catalog.value, scenario, plan)) : catalog
  },
  'analysis.attribution': ({ scenario, dimension }) => {
    const catalog = resolveScenarioCatalog(scenario)
    return catalog.ok ? within('scenario', attributeCosts(catalog.value, scenario, dimension)) : catalog
  },
}
