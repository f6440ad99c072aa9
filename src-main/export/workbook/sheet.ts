import type { Sheet } from 'write-excel-file/node'
import { type Cell, text } from './cells.ts'

/** One column of a sheet: its heading with the unit, how many characters wide it is, and its cells. */
export interface SheetColumn<R> {
  readonly header: string
  readonly width: number
  readonly cell: (row: R) => Cell
}

/** As many rows as a sheet of Excel has. */
export const MOST_ROWS = 1_048_576

export type WorkbookSheet = Sheet<Buffer>

const heading = (header: string): Cell => ({ ...text(header), fontWeight: 'bold', wrap: true })

/**
 * A sheet with a heading that stays in sight, and a row for each of `rows`. Where there are more than a sheet can hold, the
 * last row says how many are left out.
 */
export function tableSheet<R>(
  name: string,
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
  most: number = MOST_ROWS,
): WorkbookSheet {
  const fits = rows.length + 1 <= most
  const shown = fits ? rows : rows.slice(0, most - 2)
  const left = rows.length - shown.length
  const note = `${String(left)} more rows are left out: a sheet can hold ${String(most)}.`
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }) => heading(header)),
      ...shown.map((row) => columns.map(({ cell }) => cell(row))),
      ...(fits ? [] : [[text(note)]]),
    ],
  }
}
