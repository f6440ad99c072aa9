import type { Problem } from '#shared/problem.ts'
import { SCENARIO } from '../plan/scenario-source.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** Every figure names a source that the catalogue lists. */
export const unknownSources: CatalogRule = (catalog) => [
  ...unknownWithin(catalog.sources, catalog.freeRegenerations, 'freeRegenerations'),
  ...unknownWithin(catalog.sources, catalog.largestRequestQuotas, 'largestRequestQuotas'),
  ...unknownWithin(catalog.sources, catalog.refundDays, 'refundDays'),
  ...unknownWithin(catalog.sources, catalog.consolidation, 'consolidation'),
  ...unknownWithin(catalog.sources, catalog.burnRates, 'burnRates'),
  ...unknownWithin(catalog.sources, catalog.plans, 'plans'),
  ...unknownWithin(catalog.sources, catalog.packs, 'packs'),
]

/** Terms of a scenario are cited under a key of their own, which must not stand for anything else. */
export const reservedSource: CatalogRule = ({ sources }) =>
  Object.hasOwn(sources, SCENARIO)
    ? [
        {
          code: 'catalog.reserved_source',
          message: `The key "${SCENARIO}" stands for the terms of a scenario; give the source another.`,
          path: `sources.${SCENARIO}`,
        },
      ]
    : []

function unknownWithin(
  sources: Readonly<Record<string, unknown>>,
  value: unknown,
  path: string,
): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const partPath = `${path}.${key}`
    if (key !== 'source' || typeof part !== 'string') return unknownWithin(sources, part, partPath)
    if (Object.hasOwn(sources, part)) return []
    return [
      { code: 'catalog.unknown_source', message: `The catalogue lists no source "${part}".`, path: partPath },
    ]
  })
}
