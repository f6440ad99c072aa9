import type { LedgerAccount } from '#shared/ledger.ts'

/** What each account of the ledger is for, in a customer's words. */
export const LEDGER_RULES: Readonly<Record<LedgerAccount, string>> = {
  'credits.issued': 'Credits are issued with a renewal, a purchase or a grant.',
  'credits.pool': 'The pool holds the credits on hand, of every grant together.',
  'credits.used': 'Credits are used when something is generated.',
  'credits.expired': 'Credits that reach the end of their life unused expire.',
  'credits.forfeited': 'Credits beyond what the plan’s rollover carries or grants are forfeited.',
  'credits.overage': 'Usage beyond the credits on hand is served as overage and charged in money.',
  'credits.grace': 'Where overage is off, the plan serves a small buffer past its credits free.',
  'credits.deficit':
    'Usage beyond all grants may be owed in credits: grants repay it, or a period’s end charges or forgives it.',
  'credits.forgiven': 'What was owed and is forgiven is neither charged nor repaid.',
  'money.customer': 'The customer owes what is invoiced and gets what is credited.',
  'money.subscription':
    'The subscription’s price, with its offers and what a change of plan credits and charges.',
  'money.seats': 'The price of extra Full seats.',
  'money.overage': 'What usage beyond the credits on hand earns.',
  'money.packs': 'What credit packs earn.',
  'money.prepaid': 'The prepaid balance is the customer’s money until usage draws it or it expires.',
  'money.broughtForward': 'Prepaid money the account came with.',
  'money.expired': 'Prepaid money that was not used in time.',
  'money.commitment':
    'What brings a month or year of a commitment up to its minimum, or down to its maximum.',
  'money.discounts': 'What discounts and coupons take off.',
  'money.tax': 'Taxes, contained in prices or added to them.',
  'money.credits': 'What credit notes gave back and later invoices use up.',
}
