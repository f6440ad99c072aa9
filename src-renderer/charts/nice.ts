import { LARGEST_DECIMAL } from '#shared/micros.ts'
import type { UsagePattern } from '#shared/usage.ts'

/** Steps of 1, 2 and 5 in every decade: the ranges and ticks a person reads without counting zeros. */
const NICE: readonly number[] = [1, 2, 5, 10]

export function niceAtLeast(value: number): number {
  if (value <= 0) return 1
  const unit = 10 ** Math.floor(Math.log10(value))
  // A hair of tolerance, or 0.30000000000000004 would ask for the next step.
  const factor = NICE.find((step) => step * unit >= value * (1 - 1e-9)) ?? 10
  return factor * unit
}

export interface Ticks {
  readonly top: number
  readonly ticks: readonly number[]
}

/** About `count` even ticks from zero to a top that holds `most`. */
export function niceTicks(most: number, count: number): Ticks {
  const step = niceAtLeast(most / count)
  const steps = Math.max(1, Math.ceil((most / step) * (1 - 1e-9)))
  const ticks = Array.from({ length: steps + 1 }, (_, index) => index * step)
  return { top: steps * step, ticks }
}

const LEAST_RANGE = 20_000
const MOST_RANGE = 20_000_000
/** The engine holds no larger figure. */
const LARGEST = Math.floor(Number(LARGEST_DECIMAL))

/** The most with two digits and zeros that is not more than the value. */
function niceAtMost(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / unit) * unit
}

/** The usual months of usage that a time of months has in all: 12 of a steady year, more where usage grows. */
export function usualMonths(pattern: UsagePattern, months: number): number {
  switch (pattern.kind) {
    case 'flat':
      return months
    case 'growth':
      return sum(months, (month) => (1 + Number(pattern.percent) / 100) ** month)
    case 'seasonal':
      return sum(months, (month) => {
        const height = Math.cos(((month + 1 - pattern.peakMonth) / 12) * 2 * Math.PI)
        return 1 + (Number(pattern.amplitude) / 100) * height
      })
    case 'spike':
      return sum(months, (month) => (month + 1 === pattern.month ? Number(pattern.multiple) : 1))
  }
}

const sum = (months: number, ofMonth: (month: number) => number): number =>
  Array.from({ length: months }, (_, month) => ofMonth(month)).reduce((all, one) => all + one, 0)

/**
 * The usage axis around a usage: with room to the right to see what comes next, as far as all months of it can be added
 * up. A current range stays while the usage keeps well inside it, so that a drag moves the marker and not the world.
 */
export function fittedRange(usage: number, current: number | null, months = 1): number {
  const largest = Math.min(LARGEST, Math.floor(LARGEST / months))
  if (current !== null && current <= largest && usage >= current * 0.08 && usage <= current * 0.95)
    return current
  const wanted = Math.min(
    Math.max(niceAtLeast(usage * 2.2), LEAST_RANGE),
    Math.max(MOST_RANGE, niceAtLeast(usage)),
  )
  if (wanted <= largest) return wanted
  const readable = largest < 1 ? 0 : niceAtMost(largest)
  return Math.max(readable >= usage ? readable : largest, usage, 1)
}

/** A step for setting the usage by pointer in a linear chart: about 500 stops over the range. */
export const pointerStep = (range: number): number => niceAtLeast(range / 500)
