import type { CatalogRule } from './catalog-rule.ts'

/** Burn rates and free regenerations name products and plans of the catalogue; ceilings name families of products. */
export const unknownReferences: CatalogRule = (catalog) => {
  const plans = new Set(catalog.plans.map((plan) => plan.id))
  const products = new Set(catalog.products.map((product) => product.id))
  const families = new Set(catalog.products.map((product) => product.family))
  const unknownFamilies = (names: readonly string[] = [], path: string) =>
    names.filter((name) => !families.has(name)).map((name) => unknown('product family', name, path))
  return [
    ...catalog.burnRates.flatMap((rate, index) => [
      ...(products.has(rate.product) ? [] : [unknown('product', rate.product, `burnRates.${index}.product`)]),
      ...(rate.plans ?? [])
        .filter((plan) => !plans.has(plan))
        .map((plan) => unknown('plan', plan, `burnRates.${index}.plans`)),
    ]),
    ...(catalog.consolidation?.value.plans ?? [])
      .filter((plan) => !plans.has(plan))
      .map((plan) => unknown('plan', plan, 'consolidation.value.plans')),
    ...(catalog.freeRegenerations?.value.products ?? [])
      .filter((product) => !products.has(product))
      .map((product) => unknown('product', product, 'freeRegenerations.value.products')),
    ...catalog.plans.flatMap((plan, index) =>
      unknownFamilies(plan.seats.basicCeiling?.families, `plans.${index}.seats.basicCeiling.families`),
    ),
  ]
}

const unknown = (what: string, name: string, path: string) => ({
  code: 'catalog.unknown_reference',
  message: `The catalogue has no ${what} "${name}".`,
  path,
})
