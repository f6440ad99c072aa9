import type { CatalogRule } from './catalog-rule.ts'
import { idsOf, repeated } from './repeated.ts'

/** Plans, products and packs are found by their ids, so no two may share one. */
export const duplicateIds: CatalogRule = ({ plans, products, packs = [] }) => [
  ...repeated(idsOf(plans), 'catalog.duplicate_id', (index) => `plans.${index}.id`),
  ...repeated(idsOf(products), 'catalog.duplicate_id', (index) => `products.${index}.id`),
  ...repeated(idsOf(packs), 'catalog.duplicate_id', (index) => `packs.${index}.id`),
]
