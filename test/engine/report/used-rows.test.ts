import { describe, expect, test } from 'vitest'
import { DAY, parseInstant } from '#main/engine/calendar/civil.ts'
import { type Attribution, UNATTRIBUTED } from '#main/engine/record/attribution.ts'
import { addUsed, NOTHING_USED } from '#main/engine/report/used-row.ts'
import { UsedRows } from '#main/engine/report/used-rows.ts'

const MIDNIGHT = parseInstant('2026-03-01')
const NOON = MIDNIGHT + DAY / 2

const ann: Attribution = { ...UNATTRIBUTED, workspace: 'eu', member: 'Ann' }
const ben: Attribution = { ...UNATTRIBUTED, workspace: 'eu', member: 'Ben' }
const cy: Attribution = { ...UNATTRIBUTED, workspace: 'us', member: 'Cy' }

const use = (rows: UsedRows, who: Attribution, at: number, pooled: number): void =>
  addUsed(rows.of(who, at, 0).sum, { ...NOTHING_USED, pooled })

/** Rows of slices as who began when, and what they used. */
const told = ({ slices }: UsedRows) =>
  slices.map(({ rows }) =>
    rows.map(({ attribution, at, sum }) => [attribution.member, (at - MIDNIGHT) / DAY, sum.pooled]),
  )

describe('what was used, by day and who', () => {
  test('is one row a day of whoever is told apart, from when the first use of it began', () => {
    const rows = new UsedRows('byAll')
    use(rows, ann, MIDNIGHT, 1)
    use(rows, ben, MIDNIGHT, 2)
    use(rows, ann, NOON, 4)
    use(rows, { ...ann }, MIDNIGHT + DAY - 1, 8)
    use(rows, ann, MIDNIGHT + DAY, 16)
    rows.cut(MIDNIGHT + 2 * DAY)
    expect(told(rows)).toEqual([
      [
        ['Ann', 0, 13],
        ['Ben', 0, 2],
        ['Ann', 1, 16],
      ],
    ])
  })

  test('starts anew with each slice, and a slice in which nothing was used is none', () => {
    const rows = new UsedRows('byAll')
    use(rows, ann, MIDNIGHT, 1)
    rows.cut(NOON)
    rows.cut(NOON)
    use(rows, ann, NOON, 2)
    rows.cut(MIDNIGHT + DAY)
    expect(told(rows)).toEqual([[['Ann', 0, 1]], [['Ann', 0.5, 2]]])
    expect(rows.slices.map(({ to }) => to)).toEqual([NOON, MIDNIGHT + DAY])
  })

  test('shares a row among the members of a workspace that begin at one instant, where only workspaces are told apart', () => {
    const rows = new UsedRows('byWorkspace')
    use(rows, ann, MIDNIGHT, 1)
    use(rows, cy, MIDNIGHT, 2)
    use(rows, ben, MIDNIGHT, 4)
    rows.cut(MIDNIGHT + DAY)
    expect(told(rows)).toEqual([
      [
        ['Ann', 0, 5],
        ['Cy', 0, 2],
      ],
    ])
  })

  test('shares none with who begins later in the day, for a fee may be for the rest of it', () => {
    const rows = new UsedRows('byWorkspace')
    use(rows, ann, MIDNIGHT, 1)
    use(rows, ben, NOON, 2)
    use(rows, ann, NOON, 4)
    rows.cut(MIDNIGHT + DAY)
    expect(told(rows)).toEqual([
      [
        ['Ann', 0, 5],
        ['Ben', 0.5, 2],
      ],
    ])
  })
})

describe('the rows that began within a time', () => {
  const rows = new UsedRows('byAll')
  for (const day of [0, 1, 2, 3]) {
    use(rows, ann, MIDNIGHT + day * DAY, 10 ** day)
    if (day % 2 === 1) rows.cut(MIDNIGHT + (day + 1) * DAY)
  }
  const within = (start: number, end: number) =>
    rows
      .begunWithin({ start: MIDNIGHT + start * DAY, end: MIDNIGHT + end * DAY })
      .map(({ sum }) => sum.pooled)

  test.each([
    [0, 4, [1, 10, 100, 1000]],
    [0, 1, [1]],
    [1, 2, [10]],
    [1, 3, [10, 100]],
    [3, Infinity, [1000]],
    [0.5, 1, []],
    [4, 5, []],
  ])('from day %d up to day %d', (start, end, expected) => {
    expect(within(start, end)).toEqual(expected)
  })
})
