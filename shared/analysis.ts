import * as z from './zod.ts'
import { Billing } from './account.ts'
import { checked, must } from './checked.ts'
import { listOf, textOf } from './bounded.ts'
import { MOST_ITEMS, MOST_NAME } from './bounds.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { SomePolicies } from './policies.ts'
import { Problem } from './problem.ts'
import { BlockCause } from './run-result.ts'
import { Scenario } from './scenario.ts'

/** What one variant of an account does differently; what is left out stays as in the scenario. */
export const Variant = z.strictObject({
  name: textOf(MOST_NAME),
  plan: textOf(MOST_NAME).optional(),
  billing: Billing.optional(),
  start: DateText.optional(),
  overage: Scenario.shape.overage.unwrap().optional(),
  extraSeats: z.int().min(0).optional(),
  policies: SomePolicies.optional(),
  changes: Scenario.shape.changes.unwrap().optional(),
})
export type Variant = z.infer<typeof Variant>

/** Money and credits of a whole run. */
export const RunCost = z.strictObject({
  total: MoneyText,
  subscription: MoneyText,
  overage: MoneyText,
  servedCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  remainingCredits: CreditsText,
})
export type RunCost = z.infer<typeof RunCost>

/** One variant's cost beside the first one's, or why it cannot be billed. */
export const VariantCost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('billed'),
    name: z.string(),
    cost: RunCost,
    /** Total less the first billed variant's; negative where it is cheaper. */
    difference: z.string(),
  }),
  z.strictObject({ kind: z.literal('refused'), name: z.string(), problems: z.array(Problem) }),
])
export type VariantCost = z.infer<typeof VariantCost>

/** What a plan does with usage beyond its credits, priced both ways: the work it stops, and the money it takes. */
export const BothFailures = z.strictObject({
  plan: z.string(),
  /** Overage off. */
  blocked: z.strictObject({
    total: MoneyText,
    blockedCredits: CreditsText,
    blockedPeriods: z.int(),
    causes: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  }),
  /** Overage on; null where the plan sells none. */
  overflow: z
    .strictObject({
      total: MoneyText,
      overage: MoneyText,
      overageCredits: CreditsText,
      blockedCredits: CreditsText,
    })
    .nullable(),
})
export type BothFailures = z.infer<typeof BothFailures>

/** One day on which an upgrade could happen. */
export const UpgradeDay = z.strictObject({
  /** Null: never. */
  on: DateText.nullable(),
  /** What is billed within the run. */
  total: MoneyText,
  /** Of that, what pays for time within the run: a term that reaches past its end counts by its days. */
  attributable: MoneyText,
  blockedCredits: CreditsText,
  /**
   * Attributable cost beyond that of the best day. Zero or more on days that block no more than the best one; a day
   * that blocks more may well cost less, and then its regret is negative: it is what blocking saves.
   */
  regret: z.string(),
})
export type UpgradeDay = z.infer<typeof UpgradeDay>

export const BestUpgrade = z.strictObject({
  plan: z.string(),
  /** The day that blocks least and, among those, costs least; the earliest where several do; null: never. */
  best: DateText.nullable(),
  days: z.array(UpgradeDay),
})
export type BestUpgrade = z.infer<typeof BestUpgrade>

/**
 * What costs can be told apart by. Days are UTC (`2026-01-31`), periods count from 1; a workspace is named where the
 * scenario names workspaces.
 */
export const CostDimension = z.enum([
  'apiKey',
  'company',
  'member',
  'workspace',
  'product',
  'model',
  'day',
  'period',
])
export type CostDimension = z.infer<typeof CostDimension>

/** One or several at once, as in costs by model and day; each at most once. */
export const CostDimensions = checked(
  listOf(CostDimension, { most: MOST_ITEMS, what: 'dimensions' }).min(1),
  must((dimensions) => new Set(dimensions).size === dimensions.length, 'Expected each dimension once.'),
)
export type CostDimensions = readonly CostDimension[]

/**
 * The cost of one value of each dimension, in the order the dimensions were asked for; `null` is usage that does not
 * name one, and fees nobody used, which fall to the billing workspace.
 */
export const CostShare = z.strictObject({
  values: z.array(z.string().nullable()).min(1),
  requests: z.int(),
  credits: CreditsText,
  overageCredits: CreditsText,
  /** Overage where it fell, fees by share of credits; all shares together are what was billed. */
  cost: z.string(),
})
export type CostShare = z.infer<typeof CostShare>
