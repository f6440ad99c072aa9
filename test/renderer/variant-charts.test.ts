import { describe, expect, it } from 'vitest'
import { widthsOf } from '#renderer/charts/bar-widths.ts'
import { DAY_INSETS, type DayLine, dayPlot, daysOf } from '#renderer/charts/day-plot.ts'
import { distinctFills } from '#renderer/charts/distinct-fills.ts'
import { clearTicks, divergingPlot } from '#renderer/charts/diverging-plot.ts'

describe('bars on both sides of zero', () => {
  const rows = [
    {
      id: 'pro',
      name: 'Pro',
      parts: [
        { kind: 'subscription', amount: '100' },
        { kind: 'seats', amount: '50' },
        { kind: 'overage', amount: '-50' },
        { kind: 'tax', amount: '-50' },
      ],
    },
    { id: 'same', name: 'Same', parts: [] },
  ]

  it('stack more to the right and less to the left, on a scale that holds all of them', () => {
    // From −100 to 200 in steps of 100: 300 are the whole width.
    const { zero, ticks, bars } = divergingPlot(rows)
    expect(ticks.map(({ figure }) => figure)).toEqual([-100, 0, 100, 200])
    expect(zero).toBeCloseTo(100 / 3)
    const [pro = [], same] = bars
    expect(pro.map(({ kind, left, width }) => [kind, Math.round(left * 3), Math.round(width * 3)])).toEqual([
      ['subscription', 100, 100],
      ['seats', 200, 50],
      ['overage', 50, 50],
      ['tax', 0, 50],
    ])
    expect(same).toEqual([])
  })

  it('have a side of their own where nothing is more, or nothing is less', () => {
    const less = [{ id: 'a', name: 'A', parts: [{ kind: 'overage', amount: '-80' }] }]
    expect(divergingPlot(less)).toMatchObject({ zero: 100 })
    const more = [{ id: 'a', name: 'A', parts: [{ kind: 'overage', amount: '80' }] }]
    expect(divergingPlot(more)).toMatchObject({ zero: 0 })
    expect(divergingPlot([]).zero).toBe(0)
  })
})

describe('the figures under bars on both sides of zero', () => {
  const ticks = [-1_500, -1_000, -500, 0, 500, 1_000].map((figure) => ({
    figure,
    at: ((figure + 1_500) / 2_500) * 100,
    text: String(figure),
  }))
  const told = (width: number) => clearTicks(ticks, width).map(({ figure }) => figure)

  it('are all told where there is room', () => {
    expect(told(600)).toEqual([-1_500, -1_000, -500, 0, 500, 1_000])
  })

  // Five letters are 28 pixels wide, and 40 pixels lie between two ticks of 200.
  it('leave out those that would touch, before zero and the ends', () => {
    expect(told(200)).toEqual([-1_500, -500, 0, 500, 1_000])
    expect(told(100)).toEqual([-1_500, 0, 1_000])
  })

  it('leave out the ends before zero', () => {
    expect(told(30)).toEqual([0])
  })
})

describe('fills', () => {
  it('tell every kind from the others, and are those that are wanted where they are free', () => {
    const kinds = [
      { id: 'a', label: 'A', wanted: 'blocked' as const },
      { id: 'b', label: 'B', wanted: 'blocked' as const },
      { id: 'c', label: 'C', wanted: 'tint' as const },
    ]
    expect(distinctFills(kinds).map(({ fill }) => fill)).toEqual(['blocked', 'solid', 'tint'])
  })
})

describe('the width of a bar', () => {
  it('is its part of the largest figure', () => {
    expect(widthsOf(['50', '200', '0'])).toEqual(['25.00%', '100.00%', '0.00%'])
    expect(widthsOf(['0', '0'])).toEqual(['0%', '0%'])
  })
})

describe('lines over days', () => {
  const line = (
    id: string,
    figures: readonly (readonly [string, string])[],
    marked: string | null,
  ): DayLine => ({
    id,
    name: id,
    ink: 'pro',
    points: figures.map(([on, figure]) => ({ on, figure })),
    marked,
  })
  const PRO = line(
    'pro',
    [
      ['2026-01-01', '20'],
      ['2026-01-11', '0'],
      ['2026-03-02', '80'],
    ],
    '2026-01-11',
  )
  const SCALE = line(
    'scale',
    [
      ['2026-01-11', '-20'],
      ['2026-02-01', '40'],
    ],
    null,
  )
  const size = { width: 700, height: 232 }

  it('are of every day that has a figure, once and in order', () => {
    expect(daysOf([PRO, SCALE])).toEqual(['2026-01-01', '2026-01-11', '2026-02-01', '2026-03-02'])
  })

  it('have figures from below zero to above the largest, and the months that begin in them', () => {
    const plot = dayPlot(size, [PRO, SCALE])
    // 100 from the least to the most, in four steps that are round: 50.
    expect(plot.figures.map(({ figure }) => figure)).toEqual([-50, 0, 50, 100])
    expect(plot.figures[0]?.y).toBe(size.height - DAY_INSETS.bottom)
    expect(plot.figures.at(-1)?.y).toBe(DAY_INSETS.top)
    expect(plot.months.map(({ date }) => date)).toEqual(['2026-02-01', '2026-03-01'])
  })

  it('mark the best day, and know the day that is nearest', () => {
    const plot = dayPlot(size, [PRO, SCALE])
    const [pro, scale] = plot.lines
    expect(pro?.marked).toEqual({ on: '2026-01-11', x: plot.x('2026-01-11'), y: plot.figures[1]?.y })
    expect(scale?.marked).toBe(null)
    expect(plot.x('2026-01-01')).toBe(DAY_INSETS.left)
    expect(plot.nearest(plot.x('2026-01-13'))).toBe(1)
    expect(plot.nearest(0)).toBe(0)
  })

  it('name every second month where there is no room for all', () => {
    const year = line(
      'year',
      [
        ['2026-01-01', '0'],
        ['2027-01-01', '1'],
      ],
      null,
    )
    // Twelve months begin after the first day; 522 pixels hold eleven names.
    const { months } = dayPlot({ width: 650, height: 232 }, [year])
    expect(months.map(({ date }) => date.slice(5, 7))).toEqual(['02', '04', '06', '08', '10', '12'])
  })
})
