import type { Input } from '#shared/api.ts'
import { type Column, toTsv } from './column.ts'
import { toCsv } from './csv.ts'

/** A table of a result of which the page holds a window: where its rows are it is written whole. */
export type WholeTable = Omit<Input<'results.table'>, 'offset'>

/** A table that can be copied for a spreadsheet, and saved as a CSV file: of what is on screen when that is asked for. */
export interface ExportableTable {
  readonly name: string
  /** Null of one that is only saved: no screen shows it. */
  readonly tsv: (() => string | Promise<string>) | null
  /** Its rows; of one that the page holds a window of, which table it is. */
  readonly csv: () => string | WholeTable
}

/** Columns, and the rows they are of. */
export interface Grid<R> {
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}

/** A table whose rows the page has, put together when it is asked for. */
export const tableOf = <R>(name: string, grid: () => Grid<R>): ExportableTable => ({
  name,
  tsv: () => {
    const { columns, rows } = grid()
    return toTsv(columns, rows)
  },
  csv: () => {
    const { columns, rows } = grid()
    return toCsv(columns, rows)
  },
})
