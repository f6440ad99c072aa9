import * as z from './zod.ts'
import { textOf } from './bounded.ts'
import { MOST_NAME } from './bounds.ts'
import { Source } from './catalog.ts'
import { LedgerEntry } from './ledger.ts'
import { UsageRow } from './run-result.ts'

/** Something in a run's result that a person may ask "why?" of. Numbers count from 1, as the result writes them. */
export const Reference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), invoice: textOf(MOST_NAME), line: z.int().min(1) }),
  z.strictObject({ kind: z.literal('balance'), period: z.int().min(1) }),
  z.strictObject({ kind: z.literal('block'), period: z.int().min(1) }),
  z.strictObject({ kind: z.literal('alert'), alert: z.int().min(1) }),
  z.strictObject({ kind: z.literal('entry'), entry: z.int().min(1) }),
])
export type Reference = z.infer<typeof Reference>

/** One step of the arithmetic, in words and as a figure. */
export const ExplanationStep = z.strictObject({
  text: z.string(),
  amount: z.string(),
  unit: z.enum(['credits', 'money']),
})
export type ExplanationStep = z.infer<typeof ExplanationStep>

/** Why a figure is what it is: the rule, the arithmetic, the grants and usage behind it, and where the rate is from. */
export const Explanation = z.strictObject({
  title: z.string(),
  rule: z.string(),
  steps: z.array(ExplanationStep),
  /** Movements of credits it rests on. */
  grants: z.array(LedgerEntry),
  usage: z.array(UsageRow),
  /** How the modelled usage behind it moves from month to month and by weekday; left out where it does not. */
  usageRule: z.string().optional(),
  sources: z.array(Source),
})
export type Explanation = z.infer<typeof Explanation>
