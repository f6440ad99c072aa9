/** Rows that are asked for at once: as many as the engine answers. */
export const BLOCK_ROWS = 500

/** A block of rows by its offset in the list, and which places of the list are in sight of it: from the first up to the end. */
export interface Block {
  readonly offset: number
  readonly from: number
  readonly to: number
}

/** The blocks that hold the rows from `first` up to `end`: few, however long the list. */
export function blocksIn(first: number, end: number): readonly Block[] {
  const blocks: Block[] = []
  for (let offset = first - (first % BLOCK_ROWS); offset < end; offset += BLOCK_ROWS)
    blocks.push({ offset, from: Math.max(first, offset), to: Math.min(end, offset + BLOCK_ROWS) })
  return blocks
}

/** A place of the list and its row; none while that is on its way. */
export interface Placed<R> {
  readonly place: number
  readonly row: R | undefined
}

/** The places in sight of a block, with the rows that it has. */
export const placedRows = <R>({ offset, from, to }: Block, rows: readonly R[]): readonly Placed<R>[] =>
  Array.from({ length: to - from }, (_, index) => ({ place: from + index, row: rows[from - offset + index] }))
