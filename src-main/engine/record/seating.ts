import type { SeatHeld } from '#shared/seat-report.ts'

interface SeatCounts {
  readonly full: number
  readonly basic: number
}

/** The seats of an account at a moment. */
export interface Seating {
  /** The plan's id. */
  readonly plan: string
  /** Full seats bought beyond the plan's. */
  readonly extraSeats: number
  readonly limits: SeatCounts
  /** Seats that members hold, and how many members are locked and hold none. */
  readonly held: SeatCounts & { readonly locked: number }
}

/** What a member holds from a moment on. */
export interface Reseated {
  readonly member: string
  readonly holds: SeatHeld
}
