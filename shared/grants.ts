import * as z from './zod.ts'
import { WhenText } from './account.ts'
import { Name } from './bounded.ts'
import { SomeUnits } from './charge.ts'
import { CreditsText } from './decimal.ts'

/** Fills a grant up to its full amount at `anchor` + n × `every` `unit`; month ends are clamped. */
export const Recurrence = z.strictObject({
  every: z.int().min(1).max(1200),
  unit: z.enum(['day', 'week', 'month', 'year']),
  /** Left out: the grant's start. */
  anchor: WhenText.optional(),
})
export type Recurrence = z.infer<typeof Recurrence>

/**
 * Credits that do not come with the subscription. They can be used on `[start, expires)`, stay through changes of plan,
 * and do not roll over as the plan's do: where `rollover` is given, each start of a billing period makes the balance
 * min(max, max(min, balance)); what that cuts is forfeited, what it adds is granted. Source: DESIGN §4.
 */
export const CustomGrant = z.strictObject({
  id: Name,
  source: z.enum(['gift', 'pack']).default('gift'),
  amount: SomeUnits,
  /** Lower is used first, under the burn order that asks for it; the plan's credits have 0. */
  priority: z.int().min(-1000).max(1000).default(0),
  start: WhenText,
  /** Left out: never. */
  expires: WhenText.optional(),
  recurrence: Recurrence.optional(),
  rollover: z
    .strictObject({ min: CreditsText.default('0'), max: CreditsText.nullable().default(null) })
    .optional(),
})
export type CustomGrant = z.infer<typeof CustomGrant>
