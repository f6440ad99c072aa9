import type { LedgerFilter } from '#shared/ledger-filter.ts'
import type { LedgerEntry } from '#shared/ledger.ts'

/** Whether an entry is as a filter says. A day comes before every instant of it, as texts do. */
export const isMeant = (entry: LedgerEntry, { unit, account, reference, from, to }: LedgerFilter): boolean =>
  (unit === undefined || entry.unit === unit) &&
  (account === undefined || entry.from === account || entry.to === account) &&
  (reference === undefined || entry.reference === reference) &&
  (from === undefined || entry.at >= from) &&
  (to === undefined || entry.at < to)
