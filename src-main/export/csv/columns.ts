import type { CsvCell } from '#shared/csv.ts'

/** One column of a file: its heading with the unit, and its cells. */
export interface CsvColumn<R> {
  readonly header: string
  readonly cell: (row: R) => CsvCell
}

const NOTHING: CsvCell = { text: '' }

export const textColumn = <R>(header: string, of: (row: R) => string | null): CsvColumn<R> => ({
  header,
  cell: (row) => ({ text: of(row) ?? '' }),
})

/** A figure as the engine gave it; an empty cell where there is none. */
export const figureColumn = <R>(header: string, of: (row: R) => string | null): CsvColumn<R> => ({
  header,
  cell: (row) => {
    const figure = of(row)
    return figure === null ? NOTHING : { figure }
  },
})

export const creditsColumn = <R>(header: string, of: (row: R) => string | null): CsvColumn<R> =>
  figureColumn(`${header} (credits)`, of)

export const countColumn = <R>(header: string, of: (row: R) => number): CsvColumn<R> =>
  figureColumn(header, (row) => String(of(row)))

/** `2026-01-20 12:30:00`, as spreadsheets read it: an instant under a heading that says UTC. */
const inUtc = (at: string): string => at.replace('T', ' ').replace(/(?:\.0+)?Z$/, '')

export const instantColumn = <R>(header: string, of: (row: R) => string | null): CsvColumn<R> =>
  textColumn(`${header} (UTC)`, (row) => {
    const at = of(row)
    return at === null ? null : inUtc(at)
  })
