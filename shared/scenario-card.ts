import * as z from './zod.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { BlockCause } from './run-result.ts'

/** What stands out in what a scenario comes to: the first of these that holds. */
export const CardFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noUsage') }),
  /** Work was not done: so many credits, in so many periods, most of them for this cause. */
  z.strictObject({
    kind: z.literal('blocked'),
    credits: CreditsText,
    periods: z.int(),
    cause: BlockCause,
  }),
  /**
   * Served beyond the credits on hand: charged as overage, drawn from the prepaid balance, or neither. `expired` is money
   * of that balance that was never used.
   */
  z.strictObject({
    kind: z.literal('beyond'),
    credits: CreditsText,
    overage: MoneyText,
    drawn: MoneyText,
    expired: MoneyText,
  }),
  /** Credits that were paid for and never used. */
  z.strictObject({ kind: z.literal('lost'), expired: CreditsText, forfeited: CreditsText }),
  z.strictObject({ kind: z.literal('within') }),
])
export type CardFinding = z.infer<typeof CardFinding>

/** A scenario at a glance: what it costs, month by month, and what stands out. */
export const ScenarioCard = z.strictObject({
  /** The name of the plan it begins on. */
  plan: z.string(),
  currency: z.string(),
  total: MoneyText,
  /**
   * Each billing period's part of the total: a line falls to the period in which the time that it pays for begins.
   * Negative where more was given back than charged.
   */
  months: z.array(z.strictObject({ start: DateText, total: z.string() })),
  finding: CardFinding,
})
export type ScenarioCard = z.infer<typeof ScenarioCard>
