import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import { patternSeries, usageSeries } from '../scenario/usage-curve.ts'
import type { Attribution } from './attribution.ts'
import { BurnRates, creditsFor, type BurnRatio, type RateOnPlan } from './burn-rates.ts'
import { HomeWorkspaces } from './home-workspace.ts'
import { byInstantThenId, type MeteredEvent } from './metered-event.ts'
import { plainUsage, type UsageOnPlan, type UsageSource } from './usage-source.ts'

/** What a use names, of a stream and an event alike. */
type Named = Pick<UsageEvent, 'workspace' | 'member' | 'apiKey' | 'product' | 'model'>

/** Reads the usage of a scenario that was checked against its catalogue, with its rates on every plan. */
export class UsageReader {
  readonly #rates: BurnRates
  readonly #families: ReadonlyMap<string, string>
  readonly #catalog: Catalog
  readonly #scenario: Scenario
  readonly #homes: HomeWorkspaces
  readonly #known = new Map<string, RateOnPlan>()

  constructor(catalog: Catalog, scenario: Scenario) {
    this.#rates = new BurnRates(catalog)
    this.#families = new Map(catalog.products.map((product) => [product.id, product.family]))
    this.#homes = new HomeWorkspaces(scenario)
    this.#catalog = catalog
    this.#scenario = scenario
  }

  /** Modelled usage in credits a month; streams in the order of their ids. */
  sources(): readonly UsageSource[] {
    const { usage, months } = this.#scenario
    if (usage.kind !== 'streams') return plainUsage(usageSeries(usage, months), this.#homes.of({}))
    const sources = usage.streams.map((stream) => {
      const rateOn = this.#rateOn(stream)
      const quantities = patternSeries(stream.pattern, toMicros(stream.monthly), months)
      const attribution = this.#attribution(stream)
      const known = new Map<string, UsageOnPlan>()
      const on = (plan: string): UsageOnPlan => {
        const { ratio, isOffered } = rateOn(plan)
        const onPlan = known.get(plan) ?? {
          attribution,
          credits: quantities.map((quantity) => creditsFor(quantity, ratio)),
          isOffered,
        }
        known.set(plan, onPlan)
        return onPlan
      }
      return { id: stream.id, on }
    })
    return sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /**
   * Usage events in the order they happen, each once (the same event twice has one instant and one id, and so
   * comes twice in a row).
   */
  events(): readonly MeteredEvent[] {
    const { usageEvents } = this.#scenario
    const madeAgain = new Set(usageEvents.map(({ regenerates }) => regenerates))
    return usageEvents
      .map((event) => ({ id: event.id, at: parseInstant(event.at), event }))
      .toSorted(byInstantThenId)
      .filter((item, index, items) => items[index - 1]?.id !== item.id)
      .map(({ id, at, event }) => ({
        id,
        at,
        attribution: this.#attribution(event),
        quantity: toMicros(event.quantity),
        rateOn: this.#rateOn(event),
        regenerates: event.regenerates ?? null,
        isMadeAgain: madeAgain.has(id),
      }))
  }

  #attribution(named: Named): Attribution {
    const { member, apiKey, product, model } = named
    return {
      workspace: this.#homes.of(named),
      member: member ?? null,
      apiKey: apiKey ?? null,
      product,
      family: this.#families.get(product) ?? null,
      model,
    }
  }

  #rateOn({ product, model }: Named): RateOnPlan {
    const key = `${product}\u0000${model}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const first = this.#ratio(this.#scenario.plan, product, model)
    if (first === null) throw new Error(`${product} ${model} passed the check but has no rate.`)
    const rates = new Map<string, ReturnType<RateOnPlan>>()
    for (const { id } of this.#catalog.plans) {
      const ratio = this.#ratio(id, product, model)
      rates.set(id, { ratio: ratio ?? first, isOffered: ratio !== null })
    }
    const otherwise = { ratio: first, isOffered: false }
    const rateOn: RateOnPlan = (plan) => rates.get(plan) ?? otherwise
    this.#known.set(key, rateOn)
    return rateOn
  }

  #ratio(plan: string, product: string, model: string): BurnRatio | null {
    const found = this.#rates.find(plan, product, model)
    return typeof found === 'string' ? null : found
  }
}
