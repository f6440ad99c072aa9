import type { Credits } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'
import { costAt, lastWithin, type Segment } from './segment.ts'

/*
 * A volume price may fall where a cheaper tier begins. An invoice raised before the period ends must not ask for what
 * further usage could still take back: it asks for the least that any quantity from here on would cost.
 */

/** The least that `quantity` units or any more of them cost. */
export function assuredCost(segments: readonly Segment[], quantity: Credits): Rational {
  let floor: Credits = -1
  let least: Rational | null = null
  for (const segment of segments) {
    const from = Math.max(quantity, floor + 1)
    floor = segment.upTo
    if (from > segment.upTo) continue
    const cost = costAt(segment, from)
    if (least === null || isMore(least, cost)) least = cost
  }
  if (least === null) throw new Error('The last segment of a charge is open.')
  return least
}

/** The largest quantity that costs no more than `limit`, whatever smaller ones cost; −1 where none does. */
export function lastEverWithin(segments: readonly Segment[], limit: Rational): Credits {
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index]
    if (segment === undefined) continue
    const last = lastWithin(segment, limit)
    if (last > (segments[index - 1]?.upTo ?? -1)) return Math.min(last, segment.upTo)
  }
  return -1
}

const isMore = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator > b.numerator * a.denominator
