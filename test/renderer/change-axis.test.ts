import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  draggedTo,
  endOf,
  isDrag,
  pageFrom,
  pageOf,
  shareOf,
  spanOf,
  ticksOf,
  withinRun,
  zoomsOf,
} from '#renderer/pages/account/inputs/changes/axis-span.ts'
import {
  lanesOf,
  outOfSight,
  type Placed,
  sideOf,
} from '#renderer/pages/account/inputs/changes/axis-marks.ts'

const YEAR = { start: '2026-01-01', months: 12 }
const LONG = { start: '2026-01-31', months: 30 }

describe('the time that is seen', () => {
  it('is all of a run, or a year or a quarter of it', () => {
    expect(zoomsOf({ ...YEAR, months: 3 })).toEqual([])
    expect(zoomsOf(YEAR)).toEqual(['all', 'quarter'])
    expect(zoomsOf(LONG)).toEqual(['all', 'year', 'quarter'])
    expect(spanOf(LONG, 'all', 7)).toEqual({ start: '2026-01-31', end: '2028-07-31', months: 30 })
    expect(spanOf(LONG, 'year', 1)).toEqual({ start: '2027-01-31', end: '2028-01-31', months: 12 })
  })

  it('ends with the run, in its last part and beyond', () => {
    const last = { start: '2028-01-31', end: '2028-07-31', months: 6 }
    expect(spanOf(LONG, 'year', 2)).toEqual(last)
    expect(spanOf(LONG, 'year', 9)).toEqual(last)
  })

  it('goes on and back by parts, as far as there are any', () => {
    expect(pageFrom(YEAR, 'quarter', 0, -1)).toBeNull()
    expect(pageFrom(YEAR, 'quarter', 2, 1)).toBe(3)
    expect(pageFrom(YEAR, 'quarter', 3, 1)).toBeNull()
    expect(pageFrom(YEAR, 'quarter', 9, -1)).toBe(2)
  })

  it.each([
    ['2025-12-31', 0],
    ['2026-03-31', 0],
    ['2026-04-01', 1],
    ['2026-12-31', 3],
    ['2029-01-01', 3],
  ])('of a quarter has %s in part %i', (date, page) => {
    expect(pageOf(YEAR, 'quarter', date)).toBe(page)
  })

  it('has a tick a billing month, named as often as there is room', () => {
    const span = spanOf(YEAR, 'all', 0)
    const named = (width: number) =>
      ticksOf(span, width).flatMap(({ label, year }) => (label === '' ? [] : [`${label} ${year}`.trim()]))
    expect(ticksOf(span, 360)).toHaveLength(12)
    expect(named(360)).toHaveLength(12)
    expect(named(359)).toEqual(['Jan 2026', 'Mar', 'May', 'Jul', 'Sept', 'Nov'])
    expect(named(90)).toEqual(['Jan 2026', 'Jul'])
    expect(
      ticksOf(spanOf({ start: '2026-11-01', months: 4 }, 'all', 0), 400).map(({ year }) => year),
    ).toEqual(['2026', '', '2027', ''])
  })
})

describe('a change that is dragged', () => {
  const span = spanOf(YEAR, 'all', 0)
  const drag = (date: string, pixels: number) =>
    draggedTo(YEAR, span, date, { from: 100, to: 100 + pixels }, 730)

  it('snaps to days, of which there are 365 in so many pixels', () => {
    expect(drag('2026-03-12', 2)).toBe('2026-03-13')
    expect(drag('2026-03-12', 0.9)).toBe('2026-03-12')
    expect(drag('2026-03-12', 62)).toBe('2026-04-12')
    expect(drag('2026-03-12', -24)).toBe('2026-02-28')
  })

  it('stays within the run', () => {
    expect(drag('2026-03-12', -9999)).toBe('2026-01-01')
    expect(drag('2026-03-12', 9999)).toBe('2026-12-31')
    expect(withinRun(LONG, '2028-07-31')).toBe('2028-07-30')
  })

  it('is under the pointer that holds it, whatever its day and the width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 40, max: 960 }), (day, width) => {
        const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
        const x = shareOf(span, date) * width
        expect(draggedTo(YEAR, span, '2026-01-01', { from: 0, to: x }, width)).toBe(date)
      }),
    )
  })

  it('is not meant by a hand that trembles', () => {
    expect([3, -3, 4, -4].map((to) => isDrag({ from: 0, to }))).toEqual([false, false, true, true])
  })
})

