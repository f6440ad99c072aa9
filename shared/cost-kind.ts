import * as z from './zod.ts'
import { LineKind } from './invoice.ts'

/**
 * What money of a run is for: the kinds of lines before discounts and added tax, what discounts take off, negative, and
 * the tax that is added; tax that prices contain is in the lines. All together are the total.
 */
export const CostKind = z.enum([...LineKind.options, 'discount', 'tax'])
export type CostKind = z.infer<typeof CostKind>
