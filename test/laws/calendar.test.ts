import { afterEach, describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { remainingShares } from '#main/engine/subscription/proration.ts'
import { ChangeDay, ProrationUnit } from '#shared/policies.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { micros, sumOf } from './support/sums.ts'

/*
 * Every anchor day of common, leap and century years, through whole runs, beside JavaScript's own calendar; and the
 * shares of every term by every setting.
 */

const DAY = 86_400_000

const textOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** The anchor's day of a later month, or the last day of a shorter one: day 0 of the month after. */
function anniversary(anchor: number, months: number): number {
  const date = new Date(anchor)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last))
}

const daysFrom = (from: number, to: number): readonly number[] =>
  Array.from({ length: (to - from) / DAY }, (_, day) => from + day * DAY)

const daysOfYear = (year: number): readonly number[] =>
  daysFrom(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))

const CATALOG = catalogOf([
  planOf({ id: 'low', monthly: '33.33', annual: '333.3', credits: '1000' }),
  planOf({ id: 'high', monthly: '99.99', annual: '999.9', credits: '5000' }),
])

describe('a run starts its periods and bills them on the anchor’s day', () => {
  test.each([
    [1900, 'a century that is common'],
    [2000, 'a century that leaps'],
    [2023, 'common'],
    [2024, 'leap'],
  ])('on each day of %i, %s', (year) => {
    const usage = Array.from({ length: 14 }, () => '100')
    const days = daysOfYear(year)
    expect(new Set(days.map((day) => new Date(day).getUTCDate())).size).toBe(31)
    for (const anchor of days) {
      const result = valueOf(run(CATALOG, scenarioOf(CATALOG, usage, { start: textOf(anchor) })))
      const starts = usage.map((_, month) => textOf(anniversary(anchor, month)))
      expect(result.periods.map(({ start }) => start)).toEqual(starts)
      expect(result.periods.map(({ end }) => end)).toEqual([
        ...starts.slice(1),
        textOf(anniversary(anchor, 14)),
      ])
      expect(result.invoices.map(({ date }) => date)).toEqual(starts)
      expect(result.totals.total).toBe('466.62') // 14 × 33.33
    }
  })

  test.each([2023, 2024])('annually, on each day of %i: two invoices in fourteen months', (year) => {
    const usage = Array.from({ length: 14 }, () => '0')
    for (const anchor of daysOfYear(year)) {
      const terms = { start: textOf(anchor), billing: 'annual' as const }
      const { invoices, periods } = valueOf(run(CATALOG, scenarioOf(CATALOG, usage, terms)))
      expect(invoices.map(({ date }) => date)).toEqual([textOf(anchor), textOf(anniversary(anchor, 12))])
      expect(periods).toHaveLength(14)
    }
  })
})

/** `price × left ÷ length`, rounded half-up to the cent, in cents. */
const share = (cents: number, left: number, length: number): number =>
  Math.floor((2 * cents * left + length) / (2 * length))

describe('proration never loses or invents a cent', () => {
  // Months of 31, 28 or 29, and 30 days, from each day of them
  test.each([
    [2023, 1],
    [2023, 2],
    [2023, 4],
    [2024, 2],
  ])('an upgrade on any day of any term that starts in %i-%i', (year, month) => {
    const [from, to] = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)]
    for (const anchor of daysFrom(from, to)) {
      const end = anniversary(anchor, 1)
      const length = (end - anchor) / DAY
      for (const [gone, at] of daysFrom(anchor, end).entries()) {
        if (gone === 0) continue
        const changes = [
          { kind: 'changePlan' as const, plan: 'high', on: textOf(at), mode: 'prorated' as const },
        ]
        const scenario = scenarioOf(CATALOG, ['0'], { start: textOf(anchor), changes })
        const { invoices } = valueOf(run(CATALOG, scenario))
        const left = length - gone
        const cents = 3333 - share(3333, left, length) + share(9999, left, length)
        expect(sumOf(invoices.map(({ total }) => total))).toBe(BigInt(cents) * 10_000n)
        for (const { lines, total } of invoices)
          expect(sumOf(lines.map(({ amount }) => amount))).toBe(micros(total))
      }
    }
  })

  /** Months and years that begin with a cycle, and one and thirteen months into it, where a day may be a shorter month's last. */
  const TERMS = [2023, 2024].flatMap((year) =>
    daysOfYear(year).flatMap((anchor) =>
      [0, 1, 13].flatMap((month) =>
        [1, 12].map((months) => ({
          anchor,
          month,
          months,
          start: anniversary(anchor, month),
          end: anniversary(anchor, month + months),
        })),
      ),
    ),
  )

  test('by fixed30, every month of a term is thirty days, whatever its length and whatever day it begins on', () => {
    const wrong = TERMS.flatMap(({ month, months, ...term }) =>
      [...Array(months).keys()].flatMap((gone) => {
        const at = anniversary(term.anchor, month + gone)
        const { unused } = remainingShares(term, at, 'fixed30', 'newPlan')
        const isRight = unused.part === 30 * (months - gone) && unused.whole === 30 * months
        return isRight ? [] : [`${textOf(term.start)} to ${textOf(term.end)} on ${textOf(at)}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(ProrationUnit.options.flatMap((unit) => ChangeDay.options.map((day) => [unit, day] as const)))(
    'by %s, the day of a change counted as %s: no share is below nothing or above the whole, none grows with time',
    (unit, changeDay) => {
      const wrong: string[] = []
      for (const term of TERMS) {
        const step = term.end - term.start > 31 * DAY ? 13 : 1
        let before = { unused: Infinity, due: Infinity }
        for (let at = term.start; at < term.end; at += step * DAY) {
          const { unused, due } = remainingShares(term, at, unit, changeDay)
          const now = { unused: unused.part / unused.whole, due: due.part / due.whole }
          const isSound =
            unused.part >= 0 && unused.part <= unused.whole && due.part >= 0 && due.part <= due.whole
          // What ends is never given back twice: the new plan pays for at least what the old one gets back
          const isOrdered = now.unused <= now.due && now.unused <= before.unused && now.due <= before.due
          if (!isSound || !isOrdered)
            wrong.push(`${textOf(term.start)} to ${textOf(term.end)} on ${textOf(at)}`)
          before = now
        }
      }
      expect(wrong).toEqual([])
    },
  )
})

describe('wherever the machine is', () => {
  const home = process.env['TZ']

  afterEach(() => {
    if (home === undefined) delete process.env['TZ']
    else process.env['TZ'] = home
  })

  /** A change over the end of February, events around midnight and a change of the clocks in many places. */
  const answer = () =>
    JSON.stringify(
      valueOf(
        run(
          CATALOG,
          scenarioOf(CATALOG, ['1500', '700', '900', '0'], {
            start: '2024-01-31',
            trial: { days: 10, credits: '50' },
            changes: [
              { kind: 'changePlan', plan: 'high', on: '2024-03-10T07:30:00Z', mode: 'prorated' },
              { kind: 'changePlan', plan: 'low', on: '2024-03-31T01:30:00Z' },
            ],
          }),
        ),
      ),
    )

  test.each([
    'America/Los_Angeles',
    'America/St_Johns',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'Pacific/Apia',
  ])('in %s a run is the same bytes', (zone) => {
    process.env['TZ'] = 'UTC'
    const here = answer()
    process.env['TZ'] = zone
    expect(new Date('2024-01-31T00:00:00Z').getTimezoneOffset()).not.toBe(0)
    expect(answer()).toBe(here)
  })
})
