import type { BurnRate, Catalog } from '#shared/catalog.ts'

/** The burn rates of a catalogue as it lists them, with their sources, found by what they are for. */
export class ListedRates {
  /** By product, then model, in the catalogue's order. */
  readonly #rates = new Map<string, Map<string, BurnRate[]>>()

  constructor({ burnRates }: Catalog) {
    for (const rate of burnRates) {
      const models = this.#rates.get(rate.product) ?? new Map<string, BurnRate[]>()
      const rates = models.get(rate.model)
      if (rates === undefined) models.set(rate.model, [rate])
      else rates.push(rate)
      this.#rates.set(rate.product, models)
    }
  }

  /** Undefined where the plan has none, and for usage that is given in credits, which names no product. */
  on(plan: string, product: string | null, model: string | null): BurnRate | undefined {
    const rates = this.#rates.get(product ?? '')?.get(model ?? '') ?? []
    return rates.find(({ plans }) => plans === undefined || plans.includes(plan))
  }
}
