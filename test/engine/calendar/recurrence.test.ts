import { expect, test } from 'vitest'
import { dateText, parseDate } from '#main/engine/calendar/civil.ts'
import { recurrences } from '#main/engine/calendar/recurrence.ts'

const dates = (
  anchor: string,
  every: number,
  unit: 'day' | 'week' | 'month' | 'year',
  after: string,
  before: string,
) => recurrences(parseDate(anchor), { every, unit }, parseDate(after), parseDate(before)).map(dateText)

test('month ends are clamped, and the anchor’s day comes back', () => {
  expect(dates('2026-01-31', 1, 'month', '2026-01-31', '2026-06-01')).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ])
})

test('a leap day comes back every fourth year', () => {
  expect(dates('2024-02-29', 1, 'year', '2024-03-01', '2028-03-01')).toEqual([
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
})

test('both ends are exclusive', () => {
  expect(dates('2026-01-01', 10, 'day', '2026-01-11', '2026-01-31')).toEqual(['2026-01-21'])
})

test('an anchor long before, and one still to come', () => {
  expect(dates('1999-12-30', 2, 'week', '2026-01-01', '2026-02-01')).toEqual(['2026-01-08', '2026-01-22'])
  expect(dates('2026-01-20', 5, 'day', '2026-01-01', '2026-01-31')).toEqual([
    '2026-01-20',
    '2026-01-25',
    '2026-01-30',
  ])
})
