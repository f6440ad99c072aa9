/** Which rows of a list are asked for: so many at most, from an offset on that counts from 0. */
export interface RowWindow {
  readonly offset: number
  readonly limit: number
}

/** How many rows there are, and those that are asked for. */
export interface Rows<T> {
  readonly total: number
  readonly rows: T[]
}

export const rowsIn = <T>(list: readonly T[], { offset, limit }: RowWindow): Rows<T> => ({
  total: list.length,
  rows: list.slice(offset, offset + limit),
})
