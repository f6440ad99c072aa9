import * as z from './zod.ts'
import { CreditsText, InstantText } from './decimal.ts'
import { CostKind } from './cost-kind.ts'
import { BlockCause } from './run-result.ts'

/** By what costs are told apart in time. */
export const CostSpan = z.enum(['period', 'calendarMonth'])
export type CostSpan = z.infer<typeof CostSpan>

/** Money by kind, in the order of `CostKind`, those left out that are nothing; the kinds sum to the total. Either may be negative. */
export const StackedCost = z.strictObject({
  kinds: z.array(z.strictObject({ kind: CostKind, amount: z.string() })),
  total: z.string(),
})
export type StackedCost = z.infer<typeof StackedCost>

/** One billing period, or what of a calendar month the run has. */
export const PeriodCost = z.strictObject({
  /** Counts from 1, as the result's periods do; null of a calendar month. */
  period: z.int().nullable(),
  start: InstantText,
  end: InstantText,
  /**
   * As invoiced, credit notes among it, by the date of the invoice; what falls due as the run ends is the last one's.
   * Tax contained in prices is in their lines.
   */
  billed: StackedCost,
  /** Of what is billed, tax contained in prices. */
  containedTax: z.string(),
  /** The same money by the time it pays for, a line over several of these by the time it has in each. */
  attributable: StackedCost,
  /** All that was billed, and all that is attributable, from the run's start to here. */
  cumulativeBilled: z.string(),
  cumulativeAttributable: z.string(),
  /** When the last credit on hand was first used; null where the credits lasted. */
  ranOutAt: InstantText.nullable(),
  blockedCredits: CreditsText,
  blockedBecause: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
})
export type PeriodCost = z.infer<typeof PeriodCost>

/** What an account costs in time. What is billed sums to the run's total; so does what is attributable, with `afterRun`. */
export const PeriodCosts = z.strictObject({
  by: CostSpan,
  /** The kinds there are, in the order of `CostKind`. */
  kinds: z.array(CostKind),
  rows: z.array(PeriodCost),
  /** Paid for time after the run's end. */
  afterRun: StackedCost,
  total: z.string(),
})
export type PeriodCosts = z.infer<typeof PeriodCosts>
