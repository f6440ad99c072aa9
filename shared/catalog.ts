import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_ADDRESS, MOST_ENTRIES, MOST_ITEMS, MOST_NAME, MOST_PLANS, MOST_TEXT } from './bounds.ts'
import { Charge, SomeUnits } from './charge.ts'
import { CreditsText, DateText, MoneyText, PartText, PercentText } from './decimal.ts'
import { keyed } from './keyed.ts'
import { SomePolicies } from './policies.ts'
import { Consolidation } from './workspace.ts'

export { BurnOrder } from './policies.ts'

/**
 * How far a figure can be trusted, the surest first: the vendor's own words or price list; the person's own usage or
 * invoices; worked out from either; or chosen where nothing better is known.
 */
export const Basis = z.enum(['published', 'measured', 'estimated', 'assumed'])
export type Basis = z.infer<typeof Basis>

/** Where a figure comes from. */
export const Source = z.strictObject({
  title: Name,
  address: textOf(MOST_ADDRESS).optional(),
  date: DateText,
  basis: Basis,
})
export type Source = z.infer<typeof Source>

/** A figure with the key of its source in the catalogue's `sources`. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source: Name, note: textOf(MOST_TEXT).optional() })

const Id = textOf(MOST_NAME).regex(
  /^[a-z0-9][a-z0-9.-]*$/,
  'Expected an id of small letters, digits, dots and dashes.',
)

/**
 * What happens at a period's end to credits that were not used.
 * `none`: they expire. `age`: a grant lives `periods` further periods. `cap`: everything is carried, and the
 * renewal adds only what keeps the balance within `multiple` × quota on top of the quota; the rest of the
 * renewal is forfeited. `count`: `percent` of what is left is carried at most `carries` times, each carry
 * living `validity` periods; the rest is forfeited.
 */
export const Rollover = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('age'), periods: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('cap'), multiple: z.int().min(1).max(120) }),
  z.strictObject({
    kind: z.literal('count'),
    carries: z.int().min(1).max(120),
    percent: PartText,
    validity: z.int().min(1).max(120),
  }),
])
export type Rollover = z.infer<typeof Rollover>

/**
 * What happens to usage beyond the credits on hand, when the account has opted in.
 * `block`: nothing is sold, opted in or not. `postpaid`: overage, invoiced at the period's end.
 * `prepaid`: paid from a money balance at the plan's credits per unit of money.
 */
export const PastQuota = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('block'), source: textOf(MOST_NAME) }),
  z.strictObject({
    kind: z.literal('postpaid'),
    charge: sourced(Charge),
    /** An invoice is raised early, as often as needed, when outstanding overage passes this amount, or reaches it: see `thresholdInvoice`. */
    invoiceThreshold: sourced(MoneyText).optional(),
  }),
  z.strictObject({
    kind: z.literal('prepaid'),
    /** What one unit of money buys: `credits` for `money`. */
    value: sourced(z.strictObject({ credits: SomeUnits, money: MoneyText })),
    minimumTopUp: sourced(MoneyText),
    /** What it does where the customer says nothing else, and the least that has to remain on hand while it is on. */
    autoTopUp: sourced(
      z.strictObject({ amount: MoneyText, below: MoneyText, mustRemain: MoneyText.optional() }),
    ),
    expiresAfterMonths: sourced(z.int().min(1).max(1200)),
  }),
])
export type PastQuota = z.infer<typeof PastQuota>

export const Seats = z.strictObject({
  full: sourced(z.int().min(0)),
  basic: sourced(z.int().min(0)),
  /** Credits a Basic member may use each period in the families that count; null where there is no ceiling. */
  basicCeiling: z
    .strictObject({
      credits: sourced(CreditsText),
      families: listOf(textOf(MOST_NAME), { most: MOST_ITEMS, what: 'families' }).min(1),
    })
    .nullable(),
  /** Extra Full seats for sale: at most `limit` Full seats in total (null: by contract), each adding credits. */
  purchase: z
    .strictObject({
      limit: sourced(z.int().min(1)).nullable(),
      /** Price of the extra seats a month; the quantity is seats. */
      charge: sourced(Charge),
      /** Credits each extra seat adds to the shared pool every month. */
      credits: sourced(CreditsText),
      /** Whether the price of extra seats is added to a minimum commitment. */
      raisesCommitment: sourced(z.boolean()).optional(),
    })
    .nullable(),
})
export type Seats = z.infer<typeof Seats>

/** A reduction of the first period's subscription price, once per account. */
export const Offer = z.strictObject({
  id: Id,
  name: textOf(MOST_NAME),
  kind: z.literal('firstPeriodPercentOff'),
  percent: sourced(PercentText),
  billing: listOf(z.enum(['monthly', 'annual']), { most: MOST_ITEMS, what: 'ways of paying' }).min(1),
})
export type Offer = z.infer<typeof Offer>

