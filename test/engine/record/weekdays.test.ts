import { describe, expect, test } from 'vitest'
import { DAY, type Instant, parseDate, parseInstant } from '#main/engine/calendar/civil.ts'
import { wantedBy } from '#main/engine/record/month-spread.ts'
import type { Stretch } from '#main/engine/record/use.ts'
import { type Weekdays, weekdaysOf } from '#main/engine/record/weekdays.ts'
import { whenMoreIsWanted, whenUsed } from '#main/engine/record/when-used.ts'
import type { WeekdayProfile } from '#shared/usage.ts'
import { profileOf } from '../../laws/support/arbitrary-weekdays.ts'

/** Wednesday to Thursday, 30 days: 22 of working weeks and 8 of weekends. */
const APRIL = { index: 0, start: parseDate('2026-04-01'), end: parseDate('2026-05-01') }

function profiled(profile: WeekdayProfile): Weekdays {
  const weekdays = weekdaysOf(profile)
  if (weekdays === null) throw new Error('All days are as busy.')
  return weekdays
}

const FIVE_TO_TWO = profiled(profileOf(5, 2))
const WORKING = profiled(profileOf(1, 0))

const onDay = (day: number, whole: number, weekdays: Weekdays): number => {
  const start = APRIL.start + (day - 1) * DAY
  return wantedBy(start + DAY, whole, APRIL, weekdays) - wantedBy(start, whole, APRIL, weekdays)
}
const DAYS = Array.from({ length: 30 }, (_, index) => index + 1)
const WEEKEND = [4, 5, 11, 12, 18, 19, 25, 26]

describe('a month by a weekday profile', () => {
  test('of five to two: 22 × 5 + 8 × 2 = 126 parts', () => {
    expect(DAYS.map((day) => onDay(day, 126_000, FIVE_TO_TWO))).toEqual(
      DAYS.map((day) => (WEEKEND.includes(day) ? 2_000 : 5_000)),
    )
  })

  test('that has no weekend wants nothing then', () => {
    expect(DAYS.filter((day) => onDay(day, 22, WORKING) === 0)).toEqual(WEEKEND)
  })

  test('neither loses nor invents a millionth that its parts do not divide', () => {
    const days = DAYS.map((day) => onDay(day, 1_000_003, FIVE_TO_TWO))
    expect(days.reduce((sum, day) => sum + day, 0)).toBe(1_000_003)
    // 1,000,003 × 5 ÷ 126 = 39,682.65…, × 2 ÷ 126 = 15,873.06…
    expect(new Set(days)).toEqual(new Set([39_682, 39_683, 15_873, 15_874]))
  })

  test('goes through a day as time does', () => {
    const noon = APRIL.start + 2 * DAY + DAY / 2
    expect(wantedBy(noon, 126_000, APRIL, FIVE_TO_TWO)).toBe(12_500)
  })

  test('knows the weekdays before 1970', () => {
    // The 28 December 1969 was a Sunday.
    const month = { index: 0, start: parseDate('1969-12-01'), end: parseDate('1970-01-01') }
    const sundays = profiled({ ...profileOf(0, 0), sun: 3 })
    const by = (date: string) => wantedBy(parseDate(date), 400, month, sundays)
    expect([by('1969-12-07'), by('1969-12-08'), by('1969-12-28'), by('1969-12-29')]).toEqual([
      0, 100, 300, 400,
    ])
    expect(wantedBy(parseInstant('1969-12-28T12:00:00Z'), 400, month, sundays)).toBe(350)
  })

  test('as busy on all days is none', () => {
    expect(weekdaysOf(profileOf(7, 7))).toBeNull()
    expect(weekdaysOf(undefined)).toBeNull()
  })
})

describe('when a part of it is used', () => {
  const stretchOf = (from: Instant, to: Instant, weekdays: Weekdays | null): Stretch => ({
    ...APRIL,
    at: from,
    until: to,
    weekdays,
  })
  const at = (instant: string) => parseInstant(`2026-04-${instant}:00Z`)
  const whole = stretchOf(APRIL.start, APRIL.end, WORKING)

  test('is within the day it falls on', () => {
    // 22 working days: the fourth is Monday 6.
    expect(whenUsed(whole, 35, 220)).toBe(at('06T12:00'))
    expect(whenMoreIsWanted(whole, 35, 220)).toBe(at('06T12:00'))
  })

  test('is the end of Friday for all until then, and more is wanted on Monday', () => {
    expect(whenUsed(whole, 30, 220)).toBe(at('04T00:00'))
    expect(whenMoreIsWanted(whole, 30, 220)).toBe(at('06T00:00'))
  })

  test('is not before there is any, and not after there was all', () => {
    const fromSaturday = stretchOf(at('04T00:00'), at('12T00:00'), WORKING)
    expect(whenUsed(fromSaturday, 0, 50)).toBe(at('06T00:00'))
    expect(whenMoreIsWanted(fromSaturday, 0, 50)).toBe(at('06T00:00'))
    expect(whenUsed(fromSaturday, 50, 50)).toBe(at('11T00:00'))
    expect(whenMoreIsWanted(fromSaturday, 50, 50)).toBe(at('12T00:00'))
  })

  test('begins and ends within days', () => {
    // Half of Thursday 2, Friday 3, half of Monday 6: two days of work.
    const some = stretchOf(at('02T12:00'), at('06T12:00'), WORKING)
    expect(whenUsed(some, 1, 4)).toBe(at('03T00:00'))
    expect(whenUsed(some, 3, 4)).toBe(at('04T00:00'))
    expect(whenUsed(some, 7, 8)).toBe(at('06T06:00'))
  })

  test('is where it begins for a stretch in which nothing is wanted', () => {
    const weekend = stretchOf(at('04T00:00'), at('06T00:00'), WORKING)
    expect(whenUsed(weekend, 0, 0)).toBe(at('04T00:00'))
  })

  test('without a profile goes as time goes', () => {
    const even = stretchOf(at('01T00:00'), at('11T00:00'), null)
    expect([whenUsed(even, 3, 10), whenMoreIsWanted(even, 3, 10)]).toEqual([at('04T00:00'), at('04T00:00')])
  })
})
