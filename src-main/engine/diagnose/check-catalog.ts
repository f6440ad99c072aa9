import type { Catalog } from '#shared/catalog.ts'
import { firstOf, type Problem } from '#shared/problem.ts'
import type { CatalogRule } from './catalog-rule.ts'
import { pastQuotaSettings } from './check-past-quota.ts'
import { duplicateBurnRates } from './duplicate-burn-rates.ts'
import { duplicateIds } from './duplicate-ids.ts'
import { freeMonthsWithoutYear } from './free-months.ts'
import { offersAtOnce } from './offers-at-once.ts'
import { unknownReferences } from './unknown-references.ts'
import { reservedSource, unknownSources } from './unknown-sources.ts'

const RULES: readonly CatalogRule[] = [
  duplicateIds,
  duplicateBurnRates,
  unknownReferences,
  unknownSources,
  reservedSource,
  offersAtOnce,
  freeMonthsWithoutYear,
  pastQuotaSettings,
]

/** Everything that makes a catalogue contradict itself, up to a hundred; empty when it can be billed. */
export const checkCatalog = (catalog: Catalog): readonly Problem[] =>
  firstOf(RULES.flatMap((rule) => rule(catalog)))
