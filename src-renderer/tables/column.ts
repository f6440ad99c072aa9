import { plainDecimal } from '#renderer/format/figures.ts'

/** One column of a table: what it is called, its unit, and its text. */
export interface Column<R> {
  readonly id: string
  readonly header: string
  readonly unit?: string
  /** What the heading means, for those who meet the word here first. */
  readonly about?: string
  readonly numeric?: boolean
  readonly text: (row: R) => string
  /** The exact figure where the text rounds it: shown on hover, and what a copy takes. */
  readonly exact?: (row: R) => string
}

const heading = <R>(column: Column<R>): string =>
  column.unit === undefined ? column.header : `${column.header} (${column.unit})`

/** Tab-separated text for a spreadsheet: figures are plain decimals, so that they stay figures. */
export function toTsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const plain = (column: Column<R>, row: R) => {
    const text = (column.exact ?? column.text)(row).replaceAll(/[\t\n]/g, ' ')
    return column.numeric === true ? plainDecimal(text) : text
  }
  const lines = [columns.map(heading), ...rows.map((row) => columns.map((column) => plain(column, row)))]
  return lines.map((cells) => cells.join('\t')).join('\n')
}
