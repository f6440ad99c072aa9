import type { CostKind } from '#shared/cost-kind.ts'

/** What money of a run is for, as a table or a key names it. */
export const COST_KINDS: Readonly<Record<CostKind, string>> = {
  subscription: 'Subscription',
  offer: 'Offer',
  seats: 'Seats',
  proration: 'Proration',
  refund: 'Refund',
  overage: 'Overage',
  prepaidUsage: 'Prepaid usage',
  pack: 'Packs',
  topUp: 'Top-ups',
  trueUp: 'True-up',
  cap: 'Cap',
  discount: 'Discount',
  tax: 'Tax',
}

/** What money is for, as a heading. */
export const costKindName = (kind: CostKind): string => COST_KINDS[kind]

/** The same within a sentence. */
export const costKindInSentence = (kind: CostKind): string => COST_KINDS[kind].toLowerCase()

/** Kinds that take money off: they count below zero, and less of them costs more. */
export const TAKEN_OFF: ReadonlySet<CostKind> = new Set<CostKind>(['offer', 'refund', 'cap', 'discount'])
