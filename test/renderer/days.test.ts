import { describe, expect, it } from 'vitest'
import {
  dateIn,
  dayNumber,
  dayText,
  earlierFirst,
  laterBy,
  longDay,
  monthOf,
  monthsLater,
  readDay,
  readTime,
  timeIn,
  whenOf,
  wholeMonths,
} from '#renderer/format/days.ts'

describe('a day', () => {
  it('is counted from 1 January 1970, in UTC, whatever the time of day', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1970-02-01T23:59:59Z')).toBe(31)
    expect(dayText(31)).toBe('1970-02-01')
  })

  it('has one after it in the next month and year', () => {
    expect(laterBy('2026-12-31', 1)).toBe('2027-01-01')
    expect(laterBy('2028-03-01', -1)).toBe('2028-02-29')
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s, the last of a month that is too short', (from, months, to) => {
    expect(monthsLater(from, months)).toBe(to)
  })

  it.each([
    ['2026-01-15', '2026-01-15', 0],
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-11-15', '2028-01-14', 13],
  ])('from %s to %s are %i whole months', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months)
  })

  it('is written in full with the name of its month', () => {
    expect(longDay('2026-03-12T09:30:00Z')).toBe('12 March 2026')
    expect(longDay('soon')).toBe('soon')
    expect(monthOf('2026-03-12')).toBe('Mar')
  })
})

describe('a date that is typed', () => {
  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026-3-1', '2026-03-01'],
    [' 12 Mar 2026 ', '2026-03-12'],
    ['12 march 2026', '2026-03-12'],
    ['1. December 2026', '2026-12-01'],
    ['March 12, 2026', '2026-03-12'],
    ['29 Feb 2028', '2028-02-29'],
  ])('is read in %s', (typed, date) => {
    expect(readDay(typed)).toBe(date)
  })

  it.each([
    '',
    '12',
    '12 Mar',
    '29 Feb 2026',
    '31 April 2026',
    '2026-13-01',
    '12 Foo 2026',
    '12 Marx 2026',
    '3/4/2026',
  ])('is not guessed from “%s”', (typed) => {
    expect(readDay(typed)).toBeNull()
  })
})

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30:15', '09:30:15'],
    ['23.59', '23:59'],
  ])('is read in %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['24:00', '9', '9:60', 'noon'])('is not guessed from %s', (typed) => {
    expect(readTime(typed)).toBeNull()
  })

  it.each([
    ['2026-03-12', null],
    ['2026-03-12T00:00:00Z', null],
    ['2026-03-12T09:30:00.000Z', '09:30'],
    ['2026-03-12T09:30Z', '09:30'],
    ['2026-03-12T09:30:15Z', '09:30:15'],
    ['2026-03-12T09:30:15.250Z', '09:30:15.250'],
  ])('of %s is %s', (when, time) => {
    expect(timeIn(when)).toBe(time)
    expect(dateIn(when)).toBe('2026-03-12')
    expect(Date.parse(whenOf(dateIn(when), timeIn(when)))).toBe(Date.parse(when))
  })

  it('orders instants of one day, and takes a date for its midnight', () => {
    expect(earlierFirst('2026-03-12T00:00:01Z', '2026-03-12')).toBe(1)
    expect(earlierFirst('2026-03-12', '2026-03-12T00:00:00Z')).toBe(0)
    expect(earlierFirst('2026-03-12T09:00:00Z', '2026-03-12T10:00:00Z')).toBe(-1)
  })
})
