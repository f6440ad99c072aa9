import { isDecimal } from '#renderer/format/figures.ts'
import { type Column, headingOf } from './column.ts'

/** Says to a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet would take for a formula, and work out, where a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/** A text cell that no spreadsheet works out: one that begins like a formula gets an apostrophe in front. */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A cell as RFC 4180 writes it: in quotes where it would be read as more than one, quotes within doubled. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function cellOf<R>({ figure, text }: Column<R>, row: R): string {
  const exact = figure?.(row) ?? null
  return exact !== null && isDecimal(exact) ? exact : guarded(text(row))
}

/**
 * A table as the text of a CSV file (RFC 4180, UTF-8 with its mark). Figures are plain decimals with a point and every
 * digit that the engine gave, whatever the person's way of writing figures; no text is a formula.
 */
export function toCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = [
    columns.map((column) => guarded(headingOf(column))),
    ...rows.map((row) => columns.map((column) => cellOf(column, row))),
  ]
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}
