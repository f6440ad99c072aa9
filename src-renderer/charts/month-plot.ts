import { scaleLinear } from 'd3-scale'
import type { MonthRow } from './month-rows.ts'
import type { MonthSeries } from './month-series.ts'
import { niceAtLeast } from './nice.ts'
import type { Insets } from './plot.ts'

export const MONTH_INSETS: Insets = { left: 52, right: 8, top: 8, bottom: 22 }

/** The geometry of one panel of stacked bars. */
export interface MonthPlot {
  readonly width: number
  readonly height: number
  readonly months: number
  readonly least: number
  readonly most: number
  /** Between two ticks of the figure axis. */
  readonly step: number
  /** The middle of a month, 1 being the first. */
  readonly x: (month: number) => number
  readonly y: (figure: number) => number
  readonly slot: number
}

/** Where every month is zero the axis still needs a figure above it. */
const LEAST_FIGURE = 4

const sum = (row: MonthRow, series: readonly MonthSeries[], sign: 1 | -1): number =>
  series.reduce((total, { id }) => total + Math.max(0, sign * row[id]), 0)

export function monthPlot(
  size: { readonly width: number; readonly height: number },
  rows: readonly MonthRow[],
  series: readonly MonthSeries[],
  balance: boolean,
): MonthPlot {
  const highest = Math.max(...rows.map((row) => Math.max(sum(row, series, 1), balance ? row.closing : 0)))
  const deepest = Math.max(...rows.map((row) => sum(row, series, -1)))
  const tallest = highest === 0 && deepest === 0 ? LEAST_FIGURE : highest
  const step = niceAtLeast((tallest + deepest) / 4)
  const most = Math.max(1, Math.ceil((tallest / step) * (1 - 1e-9))) * step
  // Below zero half steps will do: a whole one would mostly be empty.
  const least = 0 - (Math.ceil((deepest / step) * 2 * (1 - 1e-9)) * step) / 2

  const { left, right, top, bottom } = MONTH_INSETS
  const inner = Math.max(1, size.width - left - right)
  const tall = Math.max(1, size.height - top - bottom)
  const slot = inner / rows.length
  return {
    ...size,
    months: rows.length,
    least,
    most,
    step,
    x: (month) => left + (month - 0.5) * slot,
    y: scaleLinear([least, most], [top + tall, top]),
    slot,
  }
}

const BAR = 24

export const barWidth = (slot: number): number => Math.min(BAR, slot * (slot > 12 ? 0.62 : 0.85))

/** Month numbers under the axis: all while they fit, then every second, third, sixth or twelfth. */
export function monthTicks(count: number, width: number): readonly number[] {
  const every = [1, 2, 3, 6, 12].find((step) => (count / step) * 26 <= width) ?? 12
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (month) => every === 1 || month === 1 || month % every === 0,
  )
}

export interface Piece {
  readonly id: MonthSeries['id']
  readonly fill: MonthSeries['fill']
  readonly top: number
  readonly height: number
}

/** The bar of one month: what counts up from zero, what is lost down from it. */
export function stack(row: MonthRow, series: readonly MonthSeries[], plot: MonthPlot): readonly Piece[] {
  let above = 0
  let below = 0
  return series.flatMap(({ id, fill }) => {
    const figure = row[id]
    if (figure === 0) return []
    const from = figure > 0 ? above : below
    if (figure > 0) above += figure
    else below += figure
    const [high, low] = [Math.max(from, from + figure), Math.min(from, from + figure)]
    return [{ id, fill, top: plot.y(high), height: plot.y(low) - plot.y(high) }]
  })
}
