import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'
import type { TablePart } from '#shared/result-table.ts'
import type { CsvColumn } from './columns.ts'

/** Rows of one part of a table: some hundred kilobytes, put together within a few milliseconds. */
export const PART_ROWS = 5000

/** So many rows of a table from an offset on, and how many it has. */
export interface TableWindow<R> {
  readonly total: number
  readonly rows: readonly R[]
}

/** The rows from an offset on as lines of a CSV file; the mark and the headings stand before the first row. */
export function tablePart<R>(
  columns: readonly CsvColumn<R>[],
  offset: number,
  { total, rows }: TableWindow<R>,
): TablePart {
  const head = offset === 0 ? BYTE_ORDER_MARK + csvLine(columns.map(({ header }) => ({ text: header }))) : ''
  const lines = rows.map((row) => csvLine(columns.map(({ cell }) => cell(row))))
  return { csv: head + lines.join(''), rows: rows.length, rowCount: total }
}
