import * as z from './zod.ts'
import { Source } from './catalog.ts'
import { LedgerEntry } from './ledger.ts'
import { Reference } from './reference.ts'
import { UsageRow } from './run-result.ts'

/** One step of the arithmetic, in words and as a figure. */
export const ExplanationStep = z.strictObject({
  text: z.string(),
  amount: z.string(),
  unit: z.enum(['credits', 'money']),
  /** What explains this figure in its turn. */
  leadsTo: Reference.optional(),
  /** All steps before it, but for sums, add up to it exactly. */
  isSum: z.literal(true).optional(),
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
  /** Fields of the scenario that decide it, those that say most first; left out where it is of everything. */
  decidedBy: z.array(z.string()).optional(),
})
export type Explanation = z.infer<typeof Explanation>
