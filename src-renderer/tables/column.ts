/** One column of a table: what it is called, its unit, and its text, the same on screen and in a copy. */
export interface Column<R> {
  readonly id: string
  readonly header: string
  readonly unit?: string
  readonly numeric?: boolean
  readonly text: (row: R) => string
}

const heading = <R>(column: Column<R>): string =>
  column.unit === undefined ? column.header : `${column.header} (${column.unit})`

/** Tab-separated text for a spreadsheet: thousands separators are left out, so that figures stay figures. */
export function toTsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const plain = (column: Column<R>, row: R) => {
    const text = column.text(row).replaceAll(/[\t\n]/g, ' ')
    return column.numeric === true ? text.replaceAll(',', '') : text
  }
  const lines = [columns.map(heading), ...rows.map((row) => columns.map((column) => plain(column, row)))]
  return lines.map((cells) => cells.join('\t')).join('\n')
}
