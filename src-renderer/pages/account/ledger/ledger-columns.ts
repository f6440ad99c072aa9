import type { LedgerWindow } from '#shared/open-result.ts'
import { ledgerFigure } from '#renderer/finding/ledger-in-words.ts'
import { creditsMoved } from '#renderer/finding/movement-in-words.ts'
import { credits } from '#renderer/format/figures.ts'
import { instantInUtc } from '#renderer/format/moments.ts'
import { decimalRoom } from '#renderer/tables/decimal-room.ts'
import type { Column } from '#renderer/tables/column.ts'

export type LedgerRow = LedgerWindow['rows'][number]

export const NUMBER: Column<LedgerRow> = {
  id: 'number',
  header: 'No.',
  numeric: true,
  figure: ({ number }) => String(number),
  text: ({ number }) => credits(number),
}

export const WHEN: Column<LedgerRow> = {
  id: 'at',
  header: 'When',
  unit: 'UTC',
  text: ({ at }) => instantInUtc(at),
  hint: ({ at }) => at,
}

export const UNIT: Column<LedgerRow> = { id: 'unit', header: 'Unit', text: ({ unit }) => unit }

export const MOVED: Column<LedgerRow> = {
  id: 'moved',
  header: 'From → to',
  text: creditsMoved,
  hint: creditsMoved,
}

export const amountColumn = (sign: string, decimals: number): Column<LedgerRow> => ({
  id: 'amount',
  header: 'Amount',
  unit: `credits or ${sign}`,
  numeric: true,
  decimals,
  figure: ({ amount }) => amount,
  text: ({ amount, unit }) => ledgerFigure(amount, unit),
})

export const REFERENCE: Column<LedgerRow> = {
  id: 'reference',
  header: 'Reference',
  text: ({ reference }) => reference,
  hint: ({ reference }) => reference,
}

/** Room for the decimals of entries; of many those that are known first tell it. */
export const amountDecimals = (rows: readonly LedgerRow[]): number =>
  decimalRoom(rows.map(({ amount, unit }) => ledgerFigure(amount, unit)))

export const ledgerColumns = (sign: string, decimals = 0): readonly Column<LedgerRow>[] => [
  NUMBER,
  WHEN,
  UNIT,
  MOVED,
  amountColumn(sign, decimals),
  REFERENCE,
]