/** Months of an annual price that are free: at least one of the twelve is paid for. */
export const FreeMonthCount = z.int().min(0).max(11)

export const Plan = z.strictObject({
  id: Id,
  name: Name,
  /** Sold by negotiation: its terms here are a starting point to be edited, not an offer. */
  custom: z.boolean(),
  price: z.strictObject({
    monthly: sourced(MoneyText),
    annual: sourced(MoneyText).nullable(),
    /** How many of the twelve months that the annual price is for are free; left out where it pays for all of them. */
    freeMonths: sourced(FreeMonthCount).optional(),
  }),
  /** Credits granted every month, on annual billing too. */
  credits: sourced(CreditsText),
  rollover: sourced(Rollover),
  pastQuota: PastQuota,
  /** Served free past the pool each period to accounts that have not opted in to what the plan sells there. */
  graceCredits: sourced(CreditsText).optional(),
  seats: Seats,
  features: listOf(sourced(textOf(MOST_TEXT)), { most: MOST_ITEMS, what: 'features' }),
  /** The low-balance alert fires when the balance falls below this share of the monthly credits. */
  lowBalancePercent: sourced(PercentText),
  offers: listOf(Offer, { most: MOST_ITEMS, what: 'offers' }),
})
export type Plan = z.infer<typeof Plan>

/** Credits sold by the pack, beside the subscription. */
export const Pack = z.strictObject({
  id: Id,
  name: Name,
  /** Of one pack. */
  credits: sourced(SomeUnits),
  /** Price of a purchase; the quantity is packs. */
  charge: sourced(Charge),
  /** Null where they never expire. */
  expiresAfterMonths: sourced(z.int().min(1).max(1200).nullable()),
})
export type Pack = z.infer<typeof Pack>

/** What one unit of a product costs in credits; without `plans` the rate holds on every plan. */
export const BurnRate = z.strictObject({
  product: Id,
  model: Name,
  unit: Name,
  /** `credits` for every `per` units; null where no figure is published, and the product cannot be priced. */
  rate: sourced(z.strictObject({ credits: CreditsText, per: SomeUnits }).nullable()),
  plans: listOf(Id, { most: MOST_PLANS, what: 'plans' }).min(1).optional(),
})
export type BurnRate = z.infer<typeof BurnRate>

/** A vendor's published plans on a date: everything the engine needs to bill an account. Plans are in ladder order. */
export const Catalog = z.strictObject({
  schemaVersion: z.literal(1),
  id: Id,
  name: Name,
  description: textOf(MOST_TEXT),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Expected a three-letter currency such as "USD".'),
  date: DateText,
  /** Every source the figures name. */
  sources: keyed(Source, { most: MOST_ITEMS, what: 'sources' }),
  /** Where vendors disagree; a setting left out is at its default. */
  policies: SomePolicies,
  /**
   * Making unchanged content again is free so often, so long after the first time, for these products. Never with an
   * API key, and only where the first generation was served.
   */
  freeRegenerations: sourced(
    z.strictObject({
      count: z.int().min(1),
      withinMinutes: z.int().min(1),
      products: listOf(textOf(MOST_NAME), { most: MOST_ITEMS, what: 'products' }).min(1),
    }),
  ).optional(),
  /**
   * The largest single request of an account that buys overage, in monthly quotas of its plan: a rule of usage-based billing
   * (facts §4.1). Without it, and where overage is off, a request may be as large as what is on hand.
   */
  largestRequestQuotas: sourced(z.int().min(1)).optional(),
  /**
   * For so many days after a term was paid its price is given back on request, while no credits of the term were used.
   * Left out where the vendor gives nothing back.
   */
  refundDays: sourced(z.int().min(1).max(366)).optional(),
  /** Billing several workspaces together; left out where the vendor has none. */
  consolidation: sourced(Consolidation).optional(),
  products: listOf(z.strictObject({ id: Id, name: textOf(MOST_NAME), family: textOf(MOST_NAME) }), {
    most: MOST_ITEMS,
    what: 'products',
  }),
  burnRates: listOf(BurnRate, { most: MOST_ENTRIES, what: 'burn rates' }),
  plans: listOf(Plan, { most: MOST_PLANS, what: 'plans' }).min(1),
  /** Left out where the vendor sells none. */
  packs: listOf(Pack, { most: MOST_ITEMS, what: 'packs' }).optional(),
})
export type Catalog = z.infer<typeof Catalog>

export type Sourced<T> = { readonly value: T; readonly source: string; readonly note?: string | undefined }
