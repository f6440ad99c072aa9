import { textWidth } from './labels.ts'
import { niceAtLeast } from './nice.ts'

/** One bar: what it is of, and the exact amounts it is made of, on either side of zero. */
export interface DivergingRow {
  readonly id: string
  readonly name: string
  readonly parts: readonly { readonly kind: string; readonly amount: string }[]
}

/** A part of a bar, in per cent of the width of the plot. */
export interface Segment {
  readonly kind: string
  readonly amount: string
  readonly left: number
  readonly width: number
}

export interface DivergingPlot {
  /** Where zero is, in per cent of the width. */
  readonly zero: number
  readonly ticks: readonly { readonly figure: number; readonly at: number }[]
  /** Of each row, in its order. */
  readonly bars: readonly (readonly Segment[])[]
}

const sumOf = (row: DivergingRow, sign: 1 | -1): number =>
  row.parts.reduce((sum, { amount }) => sum + Math.max(0, sign * Number(amount)), 0)

const stepsFor = (figure: number, step: number): number => Math.ceil((figure / step) * (1 - 1e-9))

/** Stacks what is more to the right of zero and what is less to the left of it, all bars on one scale. */
export function divergingPlot(rows: readonly DivergingRow[]): DivergingPlot {
  const most = Math.max(0, ...rows.map((row) => sumOf(row, 1)))
  const least = Math.max(0, ...rows.map((row) => sumOf(row, -1)))
  const step = niceAtLeast((most + least) / 4)
  const [below, above] = [stepsFor(least, step), Math.max(least === 0 ? 1 : 0, stepsFor(most, step))]
  const range = (below + above) * step
  const at = (figure: number): number => ((figure + below * step) / range) * 100
  return {
    zero: at(0),
    ticks: Array.from({ length: below + above + 1 }, (_, index) => {
      const figure = (index - below) * step
      return { figure, at: at(figure) }
    }),
    bars: rows.map((row) => segmentsOf(row, at)),
  }
}

function segmentsOf({ parts }: DivergingRow, at: (figure: number) => number): readonly Segment[] {
  let [above, below] = [0, 0]
  return parts.map(({ kind, amount }) => {
    const figure = Number(amount)
    const from = figure > 0 ? above : below
    if (figure > 0) above += figure
    else below += figure
    const left = at(Math.min(from, from + figure))
    return { kind, amount, left, width: at(Math.max(from, from + figure)) - left }
  })
}

/** A figure under the axis, its middle in per cent of the width. */
interface TickText {
  readonly figure: number
  readonly at: number
  readonly text: string
}

const TICK_SIZE = 11
const TICK_AIR = 8

/** Of the figures under an axis of so many pixels those that stand clear of one another: zero first, then the ends. */
export function clearTicks<T extends TickText>(ticks: readonly T[], width: number): readonly T[] {
  const spans = ticks.map(({ at, text }, place) => {
    const wide = textWidth(text, TICK_SIZE)
    const middle = (at / 100) * width
    // Those at the ends go no further than the bars.
    const left = place === 0 ? 0 : place === ticks.length - 1 ? width - wide : middle - wide / 2
    return { place, left, right: left + wide }
  })
  const rank = (place: number): number => {
    if (ticks[place]?.figure === 0) return 0
    return place === 0 || place === ticks.length - 1 ? 1 : 2
  }
  const kept: typeof spans = []
  for (const span of spans.toSorted((one, other) => rank(one.place) - rank(other.place))) {
    const isClear = kept.every(
      ({ left, right }) => span.right + TICK_AIR <= left || right + TICK_AIR <= span.left,
    )
    if (isClear) kept.push(span)
  }
  const places = new Set(kept.map(({ place }) => place))
  return ticks.filter((_tick, place) => places.has(place))
}
