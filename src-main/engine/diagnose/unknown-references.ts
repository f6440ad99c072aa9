import type { CatalogRule } from './catalog-rule.ts'

/** Burn rates name products and plans of the catalogue; ceilings name families of its products. */
export const unknownReferences: CatalogRule = (catalog) => {
  const plans = new Set(catalog.plans.map((plan) => plan.id))
  const products = new Set(catalog.products.map((product) => product.id))
  const families = new Set(catalog.products.map((product) => product.family))
  return [
    ...catalog.burnRates.flatMap((rate, index) => [
      ...(products.has(rate.product) ? [] : [unknown('product', rate.product, `burnRates.${index}.product`)]),
      ...(rate.plans ?? [])
        .filter((plan) => !plans.has(plan))
        .map((plan) => unknown('plan', plan, `burnRates.${index}.plans`)),
    ]),
    ...catalog.plans.flatMap((plan, index) =>
      (plan.seats.basicCeiling?.families ?? [])
        .filter((family) => !families.has(family))
        .map((family) => unknown('product family', family, `plans.${index}.seats.basicCeiling.families`)),
    ),
  ]
}

const unknown = (what: string, name: string, path: string) => ({
  code: 'catalog.unknown_reference',
  message: `The catalogue has no ${what} "${name}".`,
  path,
})
