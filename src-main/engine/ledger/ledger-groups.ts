import type { LedgerEntry } from '#shared/ledger.ts'
import type { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup } from '#shared/open-result.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { periodsOf } from './period-of-entry.ts'

/** A part that an entry has in a group: what it adds to it. */
export interface GroupPart {
  readonly key: string
  readonly amount: number
}

export type PartsOf = (entry: LedgerEntry) => readonly GroupPart[]

/** What groups are made of, told of all entries of a ledger in the order of time; `periods` are those of the account. */
export const GROUP_PARTS: { readonly [By in LedgerGrouping]: (periods: readonly PeriodResult[]) => PartsOf } =
  {
    account:
      () =>
      ({ from, to, amount }) => {
        const moved = toMicros(amount)
        if (from === to) return [{ key: to, amount: 0 }]
        return [
          { key: from, amount: -moved },
          { key: to, amount: moved },
        ]
      },
    period: (periods) => {
      const periodOf = periodsOf(periods)
      return (entry) => [{ key: String(periodOf(entry)), amount: toMicros(entry.amount) }]
    },
    reference:
      () =>
      ({ reference, amount }) => [{ key: reference, amount: toMicros(amount) }],
  }

/** Those entries of a ledger that are meant, by what they have in common; groups in the order in which they first appear. */
export function groupsOf(
  ledger: readonly LedgerEntry[],
  {
    periods,
    by,
    isMeant,
  }: {
    readonly periods: readonly PeriodResult[]
    readonly by: LedgerGrouping
    readonly isMeant: (entry: LedgerEntry) => boolean
  },
): readonly LedgerGroup[] {
  const partsOf = GROUP_PARTS[by](periods)
  const groups = new Map<string, Group>()
  for (const entry of ledger) {
    // It is told of every entry, of those as well that are not meant.
    const parts = partsOf(entry)
    if (!isMeant(entry)) continue
    for (const { key, amount } of parts) {
      const group = groups.get(key) ?? new Group()
      groups.set(key, group)
      group.count += 1
      group[entry.unit].add(amount)
    }
  }
  return [...groups].map(([key, { count, credits, money }]) => ({
    key,
    count,
    credits: credits.credits,
    money: money.money,
  }))
}

class Group {
  count = 0
  readonly credits = new LongSum()
  readonly money = new LongSum()
}
