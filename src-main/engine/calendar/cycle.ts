import { DAY, daysInMonth, type Instant, toCivil, toInstant } from './civil.ts'

export const MONTHS_A_YEAR = 12

/**
 * Where the billing period number `index` starts, counted from the cycle anchor (index 0). The anchor's day is
 * kept: an anchor on the 31st means the last day of shorter months, then the 31st again. The time of day stays.
 * Source: DESIGN §4 Time; the vendor's reset is on the anniversary date (facts §3).
 */
export function cycleStart(anchor: Instant, index: number): Instant {
  const { year, month, day } = toCivil(anchor)
  const monthsFromYear0 = year * 12 + (month - 1) + index
  const targetYear = Math.floor(monthsFromYear0 / 12)
  const targetMonth = monthsFromYear0 - targetYear * 12 + 1
  const clampedDay = Math.min(day, daysInMonth(targetYear, targetMonth))
  const timeOfDay = anchor - Math.floor(anchor / DAY) * DAY
  return toInstant({ year: targetYear, month: targetMonth, day: clampedDay }) + timeOfDay
}

/** The starts of `count` consecutive periods; a period is half-open, ending where the next one starts. */
export const cycleStarts = (anchor: Instant, count: number): readonly Instant[] =>
  Array.from({ length: count }, (_, index) => cycleStart(anchor, index))
