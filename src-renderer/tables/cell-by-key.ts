import { rowByKey } from './row-by-key.ts'

/** A place among rows and columns, both counted from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** How far rows and columns reach, and how many rows a page has. */
export interface Extent {
  readonly lastRow: number
  readonly lastColumn: number
  readonly page: number
}

const sideways = (row: number, column: number, last: number): Place => ({
  row,
  column: Math.max(0, Math.min(last, column)),
})

/** The place that a key goes to from one, as in a spreadsheet; undefined where it is no key of a grid. */
export function cellByKey(
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
  { row, column }: Place,
  { lastRow, lastColumn, page }: Extent,
): Place | undefined {
  switch (key) {
    case 'ArrowLeft':
      return sideways(row, ctrl ? 0 : column - 1, lastColumn)
    case 'ArrowRight':
      return sideways(row, ctrl ? lastColumn : column + 1, lastColumn)
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn }
    default: {
      const far = ctrl ? lastRow : 1
      const isArrow = key === 'ArrowUp' || key === 'ArrowDown'
      const to = isArrow
        ? Math.max(0, Math.min(lastRow, key === 'ArrowUp' ? row - far : row + far))
        : rowByKey(key, row, { last: lastRow, page })
      return to === undefined ? undefined : { row: to, column }
    }
  }
}

/** Which of the stops of a row is met going to it from another: the last that does not begin behind the column left. */
export function stopUnder(columns: readonly number[], column: number): number {
  const behind = columns.findIndex((begins) => begins > column)
  return behind < 0 ? columns.length - 1 : Math.max(0, behind - 1)
}
