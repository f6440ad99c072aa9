import { z } from 'zod'

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

/** Where vendors disagree: the settings that decide (DESIGN §4). */
export const Policies = z.strictObject({
  burnOrder: BurnOrder,
  packageRates: PackageRates,
  flatFeeAtZero: FlatFeeAtZero,
  freeUnits: FreeUnits,
  prorationUnit: ProrationUnit,
  changeDay: ChangeDay,
})
export type Policies = Readonly<z.infer<typeof Policies>>

/** What holds where nobody says otherwise. */
export const DEFAULT_POLICIES: Policies = {
  burnOrder: 'oldestFirst',
  packageRates: 'linear',
  flatFeeAtZero: 'notCharged',
  freeUnits: 'quantity',
  prorationUnit: 'day',
  changeDay: 'newPlan',
}

/** Some of the settings; the others are as they would be without it. */
export const SomePolicies = Policies.partial()
export type SomePolicies = Readonly<z.infer<typeof SomePolicies>>
