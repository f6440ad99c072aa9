import { describe, expect, test } from 'vitest'
import type { PlanChangeMode } from '#shared/account.ts'
import type { ChangeDay } from '#shared/policies.ts'
import { parseInstant } from '#main/engine/calendar/civil.ts'
import { remainingShares } from '#main/engine/subscription/proration.ts'
import { seatPurchaseProblem, seatsAfterChange } from '#main/engine/subscription/seat-purchase.ts'
import { compilePlan } from '#main/engine/plan/compile-plan.ts'
import { resolvePolicies } from '#main/engine/plan/policies.ts'
import { planOf } from '../support/build.ts'
import { preset } from '../support/people.ts'
import { linesOf, sellingSeats, subscribe, to } from './support/subscribe.ts'

/** On the cycle of its first day, unless another one's. */
const term = (start: string, end: string, anchor = start) => ({
  start: parseInstant(start),
  end: parseInstant(end),
  anchor: parseInstant(anchor),
})
const APRIL = term('2026-04-01', '2026-05-01')
const YEAR = term('2026-04-01', '2027-04-01')
const DAY_SECONDS = 86_400

const parts = (
  ...[of, on, unit, day]: [typeof APRIL, string, 'second' | 'day' | 'fixed30' | 'none', ChangeDay]
) => {
  const { unused, due } = remainingShares(of, parseInstant(on), unit, day)
  return [unused.part, unused.whole, due.part, due.whole]
}

describe('what is left of a term', () => {
  test('by the second, to the second', () => {
    const whole = 30 * DAY_SECONDS
    expect(parts(APRIL, '2026-04-30T23:59:59Z', 'second', 'newPlan')).toEqual([1, whole, 1, whole])
    expect(parts(APRIL, '2026-04-01', 'second', 'newPlan')).toEqual([whole, whole, whole, whole])
  })

  test('by the day, whatever the hour', () => {
    expect(parts(APRIL, '2026-04-30T00:00:00Z', 'day', 'newPlan')).toEqual([1, 30, 1, 30])
    expect(parts(APRIL, '2026-04-30T23:59:59Z', 'day', 'newPlan')).toEqual([1, 30, 1, 30])
    expect(parts(APRIL, '2026-04-30T23:59:59Z', 'day', 'both')).toEqual([0, 30, 1, 30])
  })

  describe('by whole UTC days, of a term that starts in the evening', () => {
    const evening = term('2026-04-16T18:00:00Z', '2026-05-16T18:00:00Z')

    test.each([
      // its first evening is its first day, and the next midnight has it behind
      ['2026-04-16T23:59:59Z', [30, 30, 30, 30], [29, 30, 30, 30], [29, 30, 29, 30]],
      ['2026-04-17T00:00:00Z', [29, 30, 29, 30], [28, 30, 29, 30], [28, 30, 28, 30]],
      ['2026-04-17T06:00:00Z', [29, 30, 29, 30], [28, 30, 29, 30], [28, 30, 28, 30]],
      ['2026-04-17T20:00:00Z', [29, 30, 29, 30], [28, 30, 29, 30], [28, 30, 28, 30]],
      ['2026-05-15T19:00:00Z', [1, 30, 1, 30], [0, 30, 1, 30], [0, 30, 0, 30]],
      // the day it ends on is the next term's
      ['2026-05-16T06:00:00Z', [0, 30, 0, 30], [0, 30, 0, 30], [0, 30, 0, 30]],
    ])('%s leaves as much as its day does', (on, newPlan, both, endExclusive) => {
      expect(parts(evening, on, 'day', 'newPlan')).toEqual(newPlan)
      expect(parts(evening, on, 'day', 'both')).toEqual(both)
      expect(parts(evening, on, 'day', 'endExclusive')).toEqual(endExclusive)
      // April has thirty days, so thirtieths are its days
      expect(parts(evening, on, 'fixed30', 'newPlan')).toEqual(newPlan)
    })
  })

  test('by the day of a year, leap or not', () => {
    expect(parts(YEAR, '2026-07-10', 'day', 'newPlan')).toEqual([265, 365, 265, 365])
    const leap = term('2027-04-01', '2028-04-01')
    expect(parts(leap, '2028-03-01', 'day', 'newPlan')).toEqual([31, 366, 31, 366])
  })

  test('by thirtieths: a month is thirty days and a year 360, never less than nothing is left', () => {
    // three months and nine days
    expect(parts(YEAR, '2026-07-10', 'fixed30', 'newPlan')).toEqual([261, 360, 261, 360])
    expect(parts(YEAR, '2027-03-31', 'fixed30', 'newPlan')).toEqual([0, 360, 0, 360])
    const march = term('2026-03-01', '2026-04-01')
    expect(parts(march, '2026-03-31', 'fixed30', 'both')).toEqual([0, 30, 0, 30])
  })

  describe('by thirtieths, past a month’s end within the term: months of thirty days are gone', () => {
    const gone = (of: typeof APRIL, on: string) => {
      const [left = 0, whole = 0] = parts(of, on, 'fixed30', 'newPlan')
      return [whole - left, whole]
    }

    test.each([
      ['2026-05-23', '2026-06-23', '2026-06-15', 22], // 30 + 15 − 23
      ['2026-05-23', '2026-06-23', '2026-05-31', 8],
      ['2026-05-23', '2026-06-23', '2026-06-01', 8], // the 31st of a month counts as the first after it
      ['2026-02-23', '2026-03-23', '2026-03-15', 22],
      ['2024-02-23', '2024-03-23', '2024-03-15', 22],
      ['2026-02-23', '2026-03-23', '2026-02-28', 5],
      ['2026-02-23', '2026-03-23', '2026-03-01', 8], // two days that February has not
    ])('from %s to %s, on %s: %d of 30', (start, end, on, days) => {
      expect(gone(term(start, end), on)).toEqual([days, 30])
    })

    // The last day of a month that has not the anchor's day is where its month begins
    test.each([
      ['2026-01-31', '2026-02-28', '2026-02-27', 27],
      ['2026-02-28', '2026-03-31', '2026-03-01', 1],
      ['2026-02-28', '2026-03-31', '2026-03-15', 15],
      ['2024-02-29', '2024-03-31', '2024-03-15', 15],
      ['2026-03-31', '2026-04-30', '2026-04-29', 29],
    ])('of a cycle from the 31st, from %s to %s, on %s: %d of 30', (start, end, on, days) => {
      expect(gone(term(start, end, '2025-12-31'), on)).toEqual([days, 30])
    })

    test('of a year that began on the 28th of February for the 31st', () => {
      const year = term('2026-02-28', '2027-02-28', '2025-12-31')
      expect(['2026-03-31', '2026-08-31', '2026-09-15'].map((on) => gone(year, on))).toEqual([
        [30, 360],
        [180, 360],
        [195, 360],
      ])
    })

    test('the day of the change is the new plan’s, both plans’ or the old one’s', () => {
      const may = term('2026-05-23', '2026-06-23')
      expect(parts(may, '2026-06-15', 'fixed30', 'newPlan')).toEqual([8, 30, 8, 30])
      expect(parts(may, '2026-06-15', 'fixed30', 'both')).toEqual([7, 30, 8, 30])
      expect(parts(may, '2026-06-15', 'fixed30', 'endExclusive')).toEqual([7, 30, 7, 30])
      expect(parts(may, '2026-06-22', 'fixed30', 'both')).toEqual([0, 30, 1, 30])
    })
  })

  test('not at all: nothing is credited, everything is due', () => {
    expect(parts(APRIL, '2026-04-29', 'none', 'newPlan')).toEqual([0, 1, 1, 1])
  })
})

