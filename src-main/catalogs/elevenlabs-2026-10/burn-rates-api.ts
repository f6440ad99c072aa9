import type { BurnRate } from '#shared/catalog.ts'
import { centsInCredits, onEachPlan } from '../rates.ts'
import type { PlanValue } from '../rates.ts'
import { from } from './sources.ts'

const apiPrices = from('api-prices')
const assumed = from('assumed')

/** Credits and monthly price of each plan: what turns a dollar price into that plan's credits. */
const published: readonly PlanValue[] = [
  { plan: 'starter', credits: 30_000, price: 6 },
  { plan: 'creator', credits: 121_000, price: 22 },
  { plan: 'pro', credits: 600_000, price: 99 },
  { plan: 'scale', credits: 1_800_000, price: 299 },
  { plan: 'business', credits: 6_000_000, price: 990 },
]
const freeAsStarter: PlanValue = { plan: 'free', credits: 30_000, price: 6 }
const enterpriseAsBusiness: PlanValue = { plan: 'enterprise', credits: 6_000_000, price: 990 }

interface Price {
  readonly product: string
  readonly models: readonly string[]
  readonly unit: string
  /** Whole cents for so many units. */
  readonly cents: number
  readonly units: number
  /** The price as published, and what to know about it. */
  readonly note: string
}

const prices: readonly Price[] = [
  {
    product: 'text-to-speech-api',
    models: ['Multilingual v2', 'Eleven v3'],
    unit: 'character',
    cents: 10,
    units: 1000,
    note: '$0.10 for 1,000 characters.',
  },
  {
    product: 'text-to-speech-api',
    models: ['Flash v2', 'Flash v2.5', 'Turbo v2', 'Turbo v2.5'],
    unit: 'character',
    cents: 5,
    units: 1000,
    note: '$0.05 for 1,000 characters.',
  },
  {
    product: 'speech-to-text-api',
    models: ['Scribe v1', 'Scribe v2'],
    unit: 'hour',
    cents: 22,
    units: 1,
    note: '$0.22 an hour.',
  },
  {
    product: 'speech-to-text-api',
    models: ['Scribe v2 Realtime'],
    unit: 'hour',
    cents: 39,
    units: 1,
    note: '$0.39 an hour.',
  },
  {
    product: 'voice-changer-api',
    models: ['Standard'],
    unit: 'minute',
    cents: 12,
    units: 1,
    note: '$0.12 a minute.',
  },
  {
    product: 'voice-isolator-api',
    models: ['Standard'],
    unit: 'minute',
    cents: 12,
    units: 1,
    note: '$0.12 a minute.',
  },
  {
    product: 'sound-effects-api',
    models: ['Standard'],
    unit: 'generation',
    cents: 12,
    units: 1,
    note: '$0.12 a generation.',
  },
  {
    product: 'dubbing-api',
    models: ['Dubbing v1, watermarked'],
    unit: 'minute',
    cents: 33,
    units: 1,
    note: '$0.33 a minute.',
  },
  {
    product: 'music-api',
    models: ['Standard'],
    unit: 'minute',
    cents: 30,
    units: 1,
    note: '$0.30 a minute; other readers found $0.15 and $0.50.',
  },
  {
    product: 'agents',
    models: ['Voice call'],
    unit: 'minute',
    cents: 8,
    units: 1,
    note:
      '$0.08 a minute. The pricing page bills call minutes apart from the credits; the minutes it includes ' +
      "in a paid plan are the plan's price at this rate, so spending all credits on calls gives the same.",
  },
  {
    product: 'agents',
    models: ['Voice call in a burst'],
    unit: 'minute',
    cents: 16,
    units: 1,
    note: '$0.16 a minute beyond the calls a plan allows at once.',
  },
  {
    product: 'agents',
    models: ['Text message'],
    unit: 'message',
    cents: 3,
    units: 10,
    note: '$0.003 a message.',
  },
  {
    product: 'agents',
    models: ['Language model'],
    unit: 'US dollar',
    cents: 100,
    units: 1,
    note: 'Passed on at cost.',
  },
]

const onPlans = ({ product, models, unit, cents, units, note }: Price): BurnRate[] =>
  onEachPlan({ products: [product], models, unit }, [
    [
      freeAsStarter.plan,
      assumed(
        centsInCredits(cents, units, freeAsStarter),
        `${note} Free has no price; Starter's credits for its price are assumed.`,
      ),
    ],
    ...published.map((value) => [value.plan, apiPrices(centsInCredits(cents, units, value), note)] as const),
    [
      enterpriseAsBusiness.plan,
      assumed(
        centsInCredits(cents, units, enterpriseAsBusiness),
        `${note} At Business's credits for its price; edit to your quote.`,
      ),
    ],
  ])

/** The same dollars on every plan, so each plan burns its own number of credits. */
export const pricedInMoney: BurnRate[] = prices.flatMap(onPlans)
