import type { Sheet } from 'write-excel-file/node'
import { grouped } from '#shared/grouped.ts'
import { type Cell, text } from './cells.ts'

/** One column of a sheet: its heading with the unit, how many characters wide it is, and its cells. */
export interface SheetColumn<R> {
  readonly header: string
  readonly width: number
  readonly cell: (row: R) => Cell
}

/** As many rows as a sheet of Excel has. */
export const MOST_ROWS = 1_048_576

/** The heading of every sheet. */
const HEADING_ROWS = 1

export type WorkbookSheet = Sheet<Buffer>

/** A sheet that is to be written, and how much there is to write. */
export interface PlannedSheet {
  readonly name: string
  /** Cells of a row. */
  readonly columns: number
  /** Rows below the heading. */
  readonly rows: number
  /** Writes it with at most so many rows below the heading, the last of which says how many are left out if any are. */
  readonly write: (most: number) => WorkbookSheet
}

const heading = (header: string): Cell => ({ ...text(header), fontWeight: 'bold', wrap: true })

/** A sheet with a heading that stays in sight, and a row for each of `rows`. */
export const tableSheet = <R>(
  name: string,
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
): PlannedSheet => ({
  name,
  columns: columns.length,
  rows: rows.length,
  write: (most) => {
    const left = leftOutOf(rows.length, most)
    const shown = left === 0 ? rows : rows.slice(0, rows.length - left)
    const note = `${grouped(left)} more rows are left out: this sheet has room for ${grouped(shown.length)}.`
    return {
      sheet: name,
      stickyRowsCount: HEADING_ROWS,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ header }) => heading(header)),
        ...shown.map((row) => columns.map(({ cell }) => cell(row))),
        ...(left === 0 ? [] : [[text(note)]]),
      ],
    }
  },
})

/** How many of so many rows are left out where there is room for `most`: one of these says so. */
export const leftOutOf = (rows: number, most: number): number => (rows <= most ? 0 : rows - most + 1)
