import type { CostKind } from '#shared/cost-kind.ts'
import { LINE_KINDS } from '../invoice/line-kinds.ts'

/** What money is for, as a step of arithmetic says it. */
const WORDS: Readonly<Record<CostKind, string>> = {
  subscription: 'Subscription',
  offer: 'Offers',
  seats: 'Extra Full seats',
  proration: 'Changes of plan',
  refund: 'Refunds',
  overage: 'Overage',
  prepaidUsage: 'Prepaid usage',
  pack: 'Credit packs',
  topUp: 'Top-ups of the prepaid balance',
  trueUp: 'Up to the minimum of the commitment',
  cap: 'Down to the maximum of the commitment',
  discount: 'Discounts',
  tax: 'Tax added to prices',
}

export const kindWords = (kind: CostKind): string => WORDS[kind]

/** The rule behind money of a kind, in a customer's words. */
export function kindRule(kind: CostKind): string {
  switch (kind) {
    case 'discount':
      return 'What discounts and coupons take off the lines of the invoices.'
    case 'tax':
      return 'Taxes that are added to prices; each line bears its part. Tax that prices contain is in their lines.'
    default:
      return LINE_KINDS[kind].rule
  }
}