describe('the cost of a plan change, 20.00 → 100.00 with a third of April left', () => {
  const PLANS = [planOf({ id: 'old', monthly: '20' }), planOf({ id: 'next', monthly: '100' })]

  test.each<[PlanChangeMode, readonly string[]]>([
    ['prorated', ['-6.67', '33.33']], // 20 ÷ 3 = 6.666… and 100 ÷ 3 = 33.333…, each rounded by itself
    ['difference', ['80.00']],
    ['restartCycle', ['100.00']],
    ['doNotBill', []],
  ])('%s: %j', (mode, amounts) => {
    const changes = [to('next', '2026-04-21', { mode, timing: 'now' })]
    const lines = linesOf(subscribe(PLANS, 1, { changes })).filter(([on]) => on === '2026-04-21')
    expect(lines.map(([, , amount]) => amount)).toEqual(amounts)
  })
})

describe('extra Full seats after a change of plan', () => {
  const october = (id: string) => {
    const plan = preset('elevenlabs-2026-10').plans.find((candidate) => candidate.id === id)
    if (plan === undefined) throw new Error(`No plan ${id}.`)
    return compilePlan(plan, 'USD', resolvePolicies())
  }

  test.each([
    ['scale', 4, 'business', 0], // 3 + 4 = 7 of 10 included
    ['pro', 4, 'scale', 2], // 1 + 4 = 5, 3 included
    ['pro', 10, 'business', 1], // 11, 10 included
    ['business', 0, 'pro', 0], // what was included is not bought
    ['business', 1, 'pro', 1], // what was bought is kept
    ['scale', 8, 'pro', 8],
    ['scale', 4, 'creator', 0], // sells none
    ['enterprise', 15, 'business', 1], // at most 11 in all
    ['business', 1, 'enterprise', 0],
  ])('%s and %d → %s: %d bought', (from, extra, into, bought) => {
    expect(seatsAfterChange(extra, october(from), october(into))).toBe(bought)
  })

  test('the most there can be, by the plan', () => {
    expect(seatPurchaseProblem(10, october('pro'))).toBeNull()
    expect(seatPurchaseProblem(11, october('pro'))).toMatch('at most 11 Full seats')
    expect(seatPurchaseProblem(1, october('business'))).toBeNull()
    expect(seatPurchaseProblem(2, october('business'))).not.toBeNull()
    expect(seatPurchaseProblem(500, october('enterprise'))).toBeNull()
    expect(seatPurchaseProblem(1, october('creator'))).toMatch('sells no extra Full seats')
    expect(seatPurchaseProblem(0, october('creator'))).toBeNull()
  })

  test('a plan of one’s own may include as many as it sells', () => {
    const own = compilePlan(sellingSeats(planOf({}), 11), 'USD', resolvePolicies())
    expect(seatPurchaseProblem(1, own)).not.toBeNull()
  })
})
