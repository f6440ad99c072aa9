import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import { patternSeries, usageSeries } from '../scenario/usage-curve.ts'
import type { Attribution } from './attribution.ts'
import { type BurnRatio, BurnRates, creditsFor } from './burn-rates.ts'
import { FreeRegenerations } from './free-regenerations.ts'
import { byInstantThenId, type RatedEvent } from './rated-event.ts'
import { plainUsage, type UsageSource } from './usage-source.ts'

/** What a use names, of a stream and an event alike. */
type Named = Pick<UsageEvent, 'member' | 'apiKey' | 'product' | 'model'>

/** Turns the quantities of a scenario that was checked against its catalogue into credits on its plan. */
export class UsageRater {
  readonly #rates: BurnRates
  readonly #families: ReadonlyMap<string, string>
  readonly #catalog: Catalog
  readonly #scenario: Scenario

  constructor(catalog: Catalog, scenario: Scenario) {
    this.#rates = new BurnRates(catalog)
    this.#families = new Map(catalog.products.map((product) => [product.id, product.family]))
    this.#catalog = catalog
    this.#scenario = scenario
  }

  /** Modelled usage in credits a month; streams in the order of their ids. */
  sources(): readonly UsageSource[] {
    const { usage, months } = this.#scenario
    if (usage.kind !== 'streams') return plainUsage(usageSeries(usage, months))
    const sources = usage.streams.map((stream) => {
      const ratio = this.#ratio(stream)
      const quantities = patternSeries(stream.pattern, toMicros(stream.monthly), months)
      const credits = quantities.map((quantity) => creditsFor(quantity, ratio))
      return { id: stream.id, attribution: this.#attribution(stream), credits }
    })
    return sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /**
   * Usage events in the order they happen, each once (the same event twice has one instant and one id, and so
   * comes twice in a row), with free regenerations at no credits.
   */
  events(): readonly RatedEvent[] {
    const { usageEvents } = this.#scenario
    const free = new FreeRegenerations(this.#catalog.freeRegenerations?.value ?? null, usageEvents)
    return usageEvents
      .map((event) => ({ id: event.id, at: parseInstant(event.at), event }))
      .toSorted(byInstantThenId)
      .filter((item, index, items) => items[index - 1]?.id !== item.id)
      .map(({ id, at, event }) => {
        const attribution = this.#attribution(event)
        const isFree = free.isFree(at, attribution, event)
        const credits = isFree ? 0 : creditsFor(toMicros(event.quantity), this.#ratio(event))
        return { id, at, attribution, credits }
      })
  }

  #attribution({ member, apiKey, product, model }: Named): Attribution {
    return {
      member: member ?? null,
      apiKey: apiKey ?? null,
      product,
      family: this.#families.get(product) ?? null,
      model,
    }
  }

  #ratio({ product, model }: Named): BurnRatio {
    const ratio = this.#rates.find(this.#scenario.plan, product, model)
    if (typeof ratio === 'string') throw new Error(`${product} ${model} passed the check but has no rate.`)
    return ratio
  }
}
