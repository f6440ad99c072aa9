import * as z from './zod.ts'
import { ComparisonTerms } from './comparison.ts'
import { CreditsText } from './decimal.ts'
import { ComparedReference } from './reference.ts'

/** A figure of a plan, for one monthly usage; see `CompareInput`. */
export const ExplainComparedInput = z.strictObject({
  ...ComparisonTerms.shape,
  usage: CreditsText,
  reference: ComparedReference,
})
export type ExplainComparedInput = z.infer<typeof ExplainComparedInput>
