import * as z from './zod.ts'

/** Which credits are used first. */
export const BurnOrder = z.enum([
  'oldestFirst',
  'soonestExpiry',
  'priorityThenExpiry',
  'rolledOverFirst',
  'grantedBeforePurchased',
])
export type BurnOrder = z.infer<typeof BurnOrder>

/**
 * A package price. `startedBlocks`: a block that was started counts whole, 1,001 units in blocks of 1,000 are
 * two blocks. `linear`: a part of a block costs that part of its price.
 */
export const PackageRates = z.enum(['startedBlocks', 'linear'])
export type PackageRates = z.infer<typeof PackageRates>

/** What is due whatever the quantity (a flat or tier fee, a fixed part, a minimum) when there was no usage. */
export const FlatFeeAtZero = z.enum(['charged', 'notCharged'])
export type FlatFeeAtZero = z.infer<typeof FlatFeeAtZero>

/**
 * Where free units come off. `quantity`: off the quantity before it is priced, so that tiers and blocks count
 * from the first unit that is not free. `amount`: the whole quantity is priced, and what the free units alone
 * would have cost is taken off, so that they use up the first tiers.
 */
export const FreeUnits = z.enum(['quantity', 'amount'])
export type FreeUnits = z.infer<typeof FreeUnits>

/** In what a part of a billing period is counted: exact seconds, whole UTC days, thirtieths, or not at all. */
export const ProrationUnit = z.enum(['second', 'day', 'fixed30', 'none'])
export type ProrationUnit = z.infer<typeof ProrationUnit>

/**
 * Whom the day of a change belongs to when days are counted: the new plan only, both plans (the old one is not
 * credited for it, the new one is charged), or the old plan only.
 */
export const ChangeDay = z.enum(['newPlan', 'both', 'endExclusive'])
export type ChangeDay = z.infer<typeof ChangeDay>

/**
 * Usage beyond all grants. `charged`: for an account that opted in it is overage at once. `carriedWithinPeriod`: it is
 * served and owed, and grants that start or refill later in the period pay it first; what is left when the period
 * ends is overage. An account that has not opted in may dip too, unless what is left would be invoiced. `blocked`:
 * nothing is served beyond the grants, opted in or not.
 */
export const BeyondGrants = z.enum(['charged', 'carriedWithinPeriod', 'blocked'])
export type BeyondGrants = z.infer<typeof BeyondGrants>

/**
 * Overage when its period ends. `invoice`: charged. `forgive`: neither charged nor owed. `carry`: not charged, and
 * stays a deficit that grants do not repay. `carryAndRepay`: not charged, and repaid from the next grant before
 * anything else is served from it. Source: facts §9.2, the four behaviours of Dodo Payments.
 */
export const OverageAtPeriodEnd = z.enum(['invoice', 'forgive', 'carry', 'carryAndRepay'])
export type OverageAtPeriodEnd = z.infer<typeof OverageAtPeriodEnd>

/**
 * Where an invoice is rounded to the currency's minor unit. `line`: every line, and every line's tax. `feeThenTax`:
 * every line; each tax once, on the sum of the lines it is due on. `invoice`: lines stay exact, and only their sum
 * and each tax on it are rounded; what the lines show is split so that it sums to that.
 */
export const RoundingPoint = z.enum(['line', 'feeThenTax', 'invoice'])
export type RoundingPoint = z.infer<typeof RoundingPoint>

/**
 * Where the free months of an annual price fall: they are the last of the year, so that leaving within them gives
 * nothing back; or spread, so that each month of the year is worth a twelfth.
 */
export const FreeMonths = z.enum(['last', 'spread'])
export type FreeMonths = z.infer<typeof FreeMonths>

/**
 * When outstanding overage is invoiced before its period ends, where a plan has a threshold: once its price passes the
 * threshold, so that a price of exactly that waits for the period's end, or once it reaches it. Source: facts §4.1,
 * "immediately when outstanding balance passes threshold".
 */
export const ThresholdInvoice = z.enum(['passes', 'reaches'])
export type ThresholdInvoice = z.infer<typeof ThresholdInvoice>

/**
 * Which invoices a discount of a fixed amount is for. `regularInvoices`: once for each regular one; overage that a
 * threshold brings forward shares the amount with the rest of its charge, so that the threshold changes when money falls
 * due and never how much. `everyInvoice`: each early one takes the amount anew.
 */
export const FixedDiscount = z.enum(['regularInvoices', 'everyInvoice'])
export type FixedDiscount = z.infer<typeof FixedDiscount>

/** Where vendors disagree: the settings that decide (DESIGN §4). */
export const Policies = z.strictObject({
  burnOrder: BurnOrder,
  packageRates: PackageRates,
  flatFeeAtZero: FlatFeeAtZero,
  freeUnits: FreeUnits,
  prorationUnit: ProrationUnit,
  changeDay: ChangeDay,
  freeMonths: FreeMonths,
  rounding: RoundingPoint,
  beyondGrants: BeyondGrants,
  overageAtPeriodEnd: OverageAtPeriodEnd,
  thresholdInvoice: ThresholdInvoice,
  fixedDiscount: FixedDiscount,
})
export type Policies = Readonly<z.infer<typeof Policies>>

/** Some of the settings; the others are as they would be without it. */
export const SomePolicies = Policies.partial()
export type SomePolicies = Readonly<z.infer<typeof SomePolicies>>
