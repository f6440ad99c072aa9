import { presets } from '#main/catalogs/index.ts'
import type { CatalogSummary } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'
import { succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolvePreset } from './resolve-catalog.ts'

export const catalogs: AreaHandlers<'catalogs'> = {
  'catalogs.list': () => succeed(catalogSummaries()),
  'catalogs.get': ({ id }) => resolvePreset(id, 'id'),
}

export const catalogSummaries = (): readonly CatalogSummary[] => presets.map(summaryOf)

function summaryOf(catalog: Catalog): CatalogSummary {
  const { id, name, description, currency, date } = catalog
  const plans = catalog.plans.map((plan) => plan.id)
  return { id, name, description, currency, plans, source: mainSource(catalog), date }
}

/** The source that most plan prices name; the others back single figures. */
function mainSource({ plans, sources }: Catalog): string {
  const uses = new Map<string, number>()
  for (const { price } of plans) uses.set(price.monthly.source, (uses.get(price.monthly.source) ?? 0) + 1)
  const [key = ''] = [...uses].toSorted(([, a], [, b]) => b - a)[0] ?? []
  return sources[key]?.title ?? ''
}
