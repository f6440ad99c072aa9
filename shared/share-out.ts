import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_NAME, MOST_PEOPLE } from './bounds.ts'
import { QuantityText } from './decimal.ts'
import { ModelledUsage } from './usage.ts'

/** How much of a whole somebody has: so many parts, of all that are given. */
export const Share = z.strictObject({
  /** A member or a workspace. */
  id: Name,
  /** The workspace of a member where that is named: what a workspace uses is shared among its own members. */
  workspace: Name.optional(),
  parts: z.int().min(0).max(1_000_000),
})
export type Share = z.infer<typeof Share>

/**
 * Usage by product that is shared out. Among members goes what nobody is named for, and what members have already; among
 * workspaces goes what neither a member nor a key is named for. What a key uses stays the key's.
 */
export const ShareOutInput = z.strictObject({
  usage: ModelledUsage,
  among: z.enum(['members', 'workspaces']),
  shares: listOf(Share, { most: MOST_PEOPLE, what: 'shares' }).min(1),
})
export type ShareOutInput = z.infer<typeof ShareOutInput>

/** What somebody uses of a product with a model, by name, was one figure and becomes another. */
export const NamedUsageInput = z.strictObject({
  usage: ModelledUsage,
  product: textOf(MOST_NAME),
  model: textOf(MOST_NAME),
  before: QuantityText,
  after: QuantityText,
})
export type NamedUsageInput = z.infer<typeof NamedUsageInput>
