import { compactCredits, creditsInWords } from '#renderer/format/figures.ts'

/*
 * The slider of monthly usage: positions are logarithmic, so that 5,000 and 5 million are equally easy to set. Its two
 * lines are by hand: the page's first script reads them, and with `d3-scale` it would be half as long again.
 */
export const LEAST_USAGE = 1_000
export const MOST_USAGE = 20_000_000

/** What a person reads easily, per decade: 1.00, 1.05 … 2.0, 2.1 … 5.0, 5.2 … 9.8. */
const MANTISSAS: readonly number[] = [
  ...Array.from({ length: 20 }, (_, index) => 100 + 5 * index),
  ...Array.from({ length: 30 }, (_, index) => 200 + 10 * index),
  ...Array.from({ length: 25 }, (_, index) => 500 + 20 * index),
]

export const USAGE_STEPS: readonly number[] = [10, 100, 1_000, 10_000, 100_000]
  .flatMap((unit) => MANTISSAS.map((mantissa) => mantissa * unit))
  .filter((usage) => usage <= MOST_USAGE)

export const USAGE_MARKS: readonly number[] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]

const DECADES = Math.log10(MOST_USAGE / LEAST_USAGE)

/** 0 at the least, 1 at the most usage; beyond the ends the thumb stays at the end. */
export const positionOf = (usage: number): number =>
  Math.min(1, Math.log10(Math.max(usage, LEAST_USAGE) / LEAST_USAGE) / DECADES)

/** Which end of the scale the usage lies beyond, so that the thumb can point there instead of standing for it. */
export function beyondScale(usage: number): 'below' | 'above' | null {
  if (usage < LEAST_USAGE) return 'below'
  return usage > MOST_USAGE ? 'above' : null
}

/** The usage the slider stands for, and where it cannot show it that it cannot. */
export function usageInWords(usage: number): string {
  const words = `${creditsInWords(usage)} a month`
  switch (beyondScale(usage)) {
    case 'below':
      return `${words}, below the scale, which begins at ${compactCredits(LEAST_USAGE)}`
    case 'above':
      return `${words}, beyond the scale, which ends at ${compactCredits(MOST_USAGE)}`
    case null:
      return words
  }
}

const usageAt = (position: number): number => LEAST_USAGE * 10 ** (position * DECADES)

/** The readable step nearest to a position of the thumb. */
export function stepAt(position: number): number {
  const wanted = usageAt(position)
  const above = USAGE_STEPS.findIndex((step) => step >= wanted)
  if (above < 0) return MOST_USAGE
  const upper = USAGE_STEPS[above] ?? MOST_USAGE
  const lower = USAGE_STEPS[above - 1] ?? LEAST_USAGE
  return wanted / lower < upper / wanted ? lower : upper
}

/** `count` steps up or down from any usage; one between two steps moves onto the next one in that direction. */
export function stepFrom(usage: number, count: number): number {
  if (count > 0) {
    const above = USAGE_STEPS.findIndex((step) => step > usage)
    if (above < 0) return usage
    return USAGE_STEPS[above + count - 1] ?? MOST_USAGE
  }
  const below = USAGE_STEPS.findLastIndex((step) => step < usage)
  if (below < 0) return usage
  return USAGE_STEPS[below + count + 1] ?? LEAST_USAGE
}

/** The stop at or above a usage. */
function placeIn(stops: readonly number[], usage: number): number {
  const place = stops.findIndex((stop) => stop >= usage)
  return place < 0 ? stops.length - 1 : place
}

/**
 * The stops of a control in the order in which a hand that went from one usage to another is likely to reach them: it
 * goes on as it went, so those around the place it would reach then are the first.
 */
export function stopsAhead(stops: readonly number[], usage: number, before: number): readonly number[] {
  const place = placeIn(stops, usage)
  const next = 2 * place - placeIn(stops, before)
  return stops
    .map((stop, index) => ({ stop, distance: Math.abs(index - next) }))
    .toSorted((one, other) => one.distance - other.distance)
    .map(({ stop }) => stop)
}
