import type { Plan } from '#shared/catalog.ts'
import type { SeatLimits } from './seats.ts'

/** The seats a plan includes, and the Full seats bought on top. */
export const seatLimitsOf = ({ seats }: Plan, extraSeats = 0): SeatLimits => ({
  full: seats.full.value + extraSeats,
  basic: seats.basic.value,
})
