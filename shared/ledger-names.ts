import type { LedgerAccount } from './ledger.ts'

/** The accounts of the ledger, as people call them. */
export const LEDGER_NAMES: Readonly<Record<LedgerAccount, string>> = {
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
