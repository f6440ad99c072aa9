import * as z from './zod.ts'
import { BasicSeatsHeld, FullSeatsHeld } from './seat-report.ts'

/** The seats of a scenario on its first day, before any dated change, whether or not everybody fits them. */
export const SeatCount = z.strictObject({
  plan: z.string(),
  /** Full seats bought beyond the plan's, as the scenario has them. */
  extraSeats: z.int(),
  /** The plan is sold by negotiation: how many seats it has of either kind is what the contract says. */
  isByContract: z.boolean(),
  full: FullSeatsHeld,
  basic: BasicSeatsHeld,
  /** Members who are locked already and hold no seat. */
  locked: z.int(),
  /** Members who need a seat. */
  people: z.int(),
  /** How many of them would have none, seated as they fit best. */
  withoutSeat: z.int(),
  /** Why the members do not fit, and what would free a seat; null where they do. */
  problem: z.string().nullable(),
  /** Whom a plan with so few seats locks: all but the owner, in the order they joined; nobody where everybody fits. */
  wouldLock: z.array(z.string()),
})
export type SeatCount = z.infer<typeof SeatCount>
