import type { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup, LedgerTotal, LedgerWindow } from '#shared/open-result.ts'
import { accountWithUnit, GROUPINGS, ledgerFigure } from '#renderer/finding/ledger-in-words.ts'
import { isLedgerAccount } from '#renderer/finding/movement-in-words.ts'
import { credits } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { decimalRoom } from '#renderer/tables/decimal-room.ts'
import { NO_FIGURE } from '#renderer/tables/figure-columns.ts'

/** What a group is called. */
export function groupName(by: LedgerGrouping, { key }: LedgerGroup): string {
  switch (by) {
    case 'account':
      return isLedgerAccount(key) ? accountWithUnit(key) : key
    case 'period':
      return `Period ${key}`
    case 'reference':
      return key
  }
}

const ENTRIES: Column<LedgerGroup> = {
  id: 'count',
  header: 'Entries',
  numeric: true,
  figure: ({ count }) => String(count),
  text: ({ count }) => credits(count),
}

const moved = (unit: 'credits' | 'money', header: string, sign: string): Column<LedgerGroup> => ({
  id: unit,
  header,
  unit: unit === 'credits' ? 'credits' : sign,
  numeric: true,
  figure: (group) => group[unit],
  text: (group) => ledgerFigure(group[unit], unit),
})

type End = 'in' | 'out'

/** What entered or left the account of a group. */
function endColumn(
  end: End,
  header: string,
  totals: readonly LedgerTotal[],
  unit: string,
): Column<LedgerGroup> {
  const totalOf = ({ key }: LedgerGroup) => totals.find(({ account }) => account === key)
  return {
    id: end,
    header,
    unit,
    numeric: true,
    figure: (group) => totalOf(group)?.[end] ?? null,
    text: (group) => {
      const total = totalOf(group)
      return total === undefined ? NO_FIGURE : ledgerFigure(total[end], total.unit)
    },
  }
}

/** The figures of groups: of accounts what entered and left them, of anything else what moved. */
export function groupColumns(
  by: LedgerGrouping,
  totals: readonly LedgerTotal[],
  sign: string,
): readonly Column<LedgerGroup>[] {
  if (by !== 'account')
    return [ENTRIES, moved('credits', 'Credits moved', sign), moved('money', 'Money moved', sign)]
  const unit = `credits or ${sign}`
  const left: Column<LedgerGroup> = {
    id: 'left',
    header: 'In less out',
    unit,
    numeric: true,
    figure: (group) => (group.key.startsWith('credits.') ? group.credits : group.money),
    text: (group) =>
      group.key.startsWith('credits.')
        ? ledgerFigure(group.credits, 'credits')
        : ledgerFigure(group.money, 'money'),
  }
  return [ENTRIES, endColumn('in', 'In', totals, unit), endColumn('out', 'Out', totals, unit), left]
}

/** The columns with room for the decimals that groups and their totals have. */
export function withDecimals(
  columns: readonly Column<LedgerGroup>[],
  groups: readonly LedgerGroup[],
  totals: readonly TotalRow[],
): readonly Column<LedgerGroup>[] {
  return columns.map((column) => ({
    ...column,
    decimals: decimalRoom([
      ...groups.map((group) => column.text(group)),
      ...totals.flatMap(({ cells }) => cells.filter(({ id }) => id === column.id).map(({ text }) => text)),
    ]),
  }))
}

/** The same with what each group is called, as a copy has them. */
export const copyColumns = (
  by: LedgerGrouping,
  totals: readonly LedgerTotal[],
  sign: string,
): readonly Column<LedgerGroup>[] => [
  { id: 'name', header: GROUPINGS[by].head, text: (group) => groupName(by, group) },
  ...groupColumns(by, totals, sign),
]

/** A row under all groups: what it is called, and its figures as they are printed. */
export interface TotalRow {
  readonly name: string
  readonly cells: readonly { readonly id: string; readonly text: string }[]
  /** What it is the sum of. */
  readonly units: readonly ('credits' | 'money')[]
}

/** What all entries that match come to. Each leaves one account and enters another, so that both ends are what moved. */
export function totalRows(by: LedgerGrouping, { total, moved: all }: LedgerWindow): readonly TotalRow[] {
  const money = ledgerFigure(all.money, 'money')
  const whole = ledgerFigure(all.credits, 'credits')
  if (by !== 'account') {
    return [
      {
        name: 'All entries',
        cells: [
          { id: 'count', text: credits(total) },
          { id: 'credits', text: whole },
          { id: 'money', text: money },
        ],
        units: ['credits', 'money'],
      },
    ]
  }
  const ofUnit = (name: string, text: string, unit: 'credits' | 'money'): TotalRow => ({
    name,
    units: [unit],
    cells: [
      { id: 'count', text: '' },
      { id: 'in', text },
      { id: 'out', text },
      { id: 'left', text: '0' },
    ],
  })
  return [ofUnit('All credits', whole, 'credits'), ofUnit('All money', money, 'money')]
}
