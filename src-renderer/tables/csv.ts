import { BYTE_ORDER_MARK, type CsvCell, csvLine } from '#shared/csv.ts'
import { isDecimal } from '#renderer/format/figures.ts'
import { type Column, headingOf } from './column.ts'

function cellOf<R>({ figure, text }: Column<R>, row: R): CsvCell {
  const exact = figure?.(row) ?? null
  return exact !== null && isDecimal(exact) ? { figure: exact } : { text: text(row) }
}

/**
 * A table as the text of a CSV file (RFC 4180, UTF-8 with its mark). Figures are plain decimals with a point and every
 * digit that the engine gave, whatever the person's way of writing figures; no text is a formula.
 */
export function toCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = [
    columns.map((column) => ({ text: headingOf(column) })),
    ...rows.map((row) => columns.map((column) => cellOf(column, row))),
  ]
  return BYTE_ORDER_MARK + lines.map(csvLine).join('')
}
