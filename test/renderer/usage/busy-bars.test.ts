import { describe, expect, it } from 'vitest'
import {
  busyAt,
  busyByKey,
  dayByKey,
  EVENLY,
  heightOf,
  WEEKENDS,
  WORKING_DAYS,
} from '#renderer/pages/account/inputs/usage/weekdays/busy-bars.ts'
import { weekdaysInWords } from '#renderer/finding/weekdays-in-words.ts'

const BOX = { left: 100, bottom: 300, width: 70, height: 50 }
const under = (clientX: number, clientY: number) => busyAt(BOX, { clientX, clientY })

describe('the bars of a week', () => {
  it('have a seventh of the width each, and are as busy as they are high, in fives', () => {
    expect(under(101, 300)).toEqual({ day: 'mon', busy: 0 })
    // 26 of 50 are 52 %
    expect(under(145, 274)).toEqual({ day: 'fri', busy: 50 })
    expect(under(169, 250)).toEqual({ day: 'sun', busy: 100 })
  })

  it('are the nearest beyond their ends', () => {
    expect(under(0, 900)).toEqual({ day: 'mon', busy: 0 })
    expect(under(900, 0)).toEqual({ day: 'sun', busy: 100 })
  })

  it('are as high as their days are busy', () => {
    expect([heightOf(0), heightOf(35), heightOf(100)]).toEqual(['0%', '35%', '100%'])
  })

  it('are gone along by keys, and not past the ends', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'ArrowUp'].map((key) => dayByKey(key, 'thu'))
    expect(keys).toEqual(['fri', 'wed', 'mon', 'sun', undefined])
    expect([dayByKey('ArrowLeft', 'mon'), dayByKey('ArrowRight', 'sun')]).toEqual(['mon', 'sun'])
  })

  it.each([
    ['ArrowUp', false, 40, 45],
    ['ArrowDown', false, 40, 35],
    ['ArrowUp', true, 40, 65],
    ['PageDown', false, 40, 15],
    ['PageUp', false, 90, 100],
    ['ArrowDown', false, 2, 0],
    ['ArrowLeft', false, 40, undefined],
  ] as const)('are set by %s, with Shift: %s, from %d to %s', (key, shiftKey, busy, after) => {
    expect(busyByKey({ key, shiftKey }, busy)).toBe(after)
  })

  it('are chosen at once, and told in a line', () => {
    expect([undefined, EVENLY, WORKING_DAYS, WEEKENDS].map(weekdaysInWords)).toEqual([
      'evenly on every day',
      'Mon–Sun 100',
      'Mon–Fri 100, Sat–Sun 0',
      'Mon–Fri 0, Sat–Sun 100',
    ])
  })
})
