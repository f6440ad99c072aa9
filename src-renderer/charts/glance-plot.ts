/** One bar of a small chart, in parts of its height from the top. */
export interface GlanceBar {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
}

/** Fewer months than a year take no more room each than those of one. */
const LEAST_SLOTS = 12
/** So much of the room of a month is its bar. */
const BAR = 0.72

/** The bars of figures that share one scale, in a box that is 1 wide and 1 high; what is below zero has none. */
export function glanceBars(figures: readonly string[]): readonly GlanceBar[] {
  const values = figures.map((figure) => Math.max(0, Number(figure)))
  const most = Math.max(...values, Number.MIN_VALUE)
  const slot = 1 / Math.max(values.length, LEAST_SLOTS)
  return values.map((value, index) => ({
    x: (index + (1 - BAR) / 2) * slot,
    width: slot * BAR,
    y: 1 - value / most,
    height: value / most,
  }))
}