describe('the marks of changes', () => {
  const span = spanOf(YEAR, 'all', 0)
  /** A pixel a day. */
  const WIDTH = 365
  const at = (key: string, date: string, group: Placed['group'] = 'plan'): Placed => ({ key, date, group })
  const marksOf = (placed: readonly Placed[], active: string | null = null) =>
    lanesOf(placed, span, WIDTH, active).flatMap(({ marks }) =>
      marks.map(({ keys, row, x }) => [keys.join(' '), row, Math.round(x)]),
    )

  it('stand in a lane a group, of groups that have any', () => {
    const lanes = lanesOf(
      [at('money', '2026-02-01', 'money'), at('plan', '2026-03-01'), at('more', '2026-04-01', 'money')],
      span,
      WIDTH,
      null,
    )
    expect(lanes.map(({ group, height, marks }) => [group, height, marks.length])).toEqual([
      ['plan', 24, 1],
      ['money', 24, 2],
    ])
  })

  it('are stacked where up to three have no room beside one another', () => {
    const placed = [
      at('a', '2026-01-11'),
      at('b', '2026-01-11'),
      at('c', '2026-02-03'),
      at('d', '2026-02-04'),
    ]
    expect(marksOf(placed)).toEqual([
      ['a', 0, 10],
      ['b', 1, 10],
      ['c', 2, 33],
      ['d', 0, 34],
    ])
    expect(lanesOf(placed, span, WIDTH, null)[0]?.height).toBe(72)
  })

  it('are one where four have no room, but for the one that is moved', () => {
    const placed = ['a', 'b', 'c', 'd', 'e'].map((key) => at(key, '2026-01-11'))
    expect(marksOf(placed)).toEqual([['a b c d e', 0, 10]])
    expect(marksOf(placed, 'c')).toEqual([
      ['a b d e', 0, 10],
      ['c', 1, 10],
    ])
  })

  it('keep their order in the page while one is dragged past another', () => {
    const placed = [at('a', '2026-06-01'), at('b', '2026-03-01')]
    expect(marksOf(placed).map(([key]) => key)).toEqual(['a', 'b'])
  })

  it('have room for their words up to the next one of their row, or to the end', () => {
    const lanes = lanesOf([at('a', '2026-01-11'), at('b', '2026-02-20')], span, WIDTH, null)
    expect(lanes[0]?.marks.map(({ room }) => Math.round(room))).toEqual([40, 365 + 24 - 50])
    expect(lanes[0]?.marks.map((mark) => sideOf(mark, 90))).toEqual(['right', 'left'])
  })

  it('are counted where they are out of sight', () => {
    const quarter = spanOf(YEAR, 'quarter', 1)
    const placed = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', '2026-08-01'].map((date) =>
      at(date, date),
    )
    expect(outOfSight(placed, quarter)).toEqual({ earlier: 1, later: 2 })
    expect(lanesOf(placed, quarter, WIDTH, null)[0]?.marks.flatMap(({ keys }) => keys)).toEqual([
      '2026-04-01',
      '2026-06-30',
    ])
  })

  it('name every change that is in sight once', () => {
    const someDay = fc.integer({ min: 0, max: 364 })
    fc.assert(
      fc.property(
        fc.array(someDay, { maxLength: 60 }),
        someDay,
        fc.integer({ min: 40, max: 960 }),
        (days, one, width) => {
          const placed = days
            .toSorted((a, b) => a - b)
            .map((day, index) =>
              at(String(index), new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
            )
          const keys = lanesOf(placed, span, width, String(one)).flatMap(({ marks }) =>
            marks.flatMap((mark) => mark.keys),
          )
          expect(keys.toSorted()).toEqual(placed.map(({ key }) => key).toSorted())
        },
      ),
    )
  })

  it('end before the last day of the run', () => {
    expect(endOf(YEAR)).toBe('2027-01-01')
  })
})
