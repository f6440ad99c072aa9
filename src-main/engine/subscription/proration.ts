import type { ChangeDay, ProrationUnit } from '#shared/policies.ts'
import { DAY, daysInMonth, type Instant, toCivil } from '../calendar/civil.ts'
import type { Share } from '../exact/percent.ts'

/** A stretch of time that was paid for: `[start, end)`. */
export interface Term {
  readonly start: Instant
  readonly end: Instant
}

/** A term among the months of its billing cycle, which begin on the day of the `anchor`. */
export interface AnchoredTerm extends Term {
  readonly anchor: Instant
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
 * The shares of a term that remain at `at`, an instant in it, counted in the vendor's unit. Counted in days, the day of
 * the change belongs to the new plan, to both, or to the old one. `fixed30` counts every month as thirty days whatever
 * its length: from 23 May to 15 June 22 are gone, and from 23 February to 15 March as many. `none` credits nothing and
 * charges in full. Source: DESIGN §4, "where vendors disagree".
 */
export function remainingShares(
  { start, end, anchor }: AnchoredTerm,
  at: Instant,
  unit: ProrationUnit,
  changeDay: ChangeDay,
): RemainingShares {
  switch (unit) {
    case 'second': {
      const left = { part: Math.floor((end - at) / SECOND), whole: Math.floor((end - start) / SECOND) }
      return { unused: left, due: left }
    }
    case 'day':
      return byDays(dayOf(end) - dayOf(start), dayOf(at) - dayOf(start), changeDay)
    case 'fixed30': {
      const first = thirtiethOf(start, anchor)
      return byDays(thirtiethOf(end, anchor) - first, thirtiethOf(at, anchor) - first, changeDay)
    }
    case 'none':
      return { unused: { part: 0, whole: 1 }, due: { part: 1, whole: 1 } }
  }
}

/**
 * Whole UTC days: an instant counts as the day it falls on, so that a term that starts in the evening has its first day
 * behind it at the next midnight, and every change of one day leaves as much.
 */
const dayOf = (instant: Instant): number => Math.floor(instant / DAY)

const THIRTY = 30

/**
 * The same where every month has thirty days. The cycle's months begin thirty days apart: in a month without the
 * anchor's day its last day stands for it. A 31st counts as the first of the month after.
 */
function thirtiethOf(instant: Instant, anchor: Instant): number {
  const { year, month, day } = toCivil(instant)
  const first = toCivil(anchor).day
  const isFirst = day === Math.min(first, daysInMonth(year, month))
  return THIRTY * (year * 12 + month) + (isFirst ? Math.min(first, THIRTY) : day)
}

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
