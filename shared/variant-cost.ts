import * as z from './zod.ts'
import { CreditsText, MoneyText, PercentText } from './decimal.ts'
import { CostKind } from './cost-kind.ts'
import { Problem } from './problem.ts'
import { RunCost } from './run-cost.ts'
import { BlockCause } from './run-result.ts'

/** Why credits did nobody any good: usage that was blocked, by its cause, and credits that expired or were forfeited. */
export const LostKind = z.enum([...BlockCause.options, 'expired', 'forfeited'])
export type LostKind = z.infer<typeof LostKind>

/** What makes a variant cost more or less than the baseline: each kind of which they have different amounts. */
export const VariantDifferences = z.strictObject({
  /** Of the totals, for each month of the run, rounded once, half away from zero; negative where the variant is cheaper. */
  monthly: z.string(),
  /** The variant's less the baseline's, the largest first, whatever their signs; together the difference of the totals. */
  money: z.array(
    z.strictObject({
      kind: CostKind,
      amount: z.string(),
      /** Percent of all that is more or less, to a tenth; together 100. */
      share: PercentText,
    }),
  ),
  /** The variant's less the baseline's, the largest first, whatever their signs. */
  lost: z.array(z.strictObject({ kind: LostKind, credits: z.string() })),
})
export type VariantDifferences = z.infer<typeof VariantDifferences>

/** One variant's cost beside the baseline's, or why it cannot be billed or compared. */
export const VariantCost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('billed'),
    name: z.string(),
    cost: RunCost,
    /** Total less the baseline's; negative where it is cheaper. */
    difference: z.string(),
    /** Whether it is the one that the others are beside. */
    isBaseline: z.boolean(),
    /**
     * 1 is the best: the one that blocks least and, among those, costs least. Variants that do both alike have the same
     * rank, and the next one counts on from how many there are.
     */
    rank: z.int().min(1),
    /** The plan it starts on, and the catalogue that has it, by their ids. */
    plan: z.string(),
    catalog: z.string(),
    currency: z.string(),
    /** Total for each month of the run, rounded once. */
    monthly: MoneyText,
    /** In the order of the kinds; one that comes to nothing is left out. */
    byKind: z.array(z.strictObject({ kind: CostKind, amount: z.string() })),
    lost: z.array(z.strictObject({ kind: LostKind, credits: CreditsText })),
    /** Billing periods in which something was blocked. */
    blockedPeriods: z.int(),
    differences: VariantDifferences,
    /** Changes that could not be made when their time came; the paths are the variant's. */
    refusals: z.array(Problem),
  }),
  z.strictObject({ kind: z.literal('refused'), name: z.string(), problems: z.array(Problem) }),
])
export type VariantCost = z.infer<typeof VariantCost>
