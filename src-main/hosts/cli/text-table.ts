/** A column of a table for the terminal; figures are aligned right. */
export interface Column<Row> {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly text: (row: Row) => string
  /** Left out of a table in which it would say nothing: none, or zero, in every row. */
  readonly optional?: boolean
}

/** Rows under their titles, columns two spaces apart; without any title, rows alone. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter(
    ({ optional, text }) => optional !== true || rows.some((row) => !NOTHING.test(text(row))),
  )
  const titles = shown.some(({ title }) => title !== '') ? [shown.map(({ title }) => title)] : []
  const cells = [...titles, ...rows.map((row) => shown.map((column) => column.text(row)))]
  const widths = shown.map((_, index) =>
    cells.reduce((widest, line) => Math.max(widest, line[index]?.length ?? 0), 0),
  )
  const lines = cells.map((line) =>
    line
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return shown[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

const NOTHING = /^(-|0(\.0+)?)?$/

export const left = <Row>(title: string, text: (row: Row) => string): Column<Row> => ({
  title,
  align: 'left',
  text,
})

export const right = <Row>(title: string, text: (row: Row) => string): Column<Row> => ({
  title,
  align: 'right',
  text,
})

/** The same column, left out where it says nothing. */
export const optional = <Row>(column: Column<Row>): Column<Row> => ({ ...column, optional: true })
