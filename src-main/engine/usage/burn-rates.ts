import type { Catalog } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'

/** `credits` for every `per` units, both in micros. */
export interface BurnRatio {
  readonly credits: Credits
  readonly per: number
}

/**
 * What a unit of a product costs on a plan. `unpriced`: the catalogue lists it but no figure is published.
 * `notOffered`: the plan does not have it.
 */
export type BurnRateLookup = BurnRatio | 'unpriced' | 'notOffered'

/** The catalogue's burn rates by product, model and plan. */
export class BurnRates {
  /** By product, then model, then plan. */
  readonly #rates = new Map<string, Map<string, Map<string, BurnRateLookup>>>()

  constructor(catalog: Catalog) {
    const everyPlan = catalog.plans.map((plan) => plan.id)
    for (const { product, model, rate, plans } of catalog.burnRates) {
      const { value } = rate
      const ratio =
        value === null ? 'unpriced' : { credits: toMicros(value.credits), per: toMicros(value.per) }
      const models = this.#rates.get(product) ?? new Map<string, Map<string, BurnRateLookup>>()
      const byPlan = models.get(model) ?? new Map<string, BurnRateLookup>()
      for (const plan of plans ?? everyPlan) byPlan.set(plan, ratio)
      this.#rates.set(product, models.set(model, byPlan))
    }
  }

  /** Whether the catalogue lists the model for the product on any plan. */
  knows(product: string, model: string): boolean {
    return this.#rates.get(product)?.has(model) ?? false
  }

  find(plan: string, product: string, model: string): BurnRateLookup {
    return this.#rates.get(product)?.get(model)?.get(plan) ?? 'notOffered'
  }
}

/**
 * What a product burns on a plan; where the plan has no rate for it (`isOffered` is false), what it would burn on the first
 * plan the account may come to be on that has one: so much is blocked.
 */
export type RateOnPlan = (plan: string) => { readonly ratio: BurnRatio; readonly isOffered: boolean }

/** Credits a quantity burns, rounded once, half-up, to the micro-credit. */
export const creditsFor = (quantity: number, ratio: BurnRatio): Credits =>
  multiplyDivideHalfUp(quantity, ratio.credits, ratio.per)
