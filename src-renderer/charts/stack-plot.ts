import { scaleLinear } from 'd3-scale'
import { niceAtLeast } from './nice.ts'
import type { Insets } from './plot.ts'

export const STACK_INSETS: Insets = { left: 52, right: 8, top: 8, bottom: 22 }

/** What a bar is made of; a part that is left out is nothing. */
export type StackFigures<Id extends string> = { readonly [Part in Id]?: number }

/** One part of the stacked bars. */
export interface StackSeries<Id extends string> {
  readonly id: Id
}

/** A part as it is drawn: its name, and an SVG paint that tells it from others without its colour too. */
export interface PaintedSeries<Id extends string> extends StackSeries<Id> {
  readonly label: string
  readonly paint: string
}

/** The room of one bar along the axis, in pixels. */
export interface Slot {
  readonly left: number
  readonly width: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The geometry of one panel of stacked bars. */
export interface StackPlot extends Size {
  readonly insets: Insets
  readonly least: number
  readonly most: number
  /** Between two ticks of the figure axis. */
  readonly step: number
  readonly y: (figure: number) => number
  readonly slots: readonly Slot[]
}

/** Where every bar is zero the axis still needs a figure above it. */
const LEAST_FIGURE = 4

const sum = <Id extends string>(
  row: StackFigures<Id>,
  series: readonly StackSeries<Id>[],
  sign: 1 | -1,
): number => series.reduce((total, { id }) => total + Math.max(0, sign * (row[id] ?? 0)), 0)

/** Room for so many bars side by side. */
export function evenSlots(count: number, width: number): readonly Slot[] {
  const inner = Math.max(1, width - STACK_INSETS.left - STACK_INSETS.right)
  const slot = inner / count
  return Array.from({ length: count }, (_, index) => ({
    left: STACK_INSETS.left + index * slot,
    width: slot,
  }))
}

export const middleOf = ({ left, width }: Slot): number => left + width / 2

/** `line`: a figure beside each bar that the panel holds as well. */
export function stackPlot<Id extends string>(
  size: Size,
  slots: readonly Slot[],
  rows: readonly StackFigures<Id>[],
  series: readonly StackSeries<Id>[],
  line: readonly number[] = [],
  insets: Insets = STACK_INSETS,
): StackPlot {
  const highest = Math.max(0, ...rows.map((row) => sum(row, series, 1)), ...line)
  const deepest = Math.max(0, ...rows.map((row) => sum(row, series, -1)))
  const tallest = highest === 0 && deepest === 0 ? LEAST_FIGURE : highest
  const step = niceAtLeast((tallest + deepest) / stepsIn(size.height))
  const most = Math.max(deepest > 0 ? 0 : 1, Math.ceil((tallest / step) * (1 - 1e-9))) * step
  // Below zero half steps will do: a whole one would mostly be empty.
  const least = 0 - (Math.ceil((deepest / step) * 2 * (1 - 1e-9)) * step) / 2
  const tall = Math.max(1, size.height - insets.top - insets.bottom)
  const y = scaleLinear([least, most], [insets.top + tall, insets.top])
  return { ...size, insets, least, most, step, slots, y }
}

/** A panel that is lower has room for fewer ticks. */
const LOW = 110
const FLAT = 64

function stepsIn(height: number): number {
  if (height < FLAT) return 1
  return height < LOW ? 2 : 4
}

const BAR = 24

/** Bars of a few pixels touch: gaps as fine as they are would flicker. */
export const barWidth = (slot: number): number =>
  Math.min(BAR, slot * (slot > 12 ? 0.62 : slot > 4 ? 0.85 : 1))

/** Month numbers under the axis: all while they fit, then every second, third, sixth or twelfth. */
export function monthTicks(count: number, width: number): readonly number[] {
  const every = [1, 2, 3, 6, 12].find((step) => (count / step) * 26 <= width) ?? 12
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (month) => every === 1 || month === 1 || month % every === 0,
  )
}

export interface Piece<Id extends string> {
  readonly id: Id
  readonly top: number
  readonly height: number
}

/** One bar: what counts up from zero, what is negative down from it. */
export function stack<Id extends string>(
  row: StackFigures<Id>,
  series: readonly StackSeries<Id>[],
  { y }: Pick<StackPlot, 'y'>,
): readonly Piece<Id>[] {
  let above = 0
  let below = 0
  return series.flatMap(({ id }) => {
    const figure = row[id] ?? 0
    if (figure === 0) return []
    const from = figure > 0 ? above : below
    if (figure > 0) above += figure
    else below += figure
    const [high, low] = [Math.max(from, from + figure), Math.min(from, from + figure)]
    return [{ id, top: y(high), height: y(low) - y(high) }]
  })
}

/** The outlines of all bars of one part, as one SVG path: hundreds of bars are drawn at the cost of one. */
export function barPaths<Id extends string>(
  rows: readonly StackFigures<Id>[],
  series: readonly StackSeries<Id>[],
  plot: StackPlot,
): ReadonlyMap<Id, string> {
  const paths = new Map<Id, string>()
  for (const [index, row] of rows.entries()) {
    const slot = plot.slots[index]
    if (slot === undefined) continue
    const width = barWidth(slot.width)
    const left = (middleOf(slot) - width / 2).toFixed(2)
    for (const { id, top, height } of stack(row, series, plot)) {
      const bar = `M${left} ${top.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h${(-width).toFixed(2)}z`
      paths.set(id, (paths.get(id) ?? '') + bar)
    }
  }
  return paths
}
