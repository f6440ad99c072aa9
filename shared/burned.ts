import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_NAME, MOST_ROWS } from './bounds.ts'
import { CreditsText, QuantityText } from './decimal.ts'
import { CatalogRef } from './scenario.ts'

/** So much of a product with a model, in the product's unit. */
export const Work = z.strictObject({
  product: textOf(MOST_NAME),
  model: textOf(MOST_NAME),
  quantity: QuantityText,
})
export type Work = z.infer<typeof Work>

export const BurnedInput = z.strictObject({
  catalog: CatalogRef,
  plan: Name,
  work: listOf(Work, { most: MOST_ROWS, what: 'quantities' }),
})

/**
 * The credits that work burns on a plan, rounded once, half-up, to the millionth; or why it has no price there. `unpriced`:
 * no rate is published. `notOffered`: other plans have it. `unknown`: the catalogue does not have it.
 */
export const Burned = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('burns'), credits: CreditsText }),
  z.strictObject({ kind: z.enum(['unpriced', 'notOffered', 'unknown']) }),
])
export type Burned = z.infer<typeof Burned>

/** With the work that it is of: who asks again before an answer comes must not show it beside something else. */
export const BurnedWork = z.strictObject({ work: Work, burned: Burned })
export type BurnedWork = z.infer<typeof BurnedWork>
