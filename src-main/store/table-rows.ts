import { type FilePages, PAGE_BYTES } from './file-pages.ts'

/*
 * The rows that lie on one page, read without anything else of the database: neither its schema nor the pages that
 * lead to this one. https://www.sqlite.org/fileformat2.html#b_tree_pages
 */

/** Undefined is what cannot be read, and a value of a kind that no table of ours has. */
export type Value = string | number | null | undefined

export interface Row {
  /** How many columns it was written with. */
  readonly width: number
  readonly at: (column: number) => Value
}

const LEAF_OF_TABLE = 0x0d
const HEADER_BYTES = 8
/** Of a page: the next one of a row that goes on, and then what it holds of it. */
const NEXT_BYTES = 4
const OVERFLOW_BYTES = PAGE_BYTES - NEXT_BYTES
/** How much of a row is on its page: all of it, or at least so much of it. */
const MOST_ON_PAGE = PAGE_BYTES - 35
const LEAST_ON_PAGE = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23

const MOST_ROWS = (PAGE_BYTES - HEADER_BYTES) / 2

/** How many rows a page says it has; none on any that is no leaf of a table, but for one bit at the most. */
export const rowsOn = (page: Buffer): number => (isLeaf(page) ? Math.min(page.readUInt16BE(3), MOST_ROWS) : 0)

/**
 * The rows that lie behind those, each with its index, as far as there are such: where how many there are is damaged,
 * rows like any other, else what was moved or taken away.
 */
export function* rowsBeyond(pages: FilePages, page: Buffer): Iterable<readonly [number, Row]> {
  if (!isLeaf(page)) return
  for (let index = rowsOn(page); index < MOST_ROWS; index++) {
    const row = startOf(page, index) < HEADER_BYTES + 2 * (index + 1) ? null : rowOn(pages, page, index)
    if (!row) return
    yield [index, row]
  }
}

function isLeaf(page: Buffer): boolean {
  const flipped = page.readUInt8(0) ^ LEAF_OF_TABLE
  return (flipped & (flipped - 1)) === 0
}

const startOf = (page: Buffer, index: number): number => page.readUInt16BE(HEADER_BYTES + 2 * index)

/** One of them; null where what lies there is no row. */
export function rowOn(pages: FilePages, page: Buffer, index: number): Row | null {
  const start = startOf(page, index)
  const length = varintAt(page, start)
  const key = length && varintAt(page, length.end)
  if (!length || !key || length.value < 2) return null
  const here = bytesOnPage(length.value)
  const first = page.subarray(key.end, key.end + here)
  const columns = columnsIn(first)
  if (!columns) return null
  let whole: Buffer | undefined
  const payload = (end: number): Buffer => {
    if (end <= here) return first
    whole ??= wholePayload(pages, first, page.subarray(key.end + here), length.value)
    return whole
  }
  return {
    width: columns.length,
    at: (number) => {
      const column = columns[number]
      return column && valueIn(payload(column.end), column)
    },
  }
}

const bytesOnPage = (length: number): number => {
  if (length <= MOST_ON_PAGE) return length
  const most = LEAST_ON_PAGE + ((length - LEAST_ON_PAGE) % OVERFLOW_BYTES)
  return most <= MOST_ON_PAGE ? most : LEAST_ON_PAGE
}

/** As far as its pages lead on; a chain that leads nowhere ends it. */
function wholePayload(pages: FilePages, first: Buffer, after: Buffer, length: number): Buffer {
  const parts = [first]
  let have = first.length
  let next = after.length < NEXT_BYTES ? 0 : after.readUInt32BE(0)
  // As many as there are: a chain may lead in a circle.
  for (let count = 0; have < length && next > 0 && next <= pages.count && count < pages.count; count++) {
    const page = pages.read(next)
    parts.push(page.subarray(NEXT_BYTES))
    have += OVERFLOW_BYTES
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts).subarray(0, length)
}

interface Column {
  /** SQLite's number for what is stored and how long it is. */
  readonly type: number
  readonly start: number
  readonly end: number
}

/** Where the values lie, by the head of a row; null where it is none. */
function columnsIn(payload: Buffer): readonly Column[] | null {
  const head = varintAt(payload, 0)
  if (!head || head.value > payload.length) return null
  const columns: Column[] = []
  let start = head.value
  for (let at = head.end; at < head.value;) {
    const type = varintAt(payload, at)
    if (!type || type.end > head.value) return null
    const end = start + lengthOf(type.value)
    columns.push({ type: type.value, start, end })
    start = end
    at = type.end
  }
  return columns
}

const WHOLE_NUMBER_BYTES = [0, 1, 2, 3, 4, 6, 8]
const ZERO = 8
const ONE = 9
const FIRST_TEXT = 13

function lengthOf(type: number): number {
  if (type >= FIRST_TEXT - 1) return Math.floor((type - (FIRST_TEXT - 1)) / 2)
  return type === 7 ? 8 : (WHOLE_NUMBER_BYTES[type] ?? 0)
}

function valueIn(payload: Buffer, { type, start, end }: Column): Value {
  if (end > payload.length) return undefined
  if (type === 0) return null
  if (type === ZERO || type === ONE) return type - ZERO
  if (type >= FIRST_TEXT && type % 2 === 1) return payload.toString('utf8', start, end)
  // Numbers longer than this are none that a store of ours writes.
  return type <= 5 ? payload.readIntBE(start, end - start) : undefined
}

/** A number of SQLite's in one to nine bytes, the longest of which are none of ours; null where it is cut off. */
function varintAt(bytes: Buffer, start: number): { readonly value: number; readonly end: number } | null {
  let value = 0
  for (let at = start; at < bytes.length && at < start + 7; at++) {
    const byte = bytes.readUInt8(at)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + 1 }
  }
  return null
}
