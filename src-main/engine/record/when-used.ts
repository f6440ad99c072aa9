import { DAY, type Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { Stretch } from './use.ts'
import { busyOn, busyTime, type Weekdays } from './weekdays.ts'

/** The instant at which `part` of a stretch's usage has happened. */
export const whenUsed = (stretch: Stretch, part: Credits, wanted: Credits): Instant =>
  instantIn(stretch, part, wanted, (busy, day) => busy <= day)

/** The instant from which on more than `part` is wanted: days without usage that follow `part` come before it. */
export const whenMoreIsWanted = (stretch: Stretch, part: Credits, wanted: Credits): Instant =>
  instantIn(stretch, part, wanted, (busy, day) => busy < day)

function instantIn(
  { at, until, weekdays = null }: Stretch,
  part: Credits,
  wanted: Credits,
  isWithin: (busy: number, day: number) => boolean,
): Instant {
  if (wanted === 0) return at
  if (weekdays === null) return at + multiplyDivideDown(until - at, part, wanted)
  return busyInstant({ at, until }, weekdays, part, wanted, isWithin)
}

/** Day after day, until the busy time that has passed is that of `part`. */
function busyInstant(
  { at, until }: Pick<Stretch, 'at' | 'until'>,
  weekdays: Weekdays,
  part: Credits,
  wanted: Credits,
  isWithin: (busy: number, day: number) => boolean,
): Instant {
  let left = multiplyDivideDown(busyTime(weekdays, at, until), part, wanted)
  for (let start = at; start < until;) {
    const end = Math.min(until, start - (start - Math.floor(start / DAY) * DAY) + DAY)
    const busy = busyOn(weekdays, start)
    if (busy > 0 && isWithin(left, busy * (end - start))) return start + Math.floor(left / busy)
    left -= busy * (end - start)
    start = end
  }
  return until
}
