import type { Catalog } from '#shared/catalog.ts'
import { modelChoices, modelKey } from '#renderer/finding/models.ts'
import type { UsedAs } from './account-edits/own-usage.ts'
import { contentNow, type WindowAccount } from './draft.ts'
import { useResults } from './results.ts'

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

/** What burns a credit a unit, that under a Basic seat's ceiling first: what a figure in credits is of. */
export function plainUse(catalog: Catalog | null, plan: string): UsedAs | null {
  const plain = new Set(
    modelChoices(catalog, plan).flatMap(({ key, isPlain, why }) => (isPlain && why === null ? [key] : [])),
  )
  const use = usablesOf(catalog, plan).find(({ product, model }) => plain.has(modelKey(product, model)))
  return use ? { product: use.product, model: use.model } : null
}

/** What a figure typed for somebody is of on screen: of what one figure for all is, where that is how usage is said. */
export function usualUseNow(): UsedAs | null {
  const account = contentNow()?.scenario
  if (!account) return null
  const { catalog } = useResults.getState()
  return account.usage.kind === 'pattern' ? plainUse(catalog, account.plan) : usualUse(account, catalog)
}
