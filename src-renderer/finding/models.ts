import type { BurnRate, Catalog } from '#shared/catalog.ts'
import { credits } from '#renderer/format/figures.ts'
import { exactCreditsOf } from './counted.ts'

/** A product with a model, as streams of usage name them. */
export interface ModelChoice {
  readonly key: string
  readonly product: string
  readonly model: string
  /** `Text to Speech, Eleven v3` */
  readonly name: string
  readonly productName: string
  readonly family: string
  readonly unit: string
  /** What it burns on the plan: `1 credit a character`; empty where that is not known. */
  readonly burns: string
  /** Whether a unit is a credit. */
  readonly isPlain: boolean
  /** Why nothing of it can be priced on the plan; null where it can. */
  readonly why: string | null
}

export const modelKey = (product: string, model: string): string => JSON.stringify([product, model])

/** Every product and model of a catalogue, with what a plan makes of them, in the order of the catalogue's products. */
export function modelChoices(catalog: Catalog | null, plan: string): readonly ModelChoice[] {
  if (!catalog) return []
  const planName = catalog.plans.find(({ id }) => id === plan)?.name ?? plan
  const rates = new Map<string, BurnRate[]>()
  for (const rate of catalog.burnRates) {
    const found = rates.get(rate.product)
    if (found) found.push(rate)
    else rates.set(rate.product, [rate])
  }
  return catalog.products.flatMap(({ id, name, family }) => {
    const own = rates.get(id) ?? []
    const models = new Set(own.map(({ model }) => model))
    return [...models].map((model) => {
      const listed = own.filter((rate) => rate.model === model)
      const onPlan = listed.find(({ plans }) => plans?.includes(plan) ?? true)
      const unit = (onPlan ?? listed[0])?.unit ?? ''
      return {
        key: modelKey(id, model),
        product: id,
        model,
        name: `${name}, ${model}`,
        productName: name,
        family,
        unit,
        burns: burnsInWords(onPlan, unit),
        isPlain: isCreditAUnit(onPlan),
        why: whyNot(onPlan, planName),
      }
    })
  })
}

function isCreditAUnit(rate: BurnRate | undefined): boolean {
  const value = rate?.rate.value
  return value !== undefined && value !== null && value.credits === value.per
}

function burnsInWords(rate: BurnRate | undefined, unit: string): string {
  const value = rate?.rate.value
  if (!value) return ''
  const burned = exactCreditsOf(value.credits)
  return value.per === '1' ? `${burned} a ${unit}` : `${burned} for ${credits(value.per)} ${unit}s`
}

function whyNot(rate: BurnRate | undefined, plan: string): string | null {
  if (!rate) return `not on ${plan}`
  return rate.rate.value === null ? 'no published rate' : null
}

/** What a catalogue does not have, by what the stream says. */
export const unknownChoice = (product: string, model: string): ModelChoice => ({
  key: modelKey(product, model),
  product,
  model,
  name: `${product}, ${model}`,
  productName: product,
  family: '',
  unit: '',
  burns: '',
  isPlain: false,
  why: 'not in the catalogue',
})
