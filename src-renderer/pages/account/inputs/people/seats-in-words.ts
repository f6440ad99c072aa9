import type { SeatCount } from '#shared/seat-count.ts'
import { sentences } from '#renderer/finding/counted.ts'
import { withoutSeatInWords } from '#renderer/finding/plan-fit-in-words.ts'
import { plural } from '#renderer/format/figures.ts'

type Counted = Pick<SeatCount, 'problem' | 'people' | 'withoutSeat' | 'full' | 'isByContract'>

/** What it means that so many seats are held; empty where there is nothing to say. */
export function seatsInWords({ problem, people, withoutSeat, full, isByContract }: Counted): string {
  if (problem !== null) return sentences(withoutSeatInWords(withoutSeat, people), problem)
  if (full.holdBasic > 0)
    return `Unused Full seats hold ${plural(full.holdBasic, 'Basic member')} beyond the Basic seats.`
  return isByContract ? 'The contract says how many seats there are.' : ''
}

/** Said of somebody who is locked where an account is moved to a plan with too few seats. */
export const lockInWords = (member: string): string =>
  `There is no seat for everybody; a move to a plan with so few would lock ${member}.`
