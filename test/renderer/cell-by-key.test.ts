import { describe, expect, it } from 'vitest'
import { cellByKey, stopUnder } from '#renderer/tables/cell-by-key.ts'

/** Ten rows of four columns, of which three rows are in sight. */
const EXTENT = { lastRow: 9, lastColumn: 3, page: 3 }
const MIDDLE = { row: 4, column: 2 }

const from = (key: string, place = MIDDLE, ctrl = false) => {
  const to = cellByKey({ key, ctrl }, place, EXTENT)
  return to && [to.row, to.column]
}

describe('where a key goes in a table', () => {
  it.each([
    ['ArrowUp', [3, 2]],
    ['ArrowDown', [5, 2]],
    ['ArrowLeft', [4, 1]],
    ['ArrowRight', [4, 3]],
    ['Home', [4, 0]],
    ['End', [4, 3]],
    ['PageUp', [1, 2]],
    ['PageDown', [7, 2]],
  ])('is one on, or as far as it says: %s', (key, to) => {
    expect(from(key)).toEqual(to)
  })

  it.each([
    ['ArrowUp', [0, 2]],
    ['ArrowDown', [9, 2]],
    ['ArrowLeft', [4, 0]],
    ['ArrowRight', [4, 3]],
    ['Home', [0, 0]],
    ['End', [9, 3]],
  ])('is the end of all with Ctrl: %s', (key, to) => {
    expect(from(key, MIDDLE, true)).toEqual(to)
  })

  it('is no further than the edges', () => {
    expect(from('ArrowUp', { row: 0, column: 0 })).toEqual([0, 0])
    expect(from('ArrowLeft', { row: 0, column: 0 })).toEqual([0, 0])
    expect(from('PageDown', { row: 8, column: 3 })).toEqual([9, 3])
    expect(from('ArrowRight', { row: 8, column: 3 })).toEqual([8, 3])
  })

  it('is nowhere for a key that is no way', () => {
    expect(['Enter', 'Tab', 'a', ' '].map((key) => from(key))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('what is met in another row', () => {
  it('is what spans the column, also where it begins before it', () => {
    // A name, then one cell over the next four columns, then a button.
    expect([0, 1, 3, 5, 9].map((column) => stopUnder([0, 1, 5], column))).toEqual([0, 1, 1, 2, 2])
  })

  it('is the second of two buttons that share a cell for who comes from a second one', () => {
    expect(stopUnder([0, 3, 3.5], 3.5)).toBe(2)
  })

  it('is the first where none begins so early', () => {
    expect(stopUnder([2, 3], 0)).toBe(0)
  })
})
