import { array, assert, integer, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomFor } from '#main/export/workbook/room.ts'
import { leftOutOf, MOST_ROWS, type PlannedSheet } from '#main/export/workbook/sheet.ts'

const sheet = (rows: number, columns: number): PlannedSheet => ({
  name: 'A sheet',
  rows,
  columns,
  write: () => {
    throw new Error('Nothing is written here.')
  },
})

const cut = (sheets: readonly PlannedSheet[], mostCells: number): readonly number[] =>
  roomFor(sheets, mostCells).map((most, place) => Math.min(most, sheets[place]?.rows ?? 0))

describe('the room in a workbook', () => {
  it('is for every sheet whole where all fit', () => {
    expect(cut([sheet(10, 5), sheet(100, 5)], 550)).toEqual([10, 100])
  })

  it('is taken from the longest, and leaves the short ones whole', () => {
    // 549 cells: 50 for the short one, and 499 of the other are 99 rows of 5.
    expect(cut([sheet(100, 5), sheet(10, 5)], 549)).toEqual([99, 10])
  })

  it('is shared alike in cells, not in rows, by those that are cut', () => {
    // 20 cells for the short one, and 490 for each of the others.
    expect(cut([sheet(1000, 7), sheet(4, 5), sheet(1000, 10)], 1000)).toEqual([70, 4, 49])
  })

  it('is never more than Excel has rows, one of which is the heading', () => {
    expect(roomFor([sheet(2_000_000, 1)], Infinity)).toEqual([1_048_575])
    expect(MOST_ROWS).toBe(2 ** 20)
    // What Excel cuts leaves its cells to others.
    expect(cut([sheet(2_000_000, 1), sheet(1000, 1)], 1_048_575 + 1000)).toEqual([1_048_575, 1000])
  })

  it('is never used for more cells than there may be, and wasted only where all have enough', () => {
    const sizes = array(tuple(nat(1000), integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 8,
    })
    assert(
      property(sizes, nat(20_000), (of, most) => {
        const sheets = of.map(([rows, columns]) => sheet(rows, columns))
        const cells = cut(sheets, most).map((rows, place) => rows * (sheets[place]?.columns ?? 0))
        const used = cells.reduce((sum, one) => sum + one, 0)
        const whole = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0)
        expect(used).toBeLessThanOrEqual(most)
        // Of each sheet that is cut, a row that would not fit whole may be lost.
        const slack = sheets.reduce((sum, { columns }) => sum + columns, 0)
        expect(used).toBeGreaterThanOrEqual(Math.min(whole, most - slack))
      }),
    )
  })
})

it('of the rows that have room one says how many have none', () => {
  expect(leftOutOf(10, 10)).toBe(0)
  expect(leftOutOf(11, 10)).toBe(2)
})
