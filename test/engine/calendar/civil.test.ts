import { describe, expect, test } from 'vitest'
import {
  dateText,
  daysInMonth,
  instantText,
  parseDate,
  toCivil,
  toInstant,
} from '#main/engine/calendar/civil.ts'

const DAY = 86_400_000

/** JavaScript's own calendar. */
const dateOf = (instant: number) => {
  const date = new Date(instant)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

describe('the calendar agrees with an independent one', () => {
  test('on every day from 1890 to 2110, both ways', () => {
    const wrong: string[] = []
    for (let instant = Date.UTC(1890, 0, 1); instant < Date.UTC(2110, 0, 1); instant += DAY) {
      const civil = toCivil(instant)
      const { year, month, day } = dateOf(instant)
      const isSame = civil.year === year && civil.month === month && civil.day === day
      if (!isSame || toInstant(civil) !== instant) wrong.push(new Date(instant).toISOString())
    }
    expect(wrong).toEqual([])
  })

  test.each([
    '0001-01-01',
    '0400-02-29',
    '1600-02-29',
    '1969-12-31',
    '1970-01-01',
    '2000-02-29',
    '9999-12-31',
  ])('%s is read and written', (text) => {
    expect(parseDate(text)).toBe(Date.parse(`${text}T00:00:00Z`))
    expect(dateText(parseDate(text))).toBe(text)
  })

  test('a month has the days of its year', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
    expect([1, 4, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 30, 31])
  })

  test.each([0, 1, 86_399_999, -1, -86_400_001, 1_767_225_599_999])(
    'instant %i is written like ISO 8601',
    (instant) => {
      expect(instantText(instant)).toBe(new Date(instant).toISOString())
      expect(toCivil(instant)).toEqual(dateOf(instant))
    },
  )
})
