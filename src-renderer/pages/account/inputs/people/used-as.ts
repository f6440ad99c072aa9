import type { Catalog } from '#shared/catalog.ts'
import type { UsedAs } from '#renderer/state/account-edits/own-usage.ts'
import { contentNow, type WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'

/** Something that can be used on a plan, by a product with a model. */
export interface Usable extends UsedAs {
  readonly key: string
  readonly name: string
  readonly unit: string
}

/** What has a price on the account's plan, that under a Basic seat's ceiling first. */
export function usablesOf(catalog: Catalog | null, plan: string): readonly Usable[] {
  if (!catalog) return []
  const families = catalog.plans.find(({ id }) => id === plan)?.seats.basicCeiling?.families ?? []
  const products = new Map(catalog.products.map((product) => [product.id, product]))
  const usables = catalog.burnRates.flatMap(({ product: id, model, unit, rate, plans }) => {
    const product = products.get(id)
    if (!product || rate.value === null || plans?.includes(plan) === false) return []
    const underCeiling = families.includes(product.family)
    return {
      key: `${id} ${model}`,
      product: id,
      model,
      name: `${product.name}, ${model}`,
      unit,
      underCeiling,
    }
  })
  return [
    ...usables.filter(({ underCeiling }) => underCeiling),
    ...usables.filter(({ underCeiling }) => !underCeiling),
  ]
}

/** What a figure typed for somebody who uses nothing is of: what a person of the account used last, or else the first. */
export function usualUse({ usage, plan }: WindowAccount, catalog: Catalog | null): UsedAs | null {
  const last =
    usage.kind === 'streams' ? usage.streams.findLast(({ member }) => member !== undefined) : undefined
  const [first = null] = usablesOf(catalog, plan)
  const use = last ?? first
  return use && { product: use.product, model: use.model }
}

/** The same for what is on screen. */
export function usualUseNow(): UsedAs | null {
  const account = contentNow()?.scenario
  return account ? usualUse(account, useResults.getState().catalog) : null
}
