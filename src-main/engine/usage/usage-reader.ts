import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { WeekdayProfile } from '#shared/usage.ts'
import { inWeekOrder } from '#shared/weekdays.ts'
import { toMicros } from '../exact/amount.ts'
import { reachablePlans } from '../plan/reachable-plans.ts'
import { patternSeries, usageSeries } from '../scenario/usage-curve.ts'
import type { Attribution } from '../record/attribution.ts'
import { type Weekdays, weekdaysOf } from '../record/weekdays.ts'
import { BurnRates, creditsFor, type BurnRatio, type RateOnPlan } from './burn-rates.ts'
import { DistinctUses, type NamedUse } from './distinct-uses.ts'
import { HomeWorkspaces } from './home-workspace.ts'
import type { MeteredEvents } from './metered-event.ts'
import { orderOfEvents } from './order-of-events.ts'
import { plainUsage, type UsageOnPlan, type UsageSource } from './usage-source.ts'

/** Reads the usage of a scenario that was checked against its catalogue, with its rates on every plan. */
export class UsageReader {
  readonly #rates: BurnRates
  readonly #families: ReadonlyMap<string, string>
  readonly #catalog: Catalog
  readonly #scenario: Scenario
  readonly #homes: HomeWorkspaces
  readonly #reachable: readonly Plan[]
  readonly #uses = new DistinctUses((use) => ({
    attribution: this.#attributionOf(use),
    rateOn: this.#rateOf(use),
  }))

  constructor(catalog: Catalog, scenario: Scenario) {
    this.#rates = new BurnRates(catalog)
    this.#families = new Map(catalog.products.map((product) => [product.id, product.family]))
    this.#homes = new HomeWorkspaces(scenario)
    this.#catalog = catalog
    this.#reachable = reachablePlans(catalog, scenario)
    this.#scenario = scenario
  }

  /** Modelled usage in credits a month; streams in the order of their ids. */
  sources(): readonly UsageSource[] {
    const { usage, months } = this.#scenario
    if (usage.kind !== 'streams') {
      return plainUsage(usageSeries(usage, months), this.#homes.of({}), weekdaysOf(usage.weekdays))
    }
    const profiles = new Profiles()
    const sources = usage.streams.map((stream) => {
      const weekdays = profiles.of(stream.weekdays)
      const { attribution, rateOn } = this.#uses.of(stream)
      const quantities = patternSeries(stream.pattern, toMicros(stream.monthly), months)
      const known = new Map<string, UsageOnPlan>()
      const ratedOn = (plan: string): UsageOnPlan => {
        const { ratio, isOffered } = rateOn(plan)
        return {
          attribution,
          credits: quantities.map((quantity) => creditsFor(quantity, ratio)),
          weekdays,
          isOffered,
        }
      }
      // Asked day after day, and mostly of one plan.
      let last: { readonly plan: string; readonly rated: UsageOnPlan } | null = null
      const onPlan = (plan: string): UsageOnPlan => {
        if (last !== null && last.plan === plan) return last.rated
        const rated = known.get(plan) ?? ratedOn(plan)
        known.set(plan, rated)
        last = { plan, rated }
        return rated
      }
      return { id: stream.id, onPlan }
    })
    return sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Usage events in the order they happen, each once. */
  events(): MeteredEvents {
    const { usageEvents } = this.#scenario
    const { places, instants } = orderOfEvents(usageEvents)
    const madeAgain = new Set<string>()
    for (const { regenerates } of usageEvents) if (regenerates !== undefined) madeAgain.add(regenerates)
    return {
      length: places.length,
      at: (index) => {
        const place = places[index] ?? -1
        const [event, at] = [usageEvents[place], instants[place]]
        if (event === undefined || at === undefined) return undefined
        const { attribution, rateOn } = this.#uses.of(event)
        return {
          id: event.id,
          at,
          attribution,
          quantity: toMicros(event.quantity),
          rateOn,
          regenerates: event.regenerates ?? null,
          isMadeAgain: madeAgain.size > 0 && madeAgain.has(event.id),
        }
      },
    }
  }

  #attributionOf(use: NamedUse): Attribution {
    const { member, apiKey, product, model } = use
    return {
      workspace: this.#homes.of(use),
      member: member ?? null,
      apiKey: apiKey ?? null,
      product,
      family: this.#families.get(product) ?? null,
      model,
    }
  }

  #rateOf({ product, model }: NamedUse): RateOnPlan {
    const first = this.#firstRatio(product, model)
    if (first === null) throw new Error(`${product} ${model} passed the check but has no rate.`)
    const rates = new Map<string, ReturnType<RateOnPlan>>()
    for (const { id } of this.#catalog.plans) {
      const ratio = this.#ratio(id, product, model)
      rates.set(id, { ratio: ratio ?? first, isOffered: ratio !== null })
    }
    const otherwise = { ratio: first, isOffered: false }
    return (plan) => rates.get(plan) ?? otherwise
  }

  /** Of the first plan the account may come to be on that has a rate. */
  #firstRatio(product: string, model: string): BurnRatio | null {
    // A workspace by itself may be on a plan without the product, and still used it: then any plan says how much it was.
    for (const { id } of [...this.#reachable, ...this.#catalog.plans]) {
      const ratio = this.#ratio(id, product, model)
      if (ratio !== null) return ratio
    }
    return null
  }

  #ratio(plan: string, product: string, model: string): BurnRatio | null {
    const found = this.#rates.find(plan, product, model)
    return typeof found === 'string' ? null : found
  }
}

/** The profiles of a scenario: those that are the same are one, for whoever takes their usage together. */
class Profiles {
  readonly #known = new Map<string, Weekdays | null>()

  of(profile: WeekdayProfile | undefined): Weekdays | null {
    const key = profile === undefined ? '' : inWeekOrder(profile).join()
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const weekdays = weekdaysOf(profile)
    this.#known.set(key, weekdays)
    return weekdays
  }
}
