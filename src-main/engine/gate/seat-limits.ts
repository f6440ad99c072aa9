import type { Plan } from '#shared/catalog.ts'
import type { SeatLimits } from './seats.ts'

/** The seats a plan includes, and the Full seats bought on top. */
export const seatLimitsOf = ({ seats }: Plan, extraSeats = 0): SeatLimits => ({
  full: seats.full.value + extraSeats,
  basic: seats.basic.value,
})

/** Full seats that the plan sells beyond those it includes and `extraSeats`; null where the contract says how many. */
export function seatsForSale({ seats: { full, purchase } }: Plan, extraSeats: number): number | null {
  if (purchase === null) return 0
  return purchase.limit === null ? null : Math.max(0, purchase.limit.value - full.value - extraSeats)
}
