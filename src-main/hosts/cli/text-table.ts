/** A column of a table for the terminal; figures are aligned right. */
export interface Column<Row> {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly text: (row: Row) => string
}

/** Rows under their titles, columns two spaces apart. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ]
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)))
  const lines = cells.map((line) =>
    line
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return columns[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

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
