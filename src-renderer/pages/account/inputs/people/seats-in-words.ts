import { plural } from '#renderer/format/figures.ts'
import type { SeatCount } from './use-seat-count.ts'

/** What it means that so many seats are held; empty where there is nothing to say. */
export function seatsInWords({ plan, held, limits, fits }: SeatCount): string {
  if (limits === null) return 'Seats were bought or agreed beside the plan’s.'
  if (held.full > limits.full)
    return `${plan} has ${plural(limits.full, 'Full seat')}: move, lock or remove somebody.`
  if (!fits) return `${plan} has too few seats: lock or remove somebody.`
  if (held.basic > limits.basic) return 'Unused Full seats hold the other Basic members.'
  return ''
}
