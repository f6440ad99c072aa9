import * as z from './zod.ts'
import { RunCost } from './analysis.ts'
import { listOf, Name } from './bounded.ts'
import { MOST_ITEMS } from './bounds.ts'
import { CreditsText, DateText, InstantText } from './decimal.ts'
import { Problem } from './problem.ts'
import { Scenario } from './scenario.ts'

/** Basic members who would hold Full seats. */
export const FullSeatInput = z.strictObject({
  scenario: Scenario,
  members: listOf(Name, { most: MOST_ITEMS, what: 'members' }).min(1),
  /** From when on; from the start of the run, or of their membership, where left out. */
  from: DateText.optional(),
})
export type FullSeatInput = z.infer<typeof FullSeatInput>

/** What some members on Full seats change, beside the account as it is; or why it cannot be done. */
export const FullSeatCost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('billed'),
    members: z.array(z.string()),
    /** Full seats bought for them, where those there are do not do; at the start of the run they are in its first term. */
    bought: z.array(z.strictObject({ at: InstantText, count: z.int() })),
    cost: RunCost,
    /** Total less that of the account as it is; negative where seats are cheaper by the dozen. */
    difference: z.string(),
    /** Credits of the whole account that are blocked no more; negative where others go short instead. */
    unblockedCredits: z.string(),
    /** Of each of the members, what was not served and what would not be. */
    lost: z.array(z.strictObject({ member: z.string(), asIs: CreditsText, onFullSeat: CreditsText })),
  }),
  z.strictObject({
    kind: z.literal('cannot'),
    members: z.array(z.string()),
    /** Why, and what would free a seat. */
    problems: z.array(Problem),
  }),
])
export type FullSeatCost = z.infer<typeof FullSeatCost>

export const FullSeats = z.strictObject({
  from: DateText,
  asIs: RunCost,
  /** Each member by themselves, in the order they were asked for. */
  each: z.array(FullSeatCost),
  /** All of them who hold a Basic seat at all. */
  together: FullSeatCost,
})
export type FullSeats = z.infer<typeof FullSeats>
