import type { CostKind } from '#shared/period-costs.ts'

const NAMES: Readonly<Record<CostKind, string>> = {
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
export const costKindName = (kind: CostKind): string => NAMES[kind]

/** The same within a sentence. */
export const costKindInSentence = (kind: CostKind): string => NAMES[kind].toLowerCase()
