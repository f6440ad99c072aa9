import { LEDGER_NAMES } from '#shared/ledger-names.ts'
import type { LedgerAccount, LedgerEntry } from '#shared/ledger.ts'

export const isLedgerAccount = (text: string): text is LedgerAccount => Object.hasOwn(LEDGER_NAMES, text)

/** An account of the ledger, as people call it. */
export const ledgerAccountName = (account: LedgerAccount): string => LEDGER_NAMES[account]

/** `credits on hand → used`. */
export const creditsMoved = ({ from, to }: Pick<LedgerEntry, 'from' | 'to'>): string =>
  `${LEDGER_NAMES[from]} → ${LEDGER_NAMES[to]}`
