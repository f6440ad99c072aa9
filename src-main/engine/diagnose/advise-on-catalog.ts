import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { CatalogRule } from './catalog-rule.ts'
import { fallingCosts } from './falling-costs.ts'
import { finePrices } from './fine-prices.ts'
import { freeMonthsPaidFor } from './free-months.ts'

const RULES: readonly CatalogRule[] = [fallingCosts, finePrices, freeMonthsPaidFor]

/** What is worth knowing about a catalogue that passed `checkCatalog`; none of it keeps it from being billed. */
export const adviseOnCatalog = (catalog: Catalog): readonly Problem[] =>
  RULES.flatMap((rule) => rule(catalog))
