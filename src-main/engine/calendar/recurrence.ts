import type { Recurrence } from '#shared/grants.ts'
import { DAY, type Instant } from './civil.ts'
import { cycleStart } from './cycle.ts'

type Every = Pick<Recurrence, 'every' | 'unit'>

const MONTHS = { month: 1, year: 12 } as const
const DAYS = { day: 1, week: 7 } as const

/**
 * The instants `anchor` + n × interval for n = 0, 1, 2, … that lie after `after` and before `before`. The day of the
 * anchor is kept and clamped to the end of shorter months; the time of day stays. Source: DESIGN §4, custom grants.
 */
export function recurrences(
  anchor: Instant,
  { every, unit }: Every,
  after: Instant,
  before: Instant,
): readonly Instant[] {
  const isMonthly = unit === 'month' || unit === 'year'
  const months = isMonthly ? every * MONTHS[unit] : 0
  const step = isMonthly ? 0 : every * DAYS[unit] * DAY
  const instantAt = (n: number): Instant => (isMonthly ? cycleStart(anchor, n * months) : anchor + n * step)
  // No month is longer than 31 days, so this many steps do not reach past `after`.
  const longest = isMonthly ? months * 31 * DAY : step
  const instants: Instant[] = []
  for (let n = Math.max(0, Math.floor((after - anchor) / longest)); ; n++) {
    const instant = instantAt(n)
    if (instant >= before) return instants
    if (instant > after) instants.push(instant)
  }
}
