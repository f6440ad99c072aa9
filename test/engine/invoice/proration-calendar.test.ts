import { describe, expect, test } from 'vitest'
import { DAY, daysInMonth, toInstant } from '#main/engine/calendar/civil.ts'
import { cycleStart } from '#main/engine/calendar/cycle.ts'
import { minus, plus, type Rational, roundSigned, times, whole } from '#main/engine/exact/rational.ts'
import { type AnchoredTerm, remainingShares } from '#main/engine/subscription/proration.ts'
import { proratedCost } from '../subscription/support/prorated-cost.ts'

const PRICE = 99_990_000
const CENTS = 9999

/** Every term of a month that can start: each anchor day in each month of common, leap and century years. */
const TERMS: readonly AnchoredTerm[] = [1900, 2000, 2023, 2024, 2100].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
    Array.from({ length: daysInMonth(year, month) }, (_, day) => {
      const start = toInstant({ year, month, day: day + 1 })
      return { anchor: start, start, end: cycleStart(start, 1) }
    }),
  ),
)

const daysOf = ({ start, end }: AnchoredTerm): readonly number[] =>
  Array.from({ length: (end - start) / DAY }, (_, day) => start + day * DAY)

describe.each(['second', 'day'] as const)(
  'by the %s, on every anchor day of common and leap years',
  (unit) => {
    test('the parts of a term between changes on any days are the whole price, to the last fraction', () => {
      for (const term of TERMS) {
        // what is left at one change less what is left at the next was used in between
        const cuts = [...daysOf(term).filter((_, day) => day % 7 === 3), term.end]
        const leftAt = (at: number): Rational => {
          const { unused } = remainingShares(term, at, unit, 'newPlan')
          return times(whole(PRICE), unused.part, unused.whole)
        }
        let used = minus(leftAt(term.start), leftAt(cuts[0] ?? term.end))
        for (const [index, cut] of cuts.slice(0, -1).entries())
          used = plus(used, minus(leftAt(cut), leftAt(cuts[index + 1] ?? term.end)))
        expect(roundSigned(minus(used, whole(PRICE)), 1)).toBe(0)
        expect(minus(used, whole(PRICE)).numerator).toBe(0n)
      }
    })

    test('a change to a plan of the same price costs nothing, on every day of every term', () => {
      for (const term of TERMS)
        for (const at of daysOf(term)) {
          const shares = remainingShares(term, at, unit, 'newPlan')
          const { credit, charge } = proratedCost(CENTS, CENTS, shares)
          expect(charge - credit).toBe(0)
          expect(credit).toBeLessThanOrEqual(PRICE)
        }
    })

    test('what is credited falls from the whole price on the first day, day by day, and never below nothing', () => {
      for (const term of TERMS) {
        const credits = daysOf(term).map((at) => {
          const shares = remainingShares(term, at, unit, 'newPlan')
          return proratedCost(CENTS, CENTS, shares).credit
        })
        expect(credits[0]).toBe(PRICE)
        expect(credits.every((credit, day) => credit > 0 && credit < (credits[day - 1] ?? Infinity))).toBe(
          true,
        )
      }
    })
  },
)
