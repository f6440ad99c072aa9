import { LARGEST_WHOLE } from '#shared/micros.ts'

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

/**
 * Even ticks from zero to a top that holds `most`, in `count` steps at most, which is what there is room to label: the
 * `ticks` of d3-scale take the count for a hint and come to half as many steps more.
 */
export function niceTicks(most: number, count: number): Ticks {
  const step = niceAtLeast(most / count)
  const steps = Math.max(1, Math.ceil((most / step) * (1 - 1e-9)))
  const ticks = Array.from({ length: steps + 1 }, (_, index) => index * step)
  return { top: steps * step, ticks }
}

const LEAST_RANGE = 20_000
const MOST_RANGE = 20_000_000
/** The engine holds no larger figure. */
const LARGEST = Number(LARGEST_WHOLE)

/**
 * The usage axis around a usage: with room to the right to see what comes next. A current range stays while the usage
 * keeps well inside it, so that a drag moves the marker and not the world.
 */
export function fittedRange(usage: number, current: number | null): number {
  if (current !== null && usage >= current * 0.08 && usage <= current * 0.95) return current
  const wanted = Math.max(niceAtLeast(usage * 2.2), LEAST_RANGE)
  const most = Math.max(MOST_RANGE, niceAtLeast(usage))
  return Math.max(Math.min(wanted, most, LARGEST), usage)
}

/** Room above the largest quota: what rolls over and a season serve some usage beyond it. */
const BEYOND_QUOTA = 2.2

/** How far to look for who is the cheapest: past the largest of some quotas, and `least` at least. */
export const rangePast = (quotas: readonly string[], least: number): number =>
  Math.min(Math.max(least, niceAtLeast(Math.max(0, ...quotas.map(Number)) * BEYOND_QUOTA)), LARGEST)

/** A step for setting the usage by pointer in a linear chart: about 500 stops over the range. */
export const pointerStep = (range: number): number => niceAtLeast(range / 500)

/** All usages that a pointer can set in a chart of a range. */
export function pointerStops(range: number): readonly number[] {
  const step = pointerStep(range)
  return Array.from({ length: Math.floor(range / step) + 1 }, (_, index) => index * step)
}
