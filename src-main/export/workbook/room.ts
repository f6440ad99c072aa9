import { MOST_ROWS, type PlannedSheet } from './sheet.ts'

/**
 * How many rows below its heading each sheet may have, so that all of them together have at most so many cells: a sheet
 * that has fewer than its share leaves the rest to the others, so that only the longest are cut, and those alike. No sheet
 * has more rows than Excel gives it.
 */
export function roomFor(sheets: readonly PlannedSheet[], mostCells: number): readonly number[] {
  const shortestFirst = sheets.map(cellsOf).toSorted((left, right) => left - right)
  let left = mostCells
  let share = Infinity
  for (const [place, cells] of shortestFirst.entries()) {
    const each = left / (sheets.length - place)
    if (cells > each) {
      share = each
      break
    }
    left -= cells
  }
  return sheets.map(({ columns }) => Math.min(MOST_ROWS - 1, Math.floor(share / columns)))
}

const cellsOf = ({ rows, columns }: PlannedSheet): number => Math.min(rows, MOST_ROWS - 1) * columns
