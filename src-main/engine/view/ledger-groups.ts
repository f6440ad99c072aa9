import type { LedgerEntry } from '#shared/ledger.ts'
import type { LedgerGroup, LedgerGrouping } from '#shared/open-result.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { periodsOf } from '../explain/period-of-entry.ts'

/** A part that an entry has in a group: what it adds to it. */
interface Part {
  readonly key: string
  readonly amount: number
}

type PartsOf = (entry: LedgerEntry) => readonly Part[]

/** What groups are made of; `periods` are those of the account. */
const PARTS: { readonly [By in LedgerGrouping]: (periods: readonly PeriodResult[]) => PartsOf } = {
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

/** Entries, in the order of time, by what they have in common; groups in the order in which they first appear. */
export function groupsOf(
  entries: readonly LedgerEntry[],
  periods: readonly PeriodResult[],
  by: LedgerGrouping,
): readonly LedgerGroup[] {
  const partsOf = PARTS[by](periods)
  const groups = new Map<string, Group>()
  for (const entry of entries)
    for (const { key, amount } of partsOf(entry)) {
      const group = groups.get(key) ?? new Group()
      groups.set(key, group)
      group.count += 1
      group[entry.unit].add(amount)
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
