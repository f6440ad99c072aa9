import * as z from './zod.ts'
import { textOf } from './bounded.ts'
import { MOST_TEXT } from './bounds.ts'
import { DateText } from './decimal.ts'
import { LedgerAccount, LedgerEntry } from './ledger.ts'

/** Which entries of a ledger are meant; what is left out holds for all of them. */
export const LedgerFilter = z.strictObject({
  unit: LedgerEntry.shape.unit.optional(),
  /** Which they leave or enter. */
  account: LedgerAccount.optional(),
  /** The grant or invoice line that they belong to, word for word. */
  reference: textOf(MOST_TEXT).optional(),
  /** From the beginning of this day (UTC). */
  from: DateText.optional(),
  /** Up to the beginning of this day. */
  to: DateText.optional(),
})
export type LedgerFilter = Readonly<z.infer<typeof LedgerFilter>>

export const LedgerGrouping = z.enum(['account', 'period', 'reference'])
export type LedgerGrouping = z.infer<typeof LedgerGrouping>
