import * as z from './zod.ts'
import { InstantText } from './decimal.ts'

/** The accounts of the ledger, by unit. What each is for is told by the engine's rules of explanation. */
export const LedgerAccount = z.enum([
  'credits.issued',
  'credits.pool',
  'credits.used',
  'credits.expired',
  'credits.forfeited',
  'credits.overage',
  'credits.grace',
  'credits.deficit',
  'credits.forgiven',
  'money.customer',
  'money.subscription',
  'money.seats',
  'money.overage',
  'money.packs',
  'money.prepaid',
  'money.broughtForward',
  'money.expired',
  'money.commitment',
  'money.discounts',
  'money.tax',
  'money.credits',
])
export type LedgerAccount = z.infer<typeof LedgerAccount>

/** One movement between two accounts of the ledger: what leaves `from` enters `to`, so each unit sums to zero. */
export const LedgerEntry = z.strictObject({
  at: InstantText,
  unit: z.enum(['credits', 'money']),
  from: LedgerAccount,
  to: LedgerAccount,
  amount: z.string(),
  /** The grant or invoice line it belongs to. */
  reference: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>
