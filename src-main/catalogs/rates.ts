import type { BurnRate, Sourced } from '#shared/catalog.ts'

type Figure = BurnRate['rate']['value']

/** So many credits for one unit. */
export const each = (credits: string): Figure => ({ credits, per: '1' })

/** What a plan grants and costs, for products that are priced in money. */
export interface PlanValue {
  readonly plan: string
  readonly credits: number
  readonly price: number
}

/**
 * A price in cents for `units`, turned into credits at what the plan grants for its price. The two whole numbers
 * keep the ratio exact where credits per dollar are not ($99 for 600,000). Plans grant whole hundreds of credits.
 */
export const centsInCredits = (cents: number, units: number, value: PlanValue): Figure => ({
  credits: String((cents * value.credits) / 100),
  per: String(units * value.price),
})

interface Named {
  readonly products: readonly string[]
  readonly models: readonly string[]
  readonly unit: string
}

/** The same rate for several products and models, on every plan. */
export const everywhere = (named: Named, rate: BurnRate['rate']): BurnRate[] =>
  named.products.flatMap((product) =>
    named.models.map((model) => ({ product, model, unit: named.unit, rate })),
  )

/** A rate of its own for each plan. */
export const onEachPlan = (
  named: Named,
  rates: readonly (readonly [plan: string, rate: Sourced<Figure>])[],
): BurnRate[] =>
  rates.flatMap(([plan, rate]) => everywhere(named, rate).map((entry) => ({ ...entry, plans: [plan] })))
