import type { Instant } from '../calendar/civil.ts'
import { isNegative } from '../exact/rational.ts'
import type { DraftLine } from './bill.ts'

/** The part of a term that a line is about; null for lines that are about none. */
export function partOf({ charge }: DraftLine): 'plan' | 'seats' | null {
  switch (charge.kind) {
    case 'subscription':
    case 'offer':
    case 'proration':
      return 'plan'
    case 'seats':
      return 'seats'
    default:
      return null
  }
}

/** What a change gives back of the plan's price, or of that of extra seats; an offer is a lower price, no credit. */
export const isCredit = ({ charge, amount }: DraftLine): boolean =>
  (charge.kind === 'proration' || charge.kind === 'seats') && isNegative(amount)

/**
 * Whether a line counts with what was charged for the term that ends at `end`. One that does not takes its place: a
 * new term, or the rest of this one, for which what was paid before has been credited or is over.
 */
export const adds = (line: DraftLine, end: Instant): boolean =>
  line.charge.to === end &&
  (line.charge.addsToTerm === true || line.charge.kind === 'offer' || isCredit(line))
