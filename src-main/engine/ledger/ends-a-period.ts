import type { LedgerEntry } from '#shared/ledger.ts'

/**
 * Whether a movement of credits is of those that a period's end brings: what leaves the pool unused, or settles what is
 * owed without a grant. Where two periods meet at one instant, such a movement belongs to the first and all else to the
 * second.
 */
export const endsAPeriod = ({ from, to }: Pick<LedgerEntry, 'from' | 'to'>): boolean =>
  from === 'credits.pool' ? to !== 'credits.used' && to !== 'credits.deficit' : to === 'credits.deficit'
