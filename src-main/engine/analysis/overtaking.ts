import type { Credits } from '../exact/amount.ts'
import { greatestCommonDivisor, isNegative, minus, type Rational } from '../exact/rational.ts'
import type { CostFunction } from './cost-function.ts'
import { firstUsage, lineCrossing } from './first-usage.ts'

/** Whether a plan is overtaken by another that costs as much, or only by one that costs less. */
export type Tie = 'orEqual' | 'strictly'

/**
 * The first usage in `[low, high]` at which `from` costs at least as much as (strictly: more than) `to`, or blocks
 * where `to` does not; null if there is none. Between `low` and `high` neither has a break, so each is a straight
 * line, or climbs in even blocks.
 *
 * Blocks are searched at the peaks of `from` − `to` only. Sold in blocks, `from` peaks just past each of its
 * edges; otherwise the difference peaks at the edges of `to`, before `to` jumps. Peaks at equal places within the
 * blocks of both lie on a straight line, so the first one that is high enough is worked out, not looked for.
 */
export function firstOvertaken(
  from: CostFunction,
  to: CostFunction,
  low: Credits,
  high: Credits,
  tie: Tie,
): Credits | null {
  const pair: Pair = { from, to, tie }
  if (isOvertaken(pair, low)) return low
  const [rising, falling] = [from.packagesFrom(low), to.packagesFrom(low)]
  if (rising !== null) {
    const row = { first: rising.edge + 1, size: rising.size, kinds: kindsOf(rising.size, falling?.size) }
    return firstPeak(pair, row, high)
  }
  if (falling === null) return onLine(pair, low, high)
  const row = { first: falling.edge, size: falling.size, kinds: 1 }
  const peak = firstPeak(pair, row, high)
  const end = peak ?? high
  // The block that ends with this peak starts just past the one before.
  const blocksBefore = Math.ceil((end - falling.edge) / falling.size)
  const start = falling.edge + (blocksBefore - 1) * falling.size + 1
  return onLine(pair, Math.max(low, start), end)
}

interface Pair {
  readonly from: CostFunction
  readonly to: CostFunction
  readonly tie: Tie
}

/** Peaks every `size` credits, of which every `kinds`-th falls on the same place in the blocks of both plans. */
interface Row {
  readonly first: Credits
  readonly size: Credits
  readonly kinds: number
}

const kindsOf = (size: Credits, other: Credits | undefined): number =>
  other === undefined ? 1 : other / Number(greatestCommonDivisor(BigInt(size), BigInt(other)))

function isOvertaken({ from, to, tie }: Pair, usage: Credits): boolean {
  const upper = to.at(usage)
  if (upper === null) return false
  const lower = from.at(usage)
  return lower === null || isReached(minus(lower, upper), tie)
}

const isReached = (gap: Rational, tie: Tie): boolean =>
  tie === 'orEqual' ? !isNegative(gap) : gap.numerator > 0n

/** On straight lines: at most one change from `low` up to `high`. */
function onLine(pair: Pair, low: Credits, high: Credits): Credits | null {
  if (isOvertaken(pair, low)) return low
  if (!isOvertaken(pair, high)) return null
  const guess = lineCrossing(low, high, {
    a: (usage) => pair.from.at(usage),
    b: (usage) => pair.to.at(usage),
  })
  // Strictly more comes one micro-credit after lines that meet exactly there.
  return firstUsage(low, high, isOvertaken(pair, guess) ? guess : guess + 1, (usage) =>
    isOvertaken(pair, usage),
  )
}

function firstPeak(pair: Pair, { first, size, kinds }: Row, high: Credits): Credits | null {
  let found: Credits | null = null
  for (let kind = 0; kind < kinds; kind++) {
    const start = first + kind * size
    const last: Credits = found === null ? high : found - 1
    if (start > last) break
    found = firstOnLine(pair, start, kinds * size, last) ?? found
  }
  return found
}

/** The first of the peaks every `stride` credits from `start` on that is high enough; they lie on a line. */
function firstOnLine(pair: Pair, start: Credits, stride: Credits, last: Credits): Credits | null {
  if (isOvertaken(pair, start)) return start
  if (start + stride > last) return null
  const [gap, next] = [gapAt(pair, start), gapAt(pair, start + stride)]
  if (gap === null || next === null) return null
  const climb = minus(next, gap)
  if (climb.numerator <= 0n) return null
  const missing = -gap.numerator * climb.denominator
  const each = gap.denominator * climb.numerator
  const strides = pair.tie === 'orEqual' ? (missing + each - 1n) / each : missing / each + 1n
  const usage = BigInt(start) + strides * BigInt(stride)
  return usage > BigInt(last) ? null : Number(usage)
}

function gapAt({ from, to }: Pair, usage: Credits): Rational | null {
  const [lower, upper] = [from.at(usage), to.at(usage)]
  return lower === null || upper === null ? null : minus(lower, upper)
}
