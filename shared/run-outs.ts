import * as z from './zod.ts'
import { InstantText } from './decimal.ts'
import { BlockCause } from './run-result.ts'

/**
 * When a billing period fell short, as alerts tell it: modelled usage is spread evenly. Each instant is the first of its
 * kind in the period, null where there was none. One that is the period's end itself is the last of its usage.
 */
export const RunOut = z.strictObject({
  /** Counts from 1, as the result's periods do. */
  period: z.int(),
  start: InstantText,
  end: InstantText,
  /** The last credit on hand was used. */
  ranOutAt: InstantText.nullable(),
  /** Usage was held back, and why. */
  blockedAt: InstantText.nullable(),
  blockedBecause: BlockCause.nullable(),
  /** The account's own limit on overage held usage back with nothing left of it. */
  spendLimitAt: InstantText.nullable(),
})
export type RunOut = z.infer<typeof RunOut>
