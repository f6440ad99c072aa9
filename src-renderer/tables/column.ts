import { guarded } from '#shared/csv.ts'
import { editable, isDecimal } from '#renderer/format/figures.ts'

/** What a column is called, and its unit: what stands over it whatever its rows are. */
export interface Heading {
  readonly id: string
  readonly header: string
  readonly unit?: string
  /** What the heading means, for those who meet the word here first. */
  readonly about?: string
  readonly numeric?: boolean
  /** Room for so many signs after the whole number, so that figures of different precision stand decimal under decimal. */
  readonly decimals?: number
}

/** One column of a table: its heading, and its text. */
export interface Column<R> extends Heading {
  readonly text: (row: R) => string
  /** The figure of a numeric column as the engine gave it, which is what a copy takes; null where there is none. */
  readonly figure?: (row: R) => string | null
  /** Shown on hover: the exact figure where the text rounds it, or what there is to know of it. */
  readonly hint?: (row: R) => string | undefined
  /** A figure that does not compare with the others of its column. */
  readonly faint?: (row: R) => boolean
}

/** A heading with its unit, in one line. */
export const headingOf = (column: Heading): string =>
  column.unit === undefined ? column.header : `${column.header} (${column.unit})`

/** A text that stays in its cell, and that no spreadsheet works out. */
const inCell = (text: string): string => guarded(text.replaceAll(/[\t\n\r]/g, ' '))

function pasted<R>(column: Column<R>, row: R): string {
  const figure = column.figure?.(row) ?? null
  // What is no figure, such as a dash or "blocks", is pasted as it is read on the screen.
  return figure !== null && isDecimal(figure) ? editable(figure) : inCell(column.text(row))
}

/**
 * Tab-separated text for a spreadsheet of the person's own format. Figures have the decimal sign chosen in the
 * settings, no thousands separators, which a spreadsheet may take for decimals or for text, and every decimal the
 * engine gave: money to the cent, credits to the millionth where they have them, however coarse the screen shows them. No
 * text is a formula.
 */
export function toTsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = [
    columns.map((column) => inCell(headingOf(column))),
    ...rows.map((row) => columns.map((column) => pasted(column, row))),
  ]
  return lines.map((cells) => cells.join('\t')).join('\n')
}
