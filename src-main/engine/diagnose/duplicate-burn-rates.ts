import type { CatalogRule } from './catalog-rule.ts'

/** A product with one model burns at one rate on a plan, so no two entries may say what that is. */
export const duplicateBurnRates: CatalogRule = ({ burnRates, plans }) => {
  const everyPlan = plans.map((plan) => plan.id)
  const seen = new Set<string>()
  return burnRates.flatMap(({ product, model, plans: named }, index) => {
    const onPlans = new Set(named ?? everyPlan)
    const twice = [...onPlans].filter((plan) => seen.has(`${product}\u0000${model}\u0000${plan}`))
    for (const plan of onPlans) seen.add(`${product}\u0000${model}\u0000${plan}`)
    if (twice.length === 0) return []
    const message = `${product} with ${model} has another burn rate on ${twice.join(', ')} already.`
    return [{ code: 'catalog.duplicate_burn_rate', message, path: `burnRates.${index}` }]
  })
}
