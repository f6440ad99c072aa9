import { describe, expect, test } from 'vitest'
import { dateText, parseDate } from '#main/engine/calendar/civil.ts'
import { cycleStart, cycleStarts } from '#main/engine/calendar/cycle.ts'

/** The anniversary by another route: the anchor's day, or the last day of the month (day 0 of the next). */
function anniversary(year: number, monthIndex: number, day: number): number {
  const last = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate()
  return Date.UTC(year, monthIndex, Math.min(day, last))
}

const datesFrom = (anchor: string, count: number) => cycleStarts(parseDate(anchor), count).map(dateText)

describe('periods start on the cycle anchor’s day', () => {
  test.each([1899, 1900, 1967, 1968, 1999, 2000, 2023, 2024, 2025, 2026])(
    'every anchor day of %i starts 30 periods where an independent calendar does',
    (year) => {
      const wrong: string[] = []
      for (let anchor = Date.UTC(year, 0, 1); anchor < Date.UTC(year + 1, 0, 1); anchor += 86_400_000) {
        const date = new Date(anchor)
        for (let index = 0; index < 30; index++) {
          const start = cycleStart(anchor, index)
          if (start !== anniversary(year, date.getUTCMonth() + index, date.getUTCDate()))
            wrong.push(`${dateText(anchor)} + ${index}: ${dateText(start)}`)
        }
      }
      expect(wrong).toEqual([])
    },
  )

  test('the 31st means the last day of shorter months, then the 31st again', () => {
    expect(datesFrom('2026-01-31', 5)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(datesFrom('2024-01-30', 3)).toEqual(['2024-01-30', '2024-02-29', '2024-03-30'])
    expect(datesFrom('2024-02-29', 13).at(-1)).toBe('2025-02-28')
    expect(datesFrom('2024-02-29', 49).at(-1)).toBe('2028-02-29')
  })

  test('the anchor’s time of day is kept', () => {
    const anchor = Date.parse('1969-12-31T23:30:00Z')
    expect(new Date(cycleStart(anchor, 2)).toISOString()).toBe('1970-02-28T23:30:00.000Z')
  })
})
