import type { Plan } from '#shared/catalog.ts'
import type { SeatLimits } from './seats.ts'

/** The seats a plan includes, and the Full seats bought on top. */
export const seatLimitsOf = ({ seats }: Plan, extraSeats = 0): SeatLimits => ({
  full: seats.full.value + extraSeats,
  basic: seats.basic.value,
})

/** All the seats a plan can have, with every Full seat that it sells; endless where the contract says how many. */
export const mostSeatsOf = (plan: Plan): SeatLimits => seatLimitsOf(plan, seatsForSale(plan, 0) ?? Infinity)

/** Of Full seats bought those that the plan sells: the others are none. */
export const soldBy = (plan: Plan, extraSeats: number): number =>
  Math.min(extraSeats, seatsForSale(plan, 0) ?? Infinity)

/** Full seats that the plan sells beyond those it includes and `extraSeats`; null where the contract says how many. */
export function seatsForSale({ seats: { full, purchase } }: Plan, extraSeats: number): number | null {
  if (purchase === null) return 0
  return purchase.limit === null ? null : Math.max(0, purchase.limit.value - full.value - extraSeats)
}
