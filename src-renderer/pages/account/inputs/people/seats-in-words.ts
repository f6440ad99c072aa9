import type { SeatCount } from '#shared/seat-count.ts'
import { sentences } from '#renderer/finding/counted.ts'
import { plural } from '#renderer/format/figures.ts'
import { whoInWords } from './person-facts.ts'

type Counted = Pick<SeatCount, 'problem' | 'wouldLock' | 'full' | 'isByContract'>

/** What it means that so many seats are held; empty where there is nothing to say. */
export function seatsInWords({ problem, wouldLock, full, isByContract }: Counted): string {
  if (problem !== null)
    return sentences(problem, wouldLock.length === 0 ? '' : `It would lock ${whoInWords(wouldLock)}.`)
  if (full.holdBasic > 0)
    return `Unused Full seats hold ${plural(full.holdBasic, 'Basic member')} beyond the Basic seats.`
  return isByContract ? 'How many seats there are is what the contract says.' : ''
}

/** Said of somebody whom the plan would lock. */
export const lockInWords = (member: string): string =>
  `The plan would lock ${member}, for it has too few seats.`
