import { type Credits, inBounds, type Money } from '../exact/amount.ts'
import { divideHalfUp, halfUp } from '../exact/multiply-divide.ts'
import { greatestCommonDivisor, type Rational, roundTo, whole } from '../exact/rational.ts'
import { assuredCost, lastEverWithin } from './assured.ts'
import type { Blocks, CompiledCharge, CostCurve } from './compiled-charge.ts'
import { costAt, lastWithin, type Segment, startedBlocks } from './segment.ts'

/** As many block edges as a chart can show; beyond that a staircase looks like the line along its edges. */
const FEW_EDGES = 48

/** A charge whose cost climbs in straight lines or in even steps, held over one common denominator. */
export class SegmentedCharge implements CompiledCharge {
  declare private readonly curve: CostCurve
  declare private readonly minor: Money
  declare private readonly isZeroCharged: boolean
  declare private readonly denominator: bigint
  declare private readonly lines: readonly Line[]
  /** denominator × minor unit, when every product below stays within safe integers; else NaN. */
  declare private readonly fastDivisor: number
  declare readonly priceOfNone: Money
  /** The answer to the last question of `within`: a spend limit seldom changes. */
  private answer: { readonly limit: Money; readonly served: Credits } | null = null

  /** `isZeroCharged`: whether what does not depend on the quantity is due without any usage too. */
  constructor(curve: CostCurve, minor: Money, isZeroCharged: boolean) {
    const { segments } = curve
    const denominators = segments.flatMap(({ fixed, slope }) => [fixed.denominator, slope.denominator])
    const denominator = denominators.reduce(leastCommonMultiple, 1n)
    this.curve = curve
    this.minor = minor
    this.isZeroCharged = isZeroCharged
    this.denominator = denominator
    this.lines = segments.map((segment) => lineOver(segment, denominator))
    const divisor = Number(denominator) * minor
    this.fastDivisor = Number.isSafeInteger(divisor) ? divisor : Number.NaN
    this.priceOfNone = roundTo(this.exact(0), minor)
  }

  price(quantity: Credits): Money {
    if (quantity === 0) return this.priceOfNone
    const line = this.lineOf(quantity)
    const counted = countedOn(line, quantity)
    const product = counted * line.fastSlope
    const scaled = line.fastFixed + product
    // Both terms are checked: a negative fixed part could hide a product that already lost its last digits.
    const isExact = scaled <= Number.MAX_SAFE_INTEGER && product <= Number.MAX_SAFE_INTEGER
    const divisor = this.fastDivisor
    if (!isExact || Number.isNaN(divisor) || !Number.isSafeInteger(line.fastFixed))
      return this.bigPrice(counted, line)
    return halfUp(scaled, divisor) * this.minor
  }

  exact(quantity: Credits): Rational {
    if (quantity === 0 && !this.isZeroCharged) return whole(0)
    const line = this.lineOf(quantity)
    return { numerator: scaledCost(line, countedOn(line, quantity)), denominator: this.denominator }
  }

  within(limit: Money): Credits {
    if (this.answer?.limit !== limit) this.answer = { limit, served: this.served(limit) }
    return this.answer.served
  }

  assured(quantity: Credits): Money {
    const least = roundTo(assuredCost(this.curve.segments, quantity), this.minor)
    return quantity === 0 ? Math.min(this.priceOfNone, least) : least
  }

  lastEverWithin(limit: Money): Credits {
    const last = lastEverWithin(this.curve.segments, whole(limit))
    return last < 0 && !this.isZeroCharged ? 0 : last
  }

  breaks(upTo: Credits): readonly Credits[] {
    const ends = this.curve.segments.map((segment) => segment.upTo)
    const all = [...(this.jumpsAtZero() ? [0] : []), ...ends, ...this.edges(upTo)]
    return [...new Set(all.filter((quantity) => quantity < upTo))].toSorted((a, b) => a - b)
  }

  packagesFrom(quantity: Credits): Blocks | null {
    const { origin, block } = this.segmentOf(quantity)
    if (block === null) return null
    return { edge: origin + startedBlocks(quantity - origin, block) * block, size: block }
  }

  working(quantity: Credits): ReturnType<CompiledCharge['working']> {
    return quantity === 0 && !this.isZeroCharged ? [] : this.curve.working(quantity)
  }

  private served(limit: Money): Credits {
    const most = whole(limit)
    let served = 0
    if (isMore(this.exact(0), most)) return served
    for (const segment of this.curve.segments) {
      if (segment.upTo === served) continue
      if (isMore(costAt(segment, served + 1), most)) return served
      const last = lastWithin(segment, most)
      if (last < segment.upTo) return last
      served = segment.upTo
    }
    return Infinity
  }

  /** What does not depend on the quantity falls due with the first unit, unless it is due without any. */
  private jumpsAtZero(): boolean {
    return !this.isZeroCharged && costAt(this.segmentOf(0), 0).numerator !== 0n
  }

  private edges(upTo: Credits): readonly Credits[] {
    const edges: Credits[] = []
    let floor: Credits = 0
    for (const { origin, block, upTo: end } of this.curve.segments) {
      if (block !== null) {
        const first = origin + startedBlocks(floor - origin, block) * block
        for (let edge = first; edge < Math.min(end, upTo); edge += block) {
          if (edges.push(edge) > FEW_EDGES) return []
        }
      }
      floor = end
    }
    return edges
  }

  private bigPrice(counted: number, line: Line): Money {
    const units = divideHalfUp(scaledCost(line, counted), this.denominator * BigInt(this.minor))
    return inBounds(units * this.minor)
  }

  private lineOf(quantity: Credits): Line {
    const lines = this.lines
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]
      if (line !== undefined && quantity <= line.upTo) return line
    }
    throw new Error('A charge has no segment for this quantity: its last one must be open.')
  }

  private segmentOf(quantity: Credits): Segment {
    return this.lineOf(quantity).segment
  }
}

/** A segment over the common denominator: `fixed + counted × slope`, counted in units or in whole blocks. */
interface Line {
  readonly segment: Segment
  readonly upTo: Credits
  readonly origin: Credits
  /** Units in a block; 0 where every unit counts by itself. */
  readonly block: Credits
  readonly fixed: bigint
  readonly slope: bigint
  /** The same as doubles, used only when exact. */
  readonly fastFixed: number
  readonly fastSlope: number
}

function lineOver(segment: Segment, denominator: bigint): Line {
  const { upTo, origin, block } = segment
  const perUnit = scaleTo(segment.slope, denominator)
  const atOrigin = scaleTo(segment.fixed, denominator)
  // A straight line is drawn on to no units at all, so that pricing need not know where it starts.
  const fixed = block === null ? atOrigin - perUnit * BigInt(origin) : atOrigin
  const slope = perUnit * BigInt(block ?? 1)
  return {
    segment,
    upTo,
    origin,
    block: block ?? 0,
    fixed,
    slope,
    fastFixed: Number(fixed),
    fastSlope: Number(slope),
  }
}

const countedOn = ({ origin, block }: Line, quantity: Credits): number =>
  block === 0 ? quantity : startedBlocks(quantity - origin, block)

const scaledCost = ({ fixed, slope }: Line, counted: number): bigint => fixed + BigInt(counted) * slope

const isMore = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator > b.numerator * a.denominator

const scaleTo = (value: Rational, denominator: bigint): bigint =>
  value.numerator * (denominator / value.denominator)

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b
