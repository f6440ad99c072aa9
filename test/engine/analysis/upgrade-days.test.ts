import { describe, expect, test } from 'vitest'
import { daysAround, daysOfRun, spreadOver } from '#main/engine/analysis/upgrade-days.ts'

const dates = (days: readonly number[]) => days.map((day) => new Date(day).toISOString().slice(0, 10))
const day = (date: string) => Date.parse(date)

const TWO_MONTHS = { start: '2026-04-01', months: 2 }
const YEAR = { start: '2026-01-01', months: 12 }

describe('the days of a run on which an upgrade can happen', () => {
  test('are all after the first', () => {
    const days = dates(daysOfRun(TWO_MONTHS))
    expect([days.length, days[0], days.at(-1)]).toEqual([60, '2026-04-02', '2026-05-31'])
  })
})

describe('the days tried at first', () => {
  test('are all of them, where there are no more than may be tried', () => {
    expect(spreadOver(TWO_MONTHS, 60)).toEqual({ days: daysOfRun(TWO_MONTHS), everyDays: 1 })
    expect(spreadOver(TWO_MONTHS, Infinity).days.length).toBe(60)
  })

  test('are spread evenly from the second day on, and the first days of months, where there are more', () => {
    // A third of 59 are 19 days of 60: every fourth
    const { days, everyDays } = spreadOver(TWO_MONTHS, 59)
    expect(everyDays).toBe(4)
    expect(dates(days).slice(0, 3)).toEqual(['2026-04-02', '2026-04-06', '2026-04-10'])
    expect(dates(days)).toContain('2026-05-01')
    expect(days.length).toBe(16)
  })

  test('leave a third of what may be tried, of the longest run too', () => {
    for (const most of [30, 31, 100, 300])
      for (const months of [12, 36, 120])
        expect(spreadOver({ start: '2026-01-31', months }, most).days.length).toBeLessThanOrEqual(
          Math.floor((most * 2) / 3),
        )
  })

  test('are in order, each once', () => {
    const { days } = spreadOver(YEAR, 90)
    expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b))
  })
})

describe('the days around the best of these', () => {
  const spread = { days: [day('2026-04-02'), day('2026-04-06'), day('2026-04-10')], everyDays: 4 }

  test('reach up to those that were tried beside it, the nearest first', () => {
    expect(dates(daysAround(TWO_MONTHS, spread, day('2026-04-06'), 99))).toEqual([
      '2026-04-05',
      '2026-04-07',
      '2026-04-04',
      '2026-04-08',
      '2026-04-03',
      '2026-04-09',
    ])
  })

  test('are no more than are left to try, and none beyond the run', () => {
    expect(dates(daysAround(TWO_MONTHS, spread, day('2026-04-02'), 2))).toEqual(['2026-04-03', '2026-04-04'])
  })

  test('are none where every day was tried', () => {
    const all = { days: daysOfRun(TWO_MONTHS), everyDays: 1 }
    expect(daysAround(TWO_MONTHS, all, day('2026-04-06'), 99)).toEqual([])
  })
})
