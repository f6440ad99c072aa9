import { describe, expect, it } from 'vitest'
import type { SeatStep } from '#shared/seat-report.ts'
import { panelsOf, seatPanelPlot, stepAt, timePlot } from '#renderer/charts/seat-plot.ts'
import { rowByKey } from '#renderer/tables/row-by-key.ts'

const midnight = (date: string): string => `${date}T00:00:00.000Z`
const step = (from: string, to: string, changes: Partial<SeatStep> = {}): SeatStep => ({
  from: midnight(from),
  to: midnight(to),
  plan: 'business',
  extraSeats: 0,
  isByContract: false,
  full: { held: 4, limit: 10, holdBasic: 2, free: 4, forSale: 1 },
  basic: { held: 22, limit: 20, free: 4 },
  locked: 0,
  ...changes,
})
/** 20 days: 52 pixels of figures before, 8 after, 40 for each day. */
const time = timePlot(midnight('2026-04-01'), midnight('2026-04-21'), 860)
const steps = [step('2026-04-01', '2026-04-06'), step('2026-04-06', '2026-04-21', { locked: 1 })]
const size = { height: 128, axis: 20 }
const panel = (id: string, of: readonly SeatStep[] = steps) => {
  const found = panelsOf(of).find((each) => each.id === id)
  if (!found) throw new Error(`There is no panel ${id}.`)
  return seatPanelPlot(of, found, time, size)
}

describe('the time of the seats’ chart', () => {
  it('is as wide as the run', () => {
    expect([time.x(midnight('2026-04-01')), time.x(midnight('2026-04-21'))]).toEqual([52, 852])
    expect(time.x('2026-04-06T12:00:00.000Z')).toBe(52 + 5.5 * 40)
    expect([51, 52, 251, 252, 851, 852].map((x) => stepAt(steps, time, x))).toEqual([null, 1, 1, 2, 2, null])
  })

  it('has as many months as there is room for, the year where it is another, and none where it would be cut', () => {
    const texts = (from: string, to: string, width: number) =>
      timePlot(midnight(from), midnight(to), width).ticks.map(({ text }) => text)
    expect(texts('2026-11-15', '2027-02-15', 800)).toEqual(['15 Nov 2026', '15 Dec', '15 Jan 2027'])
    // 12 months of 64 pixels in 384: every second one.
    expect(texts('2026-01-01', '2027-01-01', 444)).toEqual([
      '1 Jan 2026',
      '1 Mar',
      '1 May',
      '1 Jul',
      '1 Sept',
      '1 Nov',
    ])
  })
})

describe('a panel of seats', () => {
  it('stacks who sits on a slot of the other kind above those who hold one, under a limit', () => {
    const full = panel('full')
    // Ten in four steps at most: steps of five, for those of 2.5 are no round figures.
    expect(full.ticks.map(({ text }) => text)).toEqual(['0', '5', '10'])
    const [first] = full.blocks
    // From 108 for none to 8 for ten.
    expect(first).toMatchObject({ left: 52, width: 200, heldTop: 68, lentTop: 48, limit: 8 })
    expect(full.limitPath).toBe('M52,8 H252 L252,8 H852')
    const basic = panel('basic')
    expect(basic.ticks.map(({ text }) => text)).toEqual(['0', '10', '20', '30'])
    // Twenty of thirty are two thirds of 100 pixels, and the two who sit on Full slots are above the limit.
    expect(basic.blocks[0]?.heldTop).toBeCloseTo(108 - 66.67, 2)
    expect(basic.blocks[0]?.lentTop).toBeCloseTo(108 - 73.33, 2)
    expect(basic.blocks[0]?.limit).toBeCloseTo(108 - 66.67, 2)
  })

  it('leaves a limit out of the picture that is more than three times what is held', () => {
    const few = [
      step('2026-04-01', '2026-04-21', { full: { held: 3, limit: 10, holdBasic: 0, free: 7, forSale: 0 } }),
    ]
    expect(panel('full', few)).toMatchObject({ isLimitAbove: true, limitPath: '' })
    // With air above what is held, for there is no limit to end at.
    expect(panel('full', few).ticks.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4'])
    const enough = [
      step('2026-04-01', '2026-04-21', { full: { held: 4, limit: 12, holdBasic: 0, free: 8, forSale: 0 } }),
    ]
    expect(panel('full', enough).isLimitAbove).toBe(false)
    const nobody = [
      step('2026-04-01', '2026-04-21', { full: { held: 0, limit: 10, holdBasic: 0, free: 10, forSale: 0 } }),
    ]
    expect(panel('full', nobody).isLimitAbove).toBe(false)
  })

  it('has no more figures beside it than find room, and those as a person writes them', () => {
    const many = [
      step('2026-04-01', '2026-04-21', {
        full: { held: 1800, limit: 2000, holdBasic: 0, free: 0, forSale: 0 },
      }),
    ]
    const texts = (height: number) =>
      panelsOf(many)
        .slice(0, 1)
        .flatMap((kind) => seatPanelPlot(many, kind, time, { height, axis: 20 }).ticks)
        .map(({ text }) => text)
    expect(texts(128)).toEqual(['0', '500', '1,000', '1,500', '2,000'])
    expect(texts(68)).toEqual(['0', '1,000', '2,000'])
    expect(texts(20)).toEqual(['0', '2,000'])
  })

  it('is there for the locked only where somebody is, and counts people in whole ones', () => {
    expect(panelsOf(steps).map(({ id }) => id)).toEqual(['full', 'basic', 'locked'])
    expect(panelsOf(steps.slice(0, 1)).map(({ id }) => id)).toEqual(['full', 'basic'])
    expect(panel('locked').ticks.map(({ text }) => text)).toEqual(['0', '1'])
  })
})

describe('keys', () => {
  it('go through rows one by one, by pages and to the ends', () => {
    const to = (key: string, row: number) => rowByKey(key, row, { last: 9, page: 4 })
    expect(
      ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => to(key, 5)),
    ).toEqual([6, 4, 9, 1, 0, 9, undefined])
    expect([to('ArrowUp', 0), to('ArrowDown', 9), to('PageUp', 2)]).toEqual([0, 9, 0])
  })
})
