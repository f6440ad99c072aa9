import type { ChangeDay, ProrationUnit } from '#shared/policies.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import type { Share } from '../exact/percent.ts'

/** A stretch of time that was paid for: `[start, end)`. */
export interface Term {
  readonly start: Instant
  readonly end: Instant
}

/** How much of a term is left when something changes in it: for what ends, and for what begins. */
export interface RemainingShares {
  /** The part of the old price that was not used. */
  readonly unused: Share
  /** The part of the new price that falls due. */
  readonly due: Share
}

const SECOND = 1000

/**
 * The shares of a term that remain at `at`, counted in the vendor's unit. Counted in days, the day of the change
 * belongs to the new plan, to both, or to the old one. `fixed30` counts a month as thirty days whatever its
 * length. `none` credits nothing and charges in full. Source: DESIGN §4, "where vendors disagree".
 */
export function remainingShares(
  term: Term,
  at: Instant,
  unit: ProrationUnit,
  changeDay: ChangeDay,
): RemainingShares {
  switch (unit) {
    case 'second': {
      const left = {
        part: Math.floor((term.end - at) / SECOND),
        whole: Math.floor((term.end - term.start) / SECOND),
      }
      return { unused: left, due: left }
    }
    case 'day':
      return byDays(daysFrom(term.start, term.end), daysFrom(term.start, at), changeDay)
    case 'fixed30':
      return byDays(
        THIRTY * monthsOf(term),
        Math.min(daysFrom(term.start, at), THIRTY * monthsOf(term)),
        changeDay,
      )
    case 'none':
      return { unused: { part: 0, whole: 1 }, due: { part: 1, whole: 1 } }
  }
}

const THIRTY = 30

/** A term is one month or twelve; anything over a month and a bit is a year. */
const monthsOf = (term: Term): number => (term.end - term.start > 31 * DAY ? 12 : 1)

/**
 * Whole UTC days: an instant counts as the day it falls on, so that a term that starts in the evening has its first day
 * behind it at the next midnight, and every change of one day leaves as much.
 */
const daysFrom = (from: Instant, to: Instant): number => Math.floor(to / DAY) - Math.floor(from / DAY)

function byDays(whole: number, elapsed: number, changeDay: ChangeDay): RemainingShares {
  const fromChangeDayOn = { part: Math.max(0, whole - elapsed), whole }
  const afterChangeDay = { part: Math.max(0, whole - elapsed - 1), whole }
  switch (changeDay) {
    case 'newPlan':
      return { unused: fromChangeDayOn, due: fromChangeDayOn }
    case 'both':
      return { unused: afterChangeDay, due: fromChangeDayOn }
    case 'endExclusive':
      return { unused: afterChangeDay, due: afterChangeDay }
  }
}
