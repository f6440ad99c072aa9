import { MOST_ROWS } from '#shared/bounds.ts'
import type { LedgerAccount, LedgerEntry } from '#shared/ledger.ts'
import type { LedgerFilter, LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup, LedgerTotal, LedgerWindow } from '#shared/open-result.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import type { AccountOfRun } from './account-of-run.ts'
import { isMeant } from '../ledger/is-meant.ts'
import { groupsOf } from '../ledger/ledger-groups.ts'
import type { RowWindow } from './rows.ts'

/** What is asked of a ledger as a whole. */
export interface LedgerAsked {
  readonly filter: LedgerFilter
  readonly groupBy: LedgerGrouping | null
}

/** The entries that are as a filter says, and what they come to: all windows of it are cut from this. */
export interface LedgerLook extends Pick<LedgerWindow, 'totals' | 'moved'> {
  /** Every group, however many. */
  readonly groups: readonly LedgerGroup[]
  readonly ledger: readonly LedgerEntry[]
  /** Places of the entries in the ledger. */
  readonly places: readonly number[]
}

export function lookIntoLedger(
  { ledger, periods }: Pick<AccountOfRun, 'ledger' | 'periods'>,
  { filter, groupBy }: LedgerAsked,
): LedgerLook {
  const places: number[] = []
  const entries = ledger.filter((entry, place) => {
    const isOneOfThem = isMeant(entry, filter)
    if (isOneOfThem) places.push(place)
    return isOneOfThem
  })
  return {
    ledger,
    places,
    totals: totalsOf(entries),
    moved: movedBy(entries),
    groups:
      groupBy === null
        ? []
        : groupsOf(ledger, { periods, by: groupBy, isMeant: (entry) => isMeant(entry, filter) }),
  }
}

/** The entries that are asked for, and what all that are as the filter says come to. */
export const ledgerWindow = (
  { ledger, places, totals, moved, groups }: LedgerLook,
  { offset, limit }: RowWindow,
): LedgerWindow => ({
  total: places.length,
  rows: places.slice(offset, offset + limit).flatMap((place) => {
    const entry = ledger[place]
    return entry ? { number: place + 1, ...entry } : []
  }),
  totals,
  moved,
  groups: groups.slice(0, MOST_ROWS),
  groupCount: groups.length,
})

class Total {
  readonly in = new LongSum()
  readonly out = new LongSum()
  readonly unit: LedgerEntry['unit']

  constructor(unit: LedgerEntry['unit']) {
    this.unit = unit
  }
}

function totalsOf(entries: readonly LedgerEntry[]): LedgerTotal[] {
  const totals = new Map<LedgerAccount, Total>()
  const totalOf = (account: LedgerAccount, unit: LedgerEntry['unit']): Total => {
    const known = totals.get(account)
    if (known) return known
    const total = new Total(unit)
    totals.set(account, total)
    return total
  }
  for (const { from, to, unit, amount } of entries) {
    const moved = toMicros(amount)
    totalOf(from, unit).out.add(moved)
    totalOf(to, unit).in.add(moved)
  }
  return [...totals].map(([account, total]) => ({
    account,
    unit: total.unit,
    in: total.in[total.unit],
    out: total.out[total.unit],
  }))
}

function movedBy(entries: readonly LedgerEntry[]): LedgerWindow['moved'] {
  const sums = { credits: new LongSum(), money: new LongSum() }
  for (const { unit, amount } of entries) sums[unit].add(toMicros(amount))
  return { credits: sums.credits.credits, money: sums.money.money }
}
