import { scaleLinear } from 'd3-scale'
import { dayNumber, monthsLater } from '#renderer/format/days.ts'
import { niceAtLeast } from './nice.ts'
import type { Insets } from './plot.ts'

/** A line over days: what is drawn of one plan. */
export interface DayLine {
  readonly id: string
  readonly name: string
  /** The name of an ink; see `theme/plan-colors.ts`. */
  readonly ink: string
  readonly points: readonly { readonly on: string; readonly figure: string }[]
  /** The day that is marked; null where none is. */
  readonly marked: string | null
}

export const DAY_INSETS: Insets = { left: 56, right: 72, top: 10, bottom: 22 }

export interface Place {
  readonly x: number
  readonly y: number
}

export interface DayPlot {
  readonly width: number
  readonly height: number
  readonly figures: readonly { readonly figure: number; readonly y: number }[]
  readonly months: readonly { readonly date: string; readonly x: number }[]
  readonly lines: readonly {
    readonly line: DayLine
    readonly path: string
    readonly marked: Place | null
    readonly end: Place
  }[]
  readonly x: (on: string) => number
  /** The day of `days` that is nearest to a place. */
  readonly nearest: (x: number) => number
}

/** Every day that has a figure, once and in order. */
export const daysOf = (lines: readonly DayLine[]): readonly string[] =>
  [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].toSorted()

/** Room between the names of two months. */
const MONTH_WIDTH = 44

/** The geometry of lines over days: one scale for all of them, with zero in it. */
export function dayPlot(
  size: { readonly width: number; readonly height: number },
  lines: readonly DayLine[],
): DayPlot {
  const days = daysOf(lines)
  const numbers = days.map(dayNumber)
  const [first = 0, last = 1] = [numbers[0], numbers.at(-1)]
  const figures = lines.flatMap(({ points }) => points.map(({ figure }) => Number(figure)))
  const [least, most] = [Math.min(0, ...figures), Math.max(0, ...figures)]
  const step = niceAtLeast((most - least) / 4)
  const below = Math.ceil((-least / step) * (1 - 1e-9))
  const above = Math.max(1, Math.ceil((most / step) * (1 - 1e-9)))
  const { left, right, top, bottom } = DAY_INSETS
  const inner = Math.max(1, size.width - left - right)
  const floor = Math.max(top + 1, size.height - bottom)
  const xOf = scaleLinear([first, Math.max(last, first + 1)], [left, left + inner])
  const y = scaleLinear([-below * step, above * step], [floor, top])
  const x = (on: string): number => xOf(dayNumber(on))
  return {
    ...size,
    x,
    figures: Array.from({ length: below + above + 1 }, (_, index) => {
      const figure = (index - below) * step
      return { figure, y: y(figure) }
    }),
    months: monthStarts(days, inner).map((date) => ({ date, x: x(date) })),
    lines: lines.flatMap((line) => {
      const places = line.points.map(({ on, figure }) => ({ on, x: x(on), y: y(Number(figure)) }))
      const end = places.at(-1)
      if (end === undefined) return []
      const path = places.map((place) => `${place.x.toFixed(1)},${place.y.toFixed(1)}`).join(' ')
      return [{ line, path, marked: places.find(({ on }) => on === line.marked) ?? null, end }]
    }),
    nearest: (pixel) => {
      const wanted = xOf.invert(pixel)
      return numbers.reduce(
        (best, day, index) =>
          Math.abs(day - wanted) < Math.abs((numbers[best] ?? first) - wanted) ? index : best,
        0,
      )
    },
  }
}

/** The first days of the months between two days: all while there is room, then every second, third, sixth or twelfth. */
function monthStarts(days: readonly string[], width: number): readonly string[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const starts: string[] = []
  for (let month = monthsLater(`${first.slice(0, 7)}-01`, 1); month <= last; month = monthsLater(month, 1))
    starts.push(month)
  const every = [1, 2, 3, 6].find((step) => (starts.length / step) * MONTH_WIDTH <= width) ?? 12
  return starts.filter((_start, index) => index % every === 0)
}
