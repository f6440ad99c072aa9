import type { CatalogRule } from './catalog-rule.ts'

/** Burn rates name products and plans of the catalogue; ceilings and free regenerations name families of its products. */
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
    ...unknownFamilies(catalog.freeRegenerations?.value.families, 'freeRegenerations.value.families'),
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
