import type { CostKind } from '#shared/cost-kind.ts'
import type { CreditLayer, LayerMark } from '#shared/credit-layers.ts'
import type { LedgerAccount } from '#shared/ledger.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { SeatHeld } from '#shared/seat-report.ts'

/*
 * What the screens call what the engine tells apart, said here once more, so that a figure that stands under another's
 * name is seen.
 */

export const COST: Readonly<Record<CostKind, string>> = {
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

export const CAUSE: Readonly<Record<BlockCause, string>> = {
  poolEmpty: 'no credits left',
  notEnoughLeft: 'too few credits left',
  spendLimit: 'spend limit',
  ceiling: 'Basic ceiling',
  groupLimit: 'group limit',
  keyLimit: 'key limit',
  locked: 'locked',
  noSeat: 'no seat',
  noFeature: 'not on the plan',
  workspaceLimit: 'workspace limit',
  workspaceRemoved: 'workspace removed',
  requestTooLarge: 'request too large',
  walletEmpty: 'prepaid balance empty',
}

export const LAYER: Readonly<Record<CreditLayer, string>> = {
  fresh: 'This period’s',
  rolledOver: 'Rolled over',
  seat: 'Seats',
  pack: 'Packs',
  prepaid: 'Prepaid',
  gift: 'Gifts and trial',
}

export const MARK: Readonly<Record<LayerMark['kind'], string>> = {
  renewal: 'Renewal',
  planCredits: 'Credits of the plan',
  seats: 'Credits of seats',
  pack: 'Pack',
  gift: 'Gift',
  trial: 'Trial credits',
  rollover: 'Rolled over',
  expiry: 'Expired',
  forfeit: 'Forfeited',
  repayment: 'Repaid what was owed',
  planChange: 'Change of plan',
  ranOut: 'Credits ran out',
  blocked: 'Usage held back',
  spendLimit: 'Spend limit reached',
  topUp: 'Prepaid balance topped up',
}

export const HOLDS: Readonly<Record<SeatHeld, string>> = {
  full: 'Full',
  basic: 'Basic',
  locked: 'Locked',
  elsewhere: 'In a workspace by itself',
  none: 'No member',
}

export const ACCOUNT: Readonly<Record<LedgerAccount, string>> = {
  'credits.issued': 'issued',
  'credits.pool': 'credits on hand',
  'credits.used': 'used',
  'credits.expired': 'expired',
  'credits.forfeited': 'forfeited',
  'credits.overage': 'overage',
  'credits.grace': 'grace',
  'credits.deficit': 'owed in credits',
  'credits.forgiven': 'forgiven',
  'money.customer': 'the customer',
  'money.subscription': 'subscription',
  'money.seats': 'seats',
  'money.overage': 'overage',
  'money.packs': 'credit packs',
  'money.prepaid': 'prepaid balance',
  'money.broughtForward': 'brought forward',
  'money.expired': 'expired money',
  'money.commitment': 'commitment',
  'money.discounts': 'discounts',
  'money.tax': 'tax',
  'money.credits': 'credit notes',
}
