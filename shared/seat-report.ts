import * as z from './zod.ts'
import { CreditsText, InstantText } from './decimal.ts'
import { BlockCause } from './run-result.ts'

/**
 * What somebody holds at a moment: a seat of either kind; none, being locked; none here, in a workspace that is not linked;
 * or none at all, being no member yet or any more.
 */
export const SeatHeld = z.enum(['full', 'basic', 'locked', 'elsewhere', 'none'])
export type SeatHeld = z.infer<typeof SeatHeld>

/**
 * The Full seats of an account. Basic members fill the Basic seats first; those beyond them sit on Full slots that are not
 * in use. Limit = held + holding Basic members + free, unless all seats of both kinds together leave fewer free.
 */
export const FullSeatsHeld = z.strictObject({
  /** Full members who are not locked. */
  held: z.int(),
  /** Those of the plan and those bought. */
  limit: z.int(),
  /** Of the Full slots, those that Basic members sit on. */
  holdBasic: z.int(),
  /** How many more Full members fit. */
  free: z.int(),
  /** How many more the plan sells; zero where it sells none, null where as many as the contract says. */
  forSale: z.int().nullable(),
})
export type FullSeatsHeld = z.infer<typeof FullSeatsHeld>

export const BasicSeatsHeld = z.strictObject({
  /** Basic members who are not locked, on whatever slots. */
  held: z.int(),
  limit: z.int(),
  /** How many more Basic members fit, on Basic seats or on Full slots that are not in use. */
  free: z.int(),
})
export type BasicSeatsHeld = z.infer<typeof BasicSeatsHeld>

/** The seats of an account on `[from, to)`, in which neither they nor who holds them change. */
export const SeatStep = z.strictObject({
  from: InstantText,
  to: InstantText,
  plan: z.string(),
  /** Full seats bought beyond the plan's. */
  extraSeats: z.int(),
  /** The plan is sold by negotiation: how many seats it has of either kind is what the contract says. */
  isByContract: z.boolean(),
  full: FullSeatsHeld,
  basic: BasicSeatsHeld,
  /** Members of the account who are locked and hold no seat. */
  locked: z.int(),
})
export type SeatStep = z.infer<typeof SeatStep>

/** A change that needs a seat, or gives some back, and was refused. */
export const SeatRefusal = z.strictObject({
  at: InstantText,
  /** `changes.3`: its place in the scenario. */
  path: z.string(),
  kind: z.enum(['inviteMember', 'unlockMember', 'changeSeat', 'linkWorkspace', 'buySeats', 'removeSeats']),
  /** The member, or the workspace whose members would need seats; null where it is the whole account. */
  who: z.string().nullable(),
  /** Why, and what would free a seat. */
  why: z.string(),
})
export type SeatRefusal = z.infer<typeof SeatRefusal>

/** What somebody was not served in a period, of one cause. */
export const Stop = z.strictObject({
  period: z.int(),
  cause: BlockCause,
  /** The member, billing group, API key or workspace that was held back; null where it is the whole account. */
  subject: z.string().nullable(),
  /** When they were first stopped in the period; modelled usage is spread over its days. */
  at: InstantText,
  credits: CreditsText,
  /** Requests that were not served; modelled usage has none to count. */
  requests: z.int(),
})
export type Stop = z.infer<typeof Stop>

/** A member against the monthly ceiling in a period in which they held a Basic seat for some time. */
export const UnderCeiling = z.strictObject({
  period: z.int(),
  /** Served of what counts toward the ceiling, on whatever seat. Source: seed 001. */
  used: CreditsText,
  /** That of the plan in force when the period ends; null where it has none. */
  ceiling: CreditsText.nullable(),
  /** When nothing of what counts was served any more; null where that did not happen. */
  reachedAt: InstantText.nullable(),
  /** The ceiling that was reached then, which another plan's may have taken the place of since; null where none was. */
  reachedCeiling: CreditsText.nullable(),
  /** Not served because of the ceiling. */
  blockedCredits: CreditsText,
})
export type UnderCeiling = z.infer<typeof UnderCeiling>

/** What was used and not served, of one member or of all usage that names nobody. */
export const Served = z.strictObject({
  servedCredits: CreditsText,
  /** All that was not served, of whatever cause. */
  lostCredits: CreditsText,
  lostRequests: z.int(),
  /** In the order they happened. */
  stops: z.array(Stop),
})
export type Served = z.infer<typeof Served>

export const MemberSeats = Served.extend({
  member: z.string(),
  /** What they held, each until the next. */
  seats: z.array(z.strictObject({ from: InstantText, holds: SeatHeld })),
  /** Of the periods in which they held a Basic seat for some time, on a plan that has a ceiling or had one. */
  ceilings: z.array(UnderCeiling),
})
export type MemberSeats = z.infer<typeof MemberSeats>

/** All that one cause kept from being served, of whomever. */
export const StoppedBy = z.strictObject({
  cause: BlockCause,
  /** How many members it stopped; none where it stopped only usage that names nobody. */
  members: z.int(),
  /** When the first use was stopped. */
  firstAt: InstantText,
  credits: CreditsText,
  requests: z.int(),
})
export type StoppedBy = z.infer<typeof StoppedBy>

/** Who held which seats of an account over a run, who was refused one, and who was stopped by what. */
export const SeatReport = z.strictObject({
  /** From the start of the run to its end, without a gap. */
  steps: z.array(SeatStep),
  refusals: z.array(SeatRefusal),
  /** Whoever lost most credits first, then whoever lost most requests, then in the order they joined. */
  members: z.array(MemberSeats),
  /** Usage that names no member and no key of one. */
  nameless: Served,
  /** All members and usage that names nobody together, by cause; the cause of most credits first, then of most requests. */
  stopped: z.array(StoppedBy),
  /** The monthly ceiling of a Basic seat, where it was one and the same for all of them at all times; else null. */
  ceiling: CreditsText.nullable(),
})
export type SeatReport = z.infer<typeof SeatReport>
