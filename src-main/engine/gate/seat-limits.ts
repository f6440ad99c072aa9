import type { Plan } from '#shared/catalog.ts'
import type { SeatLimits } from './seats.ts'

/** The seats a plan includes. */
export const seatLimitsOf = ({ seats }: Plan): SeatLimits => ({
  full: seats.full.value,
  basic: seats.basic.value,
})
