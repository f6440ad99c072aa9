import { compare, crossovers, curves } from '#main/engine/index.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveCatalog } from './resolve-catalog.ts'

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
}
