import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, parseDate } from '#main/engine/calendar/civil.ts'
import { creditsText, toMicros } from '#main/engine/exact/amount.ts'
import { run } from '#main/engine/index.ts'
import { wantedBy } from '#main/engine/record/month-spread.ts'
import { busyOn, busyTime, weekdaysOf } from '#main/engine/record/weekdays.ts'
import { patternSeries } from '#main/engine/scenario/usage-curve.ts'
import { byDay, NOTHING_USED } from '#main/engine/report/used-row.ts'
import { UNATTRIBUTED } from '#main/engine/record/attribution.ts'
import type { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyAccount } from './support/arbitrary-account.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { anyProfile, profileOf } from './support/arbitrary-weekdays.ts'

const anyMonth = fc
  .constantFrom(['2026-02-01', '2026-03-01'], ['2024-01-31', '2024-02-29'], ['1969-12-30', '1970-01-30'])
  .map(([start = '', end = '']) => ({ index: 0, start: parseDate(start), end: parseDate(end) }))

const anyWhole = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }))

describe('usage by a weekday profile', () => {
  test('of the parts of a month, wherever it is cut, sums to the month', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
    fc.assert(
      fc.property(
        anyMonth,
        anyWhole,
        anyProfile,
        cuts,
        fc.constantFrom(1, DAY),
        (month, whole, profile, some, unit) => {
          const weekdays = weekdaysOf(profile)
          const length = month.end - month.start
          const at = some.map((share) => month.start + Math.floor((share * length) / unit) * unit)
          const ends = [month.start, ...at.toSorted((a, b) => a - b), month.end]
          const by = ends.map((end) => wantedBy(end, whole, month, weekdays))
          const parts = by.slice(1).map((end, index) => end - (by[index] ?? 0))
          expect(parts.every((part) => part >= 0)).toBe(true)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
        },
      ),
    )
  })

  test('is each day’s share of what all days are, to the millionth', () => {
    fc.assert(
      fc.property(anyMonth, fc.nat(1_000_000_000), anyProfile, (month, whole, profile) => {
        const weekdays = weekdaysOf(profile)
        if (weekdays === null) return
        const all = busyTime(weekdays, month.start, month.end)
        for (let day = month.start; day < month.end; day += DAY) {
          const wanted = wantedBy(day + DAY, whole, month, weekdays) - wantedBy(day, whole, month, weekdays)
          expect(Math.abs(wanted - (whole * busyOn(weekdays, day) * DAY) / all)).toBeLessThan(1)
        }
      }),
    )
  })

  test('is by day what it is in all, of each kind', () => {
    fc.assert(
      fc.property(
        anyMonth,
        anyProfile,
        fc.array(fc.nat(9999), { minLength: 3, maxLength: 3 }),
        (month, profile, some) => {
          const [pooled = 0, overage = 0, blocked = 0] = some
          const days = byDay({
            stretch: { ...month, at: month.start, until: month.end, weekdays: weekdaysOf(profile) },
            attribution: UNATTRIBUTED,
            sum: { ...NOTHING_USED, pooled, overage, blocked },
            isOwed: false,
          })
          const sumOf = (part: 'pooled' | 'overage' | 'blocked') =>
            days.reduce((sum, day) => sum + day.sum[part], 0)
          expect([sumOf('pooled'), sumOf('overage'), sumOf('blocked')]).toEqual([pooled, overage, blocked])
        },
      ),
    )
  })

  test('that is the same on all days is spread as without one', () => {
    const withAll = (scenario: Scenario, weekdays: ReturnType<typeof profileOf> | undefined): Scenario => {
      const { usage } = scenario
      const own = weekdays === undefined ? {} : { weekdays }
      const bare = <T extends { weekdays?: unknown }>({ weekdays: _own, ...rest }: T) => ({ ...rest, ...own })
      switch (usage.kind) {
        case 'pattern':
          return { ...scenario, usage: bare(usage) }
        case 'series':
          return { ...scenario, usage: bare(usage) }
        case 'streams':
          return { ...scenario, usage: { ...usage, streams: usage.streams.map((stream) => bare(stream)) } }
      }
    }
    fc.assert(
      fc.property(fc.oneof(anyAccount(), anyPeople), fc.integer({ min: 1, max: 100 }), (account, busy) => {
        const { catalog, scenario } = account
        const even = valueOf(run(catalog, withAll(scenario, undefined)))
        expect(valueOf(run(catalog, withAll(scenario, profileOf(busy, busy))))).toEqual(even)
      }),
    )
  })

  test('never changes what a month of one source comes to', () => {
    fc.assert(
      fc.property(anyAccount(), anyProfile, ({ catalog, scenario }, weekdays) => {
        const { usage } = scenario
        if (usage.kind !== 'series') throw new Error('Not written out.')
        const totals = (of: Scenario) => valueOf(run(catalog, of)).totals
        const profiled = { ...scenario, usage: { ...usage, weekdays } }
        const even = { ...scenario, usage: { kind: usage.kind, credits: usage.credits } }
        expect(totals(profiled)).toEqual(totals(even))
      }),
    )
  })
})

describe('growth', () => {
  test('by a quarter undoes falling by a fifth, where nothing is rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 8 }), (base, months) => {
        const top = toMicros(String(base * 5 ** months))
        const falling = patternSeries({ kind: 'growth', percent: '-20' }, top, months + 1)
        const least = falling.at(-1) ?? 0
        expect(creditsText(least)).toBe(String(base * 4 ** months))
        expect(patternSeries({ kind: 'growth', percent: '25' }, least, months + 1)).toEqual(
          falling.toReversed(),
        )
      }),
    )
  })

  test('downward never rises and never falls below nothing', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 100 }), (monthly, percent) => {
        const series = patternSeries({ kind: 'growth', percent: `-${percent}` }, monthly, 12)
        expect(series.every((month, index) => month >= 0 && month <= (series[index - 1] ?? monthly))).toBe(
          true,
        )
      }),
    )
  })
})
