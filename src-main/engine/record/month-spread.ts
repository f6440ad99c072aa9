import { DAY, type Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import { busyDays, busyTime, type Weekdays } from './weekdays.ts'

/**
 * What of `whole`, spread over a month, is wanted by an instant of it: evenly, or as busy as its days are. In days where it
 * is whole ones, as it mostly is: a product of milliseconds leaves the safe integers, and takes far longer.
 */
export function wantedBy(
  instant: Instant,
  whole: Credits,
  month: Period,
  weekdays: Weekdays | null = null,
): Credits {
  return weekdays === null ? evenlyBy(instant, whole, month) : busilyBy(instant, whole, month, weekdays)
}

function evenlyBy(instant: Instant, whole: Credits, { start, end }: Period): Credits {
  const [days, length] = [(instant - start) / DAY, (end - start) / DAY]
  return Number.isInteger(days) && Number.isInteger(length)
    ? multiplyDivideDown(whole, days, length)
    : multiplyDivideDown(whole, instant - start, end - start)
}

function busilyBy(instant: Instant, whole: Credits, { start, end }: Period, weekdays: Weekdays): Credits {
  const busy = instant % DAY === 0 && start % DAY === 0 && end % DAY === 0 ? busyDays : busyTime
  return multiplyDivideDown(whole, busy(weekdays, start, instant), busy(weekdays, start, end))
}
