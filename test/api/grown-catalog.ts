import type { Catalog, Plan } from '#shared/catalog.ts'
import type { CatalogRef } from '#shared/scenario.ts'
import { WRITTEN_OUT } from './cases.ts'

/** How much of everything a catalogue has that takes time to bill by. */
export interface CatalogSize {
  readonly plans: number
  /** Of the overage of each plan. */
  readonly tiers: number
  /** Which overage is invoiced early. */
  readonly threshold: string
  /** Of a month of the first plan; each other costs a dollar more than the one before. */
  readonly price: string
}

export const items = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index))

/** A product with a burn rate of one credit. */
export const USE = { product: 'text-to-speech', model: 'English v1' }

const figure = <T>(value: T) => ({ value, source: 'article' })

const enterprise = WRITTEN_OUT.plans.find(({ id }) => id === 'enterprise')
if (!enterprise) throw new Error('The preset has no Enterprise.')

/** No two of its plans and tiers have the same prices, so that plans cross over into one another again and again. */
const catalogOf = (size: CatalogSize): Catalog => ({
  ...WRITTEN_OUT,
  id: 'grown',
  burnRates: [{ ...USE, unit: 'character', rate: figure({ credits: '1', per: '1' }) }],
  plans: items(size.plans, (index) => planOf(index, size)),
})

/** The first is called as a plan that sells all there is to sell, and all are one. */
const planOf = (plan: number, { tiers, threshold, price }: CatalogSize): Plan => ({
  ...enterprise,
  id: plan === 0 ? enterprise.id : `plan-${plan}`,
  name: `Plan ${plan}`,
  features: [],
  price: { ...enterprise.price, monthly: figure(plan === 0 ? price : String(10 + plan)) },
  credits: figure('100000'),
  pastQuota: {
    kind: 'postpaid',
    invoiceThreshold: figure(threshold),
    charge: figure({
      model: 'graduated',
      tiers: items(tiers, (tier) => ({
        upTo: tier === tiers - 1 ? null : String((tier + 1) * 1000 + plan * 7),
        rate: { amount: String(1 + ((tier * 7919 + plan * 31) % 17) / 10), per: '1000' },
      })),
    }),
  },
})

const SMALL: CatalogSize = { plans: 2, tiers: 1, threshold: '1000000', price: '10' }

/** A catalogue that was grown, grown another way as well; a new one where there is none. */
export function regrown(catalog: CatalogRef | undefined, size: Partial<CatalogSize>): Catalog {
  const known = typeof catalog === 'object' ? grown.get(catalog) : undefined
  const now = { ...SMALL, ...known, ...size }
  const made = catalogOf(now)
  grown.set(made, now)
  return made
}

const grown = new WeakMap<Catalog, CatalogSize>()
