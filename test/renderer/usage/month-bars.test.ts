import { assert, float, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  barOf,
  drawnBetween,
  figureByKey,
  hasRoomForFigures,
  isLabelled,
  labelledEvery,
  monthByKey,
  pointIn,
  scaleOf,
} from '#renderer/pages/account/inputs/usage/month-bars.ts'

const press = (key: string, credits: string, shiftKey = false) =>
  figureByKey({ key, shiftKey }, credits, scaleOf(['100000']))

describe('the scale of the bars', () => {
  it.each([
    // A fifth of room above, then the next round top; a step is a round two-hundredth of it.
    [['100000'], { top: 150_000, step: 1_000 }],
    [['0', '240000'], { top: 300_000, step: 2_000 }],
    [['8400000'], { top: 12_000_000, step: 100_000 }],
    [['0'], { top: 1_500, step: 10 }],
    [['9007199254'], { top: 9_007_199_254, step: 50_000_000 }],
  ])('of %j leaves room to draw higher', (credits, scale) => {
    expect(scaleOf(credits)).toEqual(scale)
  })

  it('shows a figure at its part of the height, and never outside', () => {
    const scale = scaleOf(['100000'])
    expect(barOf('75000.5', scale)).toEqual({
      height: `${String((75_000.5 / 150_000) * 100)}%`,
      value: 75_000.5,
    })
    expect(barOf('200000', scale)).toEqual({ height: '100%', value: 200_000 })
  })
})

describe('a pointer over twelve bars', () => {
  const box = { left: 100, bottom: 300, width: 240, height: 120 }
  const at = (x: number, y: number) => pointIn(box, 12, { x, y })

  it('is in the month it is over, as high as it is above the ground', () => {
    expect(at(100, 300)).toEqual({ month: 0, part: 0 })
    expect(at(119.9, 180)).toEqual({ month: 0, part: 1 })
    expect(at(120, 240)).toEqual({ month: 1, part: 0.5 })
    expect(at(339, 270)).toEqual({ month: 11, part: 0.25 })
  })

  it('is at the nearest end beyond them', () => {
    expect(at(0, 400)).toEqual({ month: 0, part: 0 })
    expect(at(900, 0)).toEqual({ month: 11, part: 1 })
  })
})

describe('drawing', () => {
  const scale = scaleOf(['100000'])

  it('sets the month under the hand to the step next to it', () => {
    // half of 150,000; 0.503 of it is 75,450, next to 75,000
    expect([...drawnBetween({ month: 2, part: 0 }, { month: 2, part: 0.503 }, scale)]).toEqual([[2, '75000']])
  })

  it('across months sets those on the way to a line, whichever way it goes', () => {
    const [low, high] = [
      { month: 1, part: 0.2 },
      { month: 4, part: 0.8 },
    ]
    const line = [
      [1, '30000'],
      [2, '60000'],
      [3, '90000'],
      [4, '120000'],
    ]
    expect([...drawnBetween(low, high, scale)]).toEqual(line)
    expect([...drawnBetween(high, low, scale)]).toEqual(line)
  })

  it('sets whole figures of the scale only, one for each month passed', () => {
    const point = record({ month: nat(119), part: float({ min: 0, max: 1, noNaN: true }) })
    assert(
      property(point, point, nat(9_000_000_000), (from, to, most) => {
        const of = scaleOf([String(most)])
        const drawn = [...drawnBetween(from, to, of)]
        expect(drawn).toHaveLength(Math.abs(from.month - to.month) + 1)
        for (const [, figure] of drawn) {
          expect(figure).toMatch(/^\d+$/)
          const isTop = figure === '9007199254'
          expect(isTop || Number(figure) % of.step === 0).toBe(true)
        }
      }),
    )
  })
})

describe('keys', () => {
  it.each([
    ['ArrowUp', '100000', false, '101000'],
    ['ArrowUp', '100000', true, '110000'],
    ['ArrowDown', '100000', false, '99000'],
    ['PageDown', '100000', false, '90000'],
    ['ArrowUp', '100500', false, '101000'],
    ['ArrowDown', '100500', false, '100000'],
    ['ArrowDown', '0', true, '0'],
    ['ArrowUp', '9007199254', false, '9007199254'],
  ])('%s on %s (shift: %s) makes %s of it', (key, credits, shift, next) => {
    expect(press(key, credits, shift)).toBe(next)
  })

  it('go from month to month, and no further than the ends', () => {
    expect(monthByKey('ArrowRight', 3, 12)).toBe(4)
    expect(monthByKey('ArrowRight', 11, 12)).toBe(11)
    expect(monthByKey('ArrowLeft', 0, 12)).toBe(0)
    expect(monthByKey('Home', 7, 12)).toBe(0)
    expect(monthByKey('End', 7, 12)).toBe(11)
    expect(monthByKey('x', 7, 12)).toBeUndefined()
    expect(press('x', '1')).toBeUndefined()
  })
})

describe('labels', () => {
  it('stand as densely as they have room: 26 px each', () => {
    expect(labelledEvery(12, 312)).toBe(1)
    expect(labelledEvery(12, 311)).toBe(2)
    expect(labelledEvery(36, 312)).toBe(3)
    expect(labelledEvery(120, 312)).toBe(12)
    expect(labelledEvery(120, 10)).toBe(24)
    expect([0, 1, 2, 3].map((month) => isLabelled(month, 2))).toEqual([true, false, true, false])
  })

  it('have figures above the bars where those are 34 px wide', () => {
    expect(hasRoomForFigures(12, 408)).toBe(true)
    expect(hasRoomForFigures(12, 407)).toBe(false)
  })
})
