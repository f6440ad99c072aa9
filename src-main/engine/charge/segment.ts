import type { Rate } from '#shared/charge.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import { minus, plus, type Rational, reduced, whole } from '../exact/rational.ts'

/**
 * A stretch of a charge on which the cost climbs evenly: for quantities up to and including `upTo`,
 * `cost = fixed + slope × (quantity − origin)`, fixed in micros of money, slope in money per unit of quantity,
 * zero or more. Where units are sold in blocks, the distance from the origin counts in whole blocks, rounded up.
 */
export interface Segment {
  readonly upTo: Credits
  readonly fixed: Rational
  readonly slope: Rational
  readonly origin: Credits
  /** How many units a block holds; null where every unit counts by itself. */
  readonly block: Credits | null
}

/** An open-ended straight line from no units on. */
export const line = (fixed: Rational, slope: Rational): Segment => ({
  upTo: Infinity,
  fixed,
  slope,
  origin: 0,
  block: null,
})

export const level = (amount: Rational, upTo: Credits = Infinity): Segment => ({
  ...line(amount, whole(0)),
  upTo,
})

/** The exact money per micro of quantity that a rate stands for, in lowest terms. */
export const slopeOf = (rate: Rate): Rational =>
  reduced({ numerator: BigInt(toMicros(rate.amount)), denominator: BigInt(toMicros(rate.per)) })

/** The cost on the segment's line, for a quantity no less than its origin. */
export function costAt({ fixed, slope, origin, block }: Segment, quantity: Credits): Rational {
  const counted = block === null ? quantity - origin : startedBlocks(quantity - origin, block) * block
  return reduced(plus(fixed, { ...slope, numerator: slope.numerator * BigInt(counted) }))
}

/** Whole blocks needed for so many units. */
export function startedBlocks(units: Credits, block: Credits): number {
  const over = units % block
  return (units - over) / block + (over > 0 ? 1 : 0)
}

/** The largest quantity that costs no more than `limit` on the segment's line; −1 where none does. */
export function lastWithin({ fixed, slope, origin, block }: Segment, limit: Rational): Credits {
  const room = minus(limit, fixed)
  if (room.numerator < 0n) return -1
  if (slope.numerator === 0n) return Infinity
  const each = BigInt(block ?? 1)
  const steps = (room.numerator * slope.denominator) / (room.denominator * slope.numerator * each)
  const last = BigInt(origin) + steps * each
  return last > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(last)
}

/** The same costs, but never less than `least`. */
export const raisedTo = (segments: readonly Segment[], least: Rational): readonly Segment[] =>
  split(segments, least, (reach, segment) => [level(least, reach), segment])

/** The same costs, but never more than `most`. */
export const cappedAt = (segments: readonly Segment[], most: Rational): readonly Segment[] =>
  split(segments, most, (reach, segment) => [{ ...segment, upTo: reach }, level(most, segment.upTo)])

/** Parts each segment in two at the last quantity that costs no more than `amount`; empty parts fall away. */
function split(
  segments: readonly Segment[],
  amount: Rational,
  parts: (reach: Credits, segment: Segment) => readonly [Segment, Segment],
): readonly Segment[] {
  const result: Segment[] = []
  // No units at all belong to the first segment.
  let floor: Credits = -1
  for (const segment of segments) {
    const reach = Math.min(Math.max(lastWithin(segment, amount), floor), segment.upTo)
    const [below, above] = parts(reach, segment)
    if (reach > floor) result.push(below)
    if (reach < segment.upTo) result.push(above)
    floor = segment.upTo
  }
  return result
}
