import type { Rate } from '#shared/charge.ts'
import { type Credits, inBounds, type Money, toMicros } from '../exact/amount.ts'
import { divideHalfUp } from '../exact/multiply-divide.ts'
import { greatestCommonDivisor, type Rational, reduced } from '../exact/rational.ts'
import type { CompiledCharge } from './compiled-charge.ts'

/**
 * A stretch of a charge on which the cost is one straight line: for quantities up to and including `upTo`,
 * `cost = fixed + quantity × slope` (fixed in micros of money, slope in money per unit of quantity).
 */
export interface Segment {
  readonly upTo: Credits
  readonly fixed: Rational
  readonly slope: Rational
}

/** A charge whose cost is made of straight lines, held over one common denominator. */
export class SegmentedCharge implements CompiledCharge {
  readonly breaks: readonly Credits[]
  readonly working: CompiledCharge['working']
  readonly #denominator: bigint
  readonly #lines: readonly Line[]
  readonly #minor: Money
  /** denominator × minor unit, when every product below stays within safe integers; else NaN. */
  readonly #fastDivisor: number

  constructor(segments: readonly Segment[], minor: Money, working: CompiledCharge['working']) {
    this.working = working
    const denominators = segments.flatMap((segment) => [segment.fixed.denominator, segment.slope.denominator])
    const denominator = denominators.reduce(leastCommonMultiple, 1n)
    this.#denominator = denominator
    this.#lines = segments.map(({ upTo, fixed, slope }) => {
      const scaledFixed = scaleTo(fixed, denominator)
      const scaledSlope = scaleTo(slope, denominator)
      return {
        upTo,
        fixed: scaledFixed,
        slope: scaledSlope,
        fastFixed: Number(scaledFixed),
        fastSlope: Number(scaledSlope),
      }
    })
    this.#minor = minor
    const divisor = Number(denominator) * minor
    this.#fastDivisor = Number.isSafeInteger(divisor) ? divisor : Number.NaN
    this.breaks = segments.map((segment) => segment.upTo).filter(Number.isFinite)
  }

  price(quantity: Credits): Money {
    if (quantity === 0) return 0
    const line = this.#lineOf(quantity)
    const scaled = line.fastFixed + quantity * line.fastSlope
    // Both terms are checked: a negative fixed part could hide a product that already lost its last digits.
    const isExact = scaled <= Number.MAX_SAFE_INTEGER && quantity * line.fastSlope <= Number.MAX_SAFE_INTEGER
    const divisor = this.#fastDivisor
    if (!isExact || Number.isNaN(divisor) || !Number.isSafeInteger(line.fastFixed))
      return this.#bigPrice(quantity, line)
    const remainder = scaled % divisor
    const units = (scaled - remainder) / divisor
    return (remainder >= divisor - remainder ? units + 1 : units) * this.#minor
  }

  exact(quantity: Credits): Rational {
    if (quantity === 0) return { numerator: 0n, denominator: 1n }
    return { numerator: scaledCost(this.#lineOf(quantity), quantity), denominator: this.#denominator }
  }

  within(limit: Money): Credits {
    const scaledLimit = BigInt(limit) * this.#denominator
    let served = 0
    for (const line of this.#lines) {
      if (scaledCost(line, served + 1) > scaledLimit) return served
      if (line.slope > 0n) {
        const most = (scaledLimit - line.fixed) / line.slope
        if (most < BigInt(Number.MAX_SAFE_INTEGER) && Number(most) < line.upTo) return Number(most)
      }
      served = line.upTo
    }
    return Number.POSITIVE_INFINITY
  }

  #bigPrice(quantity: Credits, line: Line): Money {
    const units = divideHalfUp(scaledCost(line, quantity), this.#denominator * BigInt(this.#minor))
    return inBounds(units * this.#minor)
  }

  #lineOf(quantity: Credits): Line {
    const lines = this.#lines
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]
      if (line !== undefined && quantity <= line.upTo) return line
    }
    throw new Error('A charge has no segment for this quantity: its last one must be open.')
  }
}

interface Line {
  readonly upTo: Credits
  /** Over the common denominator. */
  readonly fixed: bigint
  readonly slope: bigint
  /** The same as doubles, used only when exact. */
  readonly fastFixed: number
  readonly fastSlope: number
}

const scaledCost = (line: Line, quantity: Credits): bigint => line.fixed + BigInt(quantity) * line.slope

const scaleTo = (value: Rational, denominator: bigint): bigint =>
  value.numerator * (denominator / value.denominator)

/** The exact money per micro of quantity that a rate stands for, in lowest terms. */
export const slopeOf = (rate: Rate): Rational =>
  reduced({ numerator: BigInt(toMicros(rate.amount)), denominator: BigInt(toMicros(rate.per)) })

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b
