import type { LineKind } from '#shared/invoice.ts'
import type { Instant } from '../calendar/civil.ts'
import { isNegative } from '../exact/rational.ts'
import type { DraftLine } from './draft.ts'

/** The part of a term that a line is about; null for lines that are about none. */
export function partOf({ charge }: Pick<DraftLine, 'charge'>): 'plan' | 'seats' | null {
  switch (charge.kind) {
    case 'subscription':
    case 'offer':
    case 'proration':
    case 'refund':
      return 'plan'
    case 'seats':
      return 'seats'
    default:
      return null
  }
}

/** The kinds of line that may give back a part of a price; an offer is a lower price, no credit. */
const GIVES_BACK: ReadonlySet<LineKind> = new Set(['proration', 'refund', 'seats'])

/** What a change or a refund gives back of the plan's price, or of that of extra seats. */
export const isCredit = ({ charge, amount }: DraftLine): boolean =>
  GIVES_BACK.has(charge.kind) && isNegative(amount)

/**
 * Whether a line counts with what was charged for the term that ends at `end`. One that does not takes its place: a
 * new term, or the rest of this one, for which what was paid before has been credited or is over.
 */
export const adds = (line: DraftLine, end: Instant): boolean =>
  line.charge.to === end &&
  (line.charge.addsToTerm === true || line.charge.kind === 'offer' || isCredit(line))
