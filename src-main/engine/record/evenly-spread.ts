import { DAY, type Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'

/**
 * What of `whole`, wanted evenly over a month, is wanted by an instant of it. In days where it is whole ones, as it mostly
 * is: a product of milliseconds leaves the safe integers, and takes far longer.
 */
export function wantedBy(instant: Instant, whole: Credits, { start, end }: Period): Credits {
  const [days, length] = [(instant - start) / DAY, (end - start) / DAY]
  return Number.isInteger(days) && Number.isInteger(length)
    ? multiplyDivideDown(whole, days, length)
    : multiplyDivideDown(whole, instant - start, end - start)
}
