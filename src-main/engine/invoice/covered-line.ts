import { isNegative } from '../exact/rational.ts'
import type { DraftLine } from './draft.ts'
import { LINE_KINDS } from './line-kinds.ts'

/** The part of a term that a line is about; null for lines that are about none. */
export const partOf = ({ charge }: Pick<DraftLine, 'charge'>): 'plan' | 'seats' | null =>
  LINE_KINDS[charge.kind].part

/** The part of one paid term that a line is about, by its key; null for lines that are about none. */
export function termPartOf(line: Pick<DraftLine, 'charge'>): string | null {
  const part = partOf(line)
  return part === null ? null : `${part} ${line.charge.term}`
}

/** What a change or a refund gives back of the plan's price, or of that of extra seats. */
export const isCredit = ({ charge, amount }: DraftLine): boolean =>
  LINE_KINDS[charge.kind].givesBack && isNegative(amount)

/**
 * Whether a line counts with what was charged for `term`. One that does not takes its place: a new term, or the rest of
 * this one, for which what was paid before has been credited or is over.
 */
export const adds = (line: DraftLine, term: number | null): boolean =>
  line.charge.term === term &&
  (line.charge.addsToTerm === true || line.charge.kind === 'offer' || isCredit(line))
