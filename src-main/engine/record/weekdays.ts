import type { WeekdayProfile } from '#shared/usage.ts'
import { inWeekOrder } from '#shared/weekdays.ts'
import { DAY, type Instant } from '../calendar/civil.ts'

/** A weekday profile as what the first days of a week come to, from none to all seven, Monday first. */
export interface Weekdays {
  readonly sums: readonly number[]
}

/** Null where no day is busier than another: usage is spread evenly then. */
export function weekdaysOf(profile: WeekdayProfile | undefined): Weekdays | null {
  if (profile === undefined) return null
  const days = inWeekOrder(profile)
  if (days.every((busy) => busy === profile.mon)) return null
  let sum = 0
  return { sums: [0, ...days.map((busy) => (sum += busy))] }
}

/** The Monday before the first day of 1970, which was a Thursday. */
const DAYS_FROM_A_MONDAY = 3
const WEEK = 7

const sumAt = ({ sums }: Weekdays, days: number): number => sums[days] ?? 0

/** How busy all days are before one, counted from a Monday long ago. */
function busyBefore(weekdays: Weekdays, day: number): number {
  const weeks = Math.floor(day / WEEK)
  return weeks * sumAt(weekdays, WEEK) + sumAt(weekdays, day - weeks * WEEK)
}

const dayOf = (instant: Instant): number => Math.floor(instant / DAY) + DAYS_FROM_A_MONDAY

/** How busy the days from one midnight to another are. */
export const busyDays = (weekdays: Weekdays, from: Instant, to: Instant): number =>
  busyBefore(weekdays, dayOf(to)) - busyBefore(weekdays, dayOf(from))

/** How busy the time between any two instants is: milliseconds, each as often as its day is busy. */
export const busyTime = (weekdays: Weekdays, from: Instant, to: Instant): number =>
  busyDays(weekdays, from, to) * DAY + busySinceMidnight(weekdays, to) - busySinceMidnight(weekdays, from)

const busySinceMidnight = (weekdays: Weekdays, instant: Instant): number =>
  busyOn(weekdays, instant) * (instant - Math.floor(instant / DAY) * DAY)

/** How busy the day of an instant is. */
export function busyOn(weekdays: Weekdays, instant: Instant): number {
  const days = dayOf(instant)
  const day = days - Math.floor(days / WEEK) * WEEK
  return sumAt(weekdays, day + 1) - sumAt(weekdays, day)
}
