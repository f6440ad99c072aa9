import * as z from './zod.ts'
import { checked, must } from './checked.ts'
import { listOf, Name } from './bounded.ts'
import { MOST_DAYS, MOST_ITEMS, MOST_PLANS } from './bounds.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { Problem } from './problem.ts'
import { BlockCause } from './run-result.ts'
import { Scenario } from './scenario.ts'

export { ModelMix, ModelMove, ScenarioVariants, Variant, VariantsInput } from './variant.ts'
export { RunCost } from './run-cost.ts'
export { CostKind } from './cost-kind.ts'
export { LostKind, VariantCost, VariantDifferences } from './variant-cost.ts'

const BlockedByCause = z.array(z.strictObject({ cause: BlockCause, credits: CreditsText }))

/** What a plan does with usage beyond its credits, priced both ways: the work it stops, and the money it takes. */
export const FailuresOnPlan = z.strictObject({
  kind: z.literal('billed'),
  plan: z.string(),
  /** Overage off. */
  blocked: z.strictObject({
    total: MoneyText,
    blockedCredits: CreditsText,
    blockedPeriods: z.int(),
    causes: BlockedByCause,
  }),
  /** Overage on from beginning to end, within its spend limit; null where the plan sells none. */
  overflow: z
    .strictObject({
      total: MoneyText,
      overage: MoneyText,
      overageCredits: CreditsText,
      blockedCredits: CreditsText,
      /** What is blocked all the same: by ceilings and limits, by the spend limit, for want of a seat. */
      causes: BlockedByCause,
    })
    .nullable(),
})
export type FailuresOnPlan = z.infer<typeof FailuresOnPlan>

/** The failures of a plan, or why the account cannot be billed on it. */
export const BothFailures = z.discriminatedUnion('kind', [
  FailuresOnPlan,
  z.strictObject({ kind: z.literal('refused'), plan: z.string(), problems: z.array(Problem) }),
])
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
   * Of these, what plans have a part in: all but what is blocked by limits that hold alike on every plan the account may be
   * on, those of groups, keys and workspaces and a ceiling that the plans have in common.
   */
  blockedByPlan: CreditsText,
  /**
   * Attributable cost beyond that of the best day. Zero or more on days of which the plan blocks no more than on the best
   * one; a day that blocks more may well cost less, and then its regret is negative: it is what blocking saves.
   */
  regret: z.string(),
})
export type UpgradeDay = z.infer<typeof UpgradeDay>

export const BestUpgrade = z.strictObject({
  plan: z.string(),
  /** The day on which the plan blocks least and, among those, costs least; the earliest where several do; null: never. */
  best: DateText.nullable(),
  /**
   * 1 where every day was tried. Else the days between those that were spread over the run; beside them the first days of
   * its months were tried, and days around the best of all these, so that a better day may lie between them.
   */
  everyDays: z.int().min(1),
  days: z.array(UpgradeDay),
})
export type BestUpgrade = z.infer<typeof BestUpgrade>

/** How many days are tried for a plan at most, besides never. */
export const MostDays = z.int().min(30).max(MOST_DAYS)

/** Plans to move to, each once. */
export const TargetPlans = checked(
  listOf(Name, { most: MOST_PLANS, what: 'plans' }).min(1),
  must((plans) => new Set(plans).size === plans.length, 'Expected each plan once.'),
)

/** Of which scenario the best day for moving to one of several plans is asked. */
export const BestUpgradesInput = z.strictObject({
  scenario: Scenario,
  plans: TargetPlans,
  /** Left out: every day of the run is tried for each. */
  mostDays: MostDays.optional(),
})

export const BestUpgrades = z.strictObject({
  /** Of all plans the one whose best day has least blocked by plan and, among those, costs least; null where it is best to move to none. */
  best: z.strictObject({ plan: z.string(), on: DateText }).nullable(),
  /** In the order in which they were asked for; the regrets of all are beside the best of all. */
  plans: z.array(
    z.discriminatedUnion('kind', [
      BestUpgrade.extend({ kind: z.literal('tried') }),
      z.strictObject({ kind: z.literal('refused'), plan: z.string(), problems: z.array(Problem) }),
    ]),
  ),
})
export type BestUpgrades = z.infer<typeof BestUpgrades>

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
