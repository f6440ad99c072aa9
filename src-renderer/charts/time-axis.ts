import { scaleLinear } from 'd3-scale'
import { dayAndMonth, dayNumber, dayText, monthOf, monthsLater, yearOf } from '#renderer/format/days.ts'
import type { Insets } from './plot.ts'
import type { AxisLabel } from './StackAxes.tsx'

/** Where instants are along an axis, in pixels. */
export interface TimeAxis {
  readonly left: number
  readonly right: number
  readonly x: (at: string) => number
  /** The instant under a pixel, in milliseconds, kept within the span. */
  readonly timeAt: (pixel: number) => number
}

/** A span of time over a width; a span of no length still has an axis. */
export function timeAxis(from: string, to: string, width: number, insets: Insets): TimeAxis {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const [left, right] = [insets.left, Math.max(insets.left + 1, width - insets.right)]
  const scale = scaleLinear([start, Math.max(start + 1, end)], [left, right])
  const within = scale.copy().clamp(true)
  return { left, right, x: (at) => scale(Date.parse(at)), timeAt: (pixel) => within.invert(pixel) }
}

/** Up to so many days are told by day, more by month. */
const MOST_DAYS = 92
const DAY_ROOM = 52
const MONTH_ROOM = 34
/** A label is centred, and cut off by the edge of the picture where it has less room to the right. */
const HALF_A_LABEL = 10

function days(first: number, last: number, room: number): readonly string[] {
  const every = [1, 2, 7, 14].find((step) => room * step >= DAY_ROOM) ?? 28
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) =>
    dayText(first + index * every),
  )
}

const STEPS = [1, 2, 3, 6, 12] as const

/** Of how many months one is named where a month has so much room; the first of a year always is. */
export const monthStep = (room: number): number => STEPS.find((step) => room * step >= MONTH_ROOM) ?? 12

/** Whether a month is one of those that are named. */
export const isNamed = (date: string, every: number): boolean => (Number(date.slice(5, 7)) - 1) % every === 0

/** `Apr`; the first month of a year by its year. */
export const monthLabel = (date: string): string => (date.slice(5, 7) === '01' ? yearOf(date) : monthOf(date))

function months(first: string, last: number, room: number): readonly string[] {
  const every = monthStep(room * 30)
  const start = first.endsWith('-01') ? first : monthsLater(`${first.slice(0, 8)}01`, 1)
  const found: string[] = []
  for (let index = 0; ; index += 1) {
    const date = monthsLater(start, index)
    if (dayNumber(date) > last) return found
    if (isNamed(date, every)) found.push(date)
  }
}

/** Days or first days of months under an axis, as many as there is room for; a January is told by its year. */
export function timeLabels(from: string, to: string, axis: TimeAxis): readonly AxisLabel[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const room = (axis.right - axis.left) / Math.max(1, last - first)
  const byDay = last - first <= MOST_DAYS
  const dates = byDay ? days(first, last, room) : months(dayText(first), last, room)
  return dates
    .filter((date) => axis.x(date) <= axis.right - HALF_A_LABEL)
    .map((date) => ({
      x: axis.x(date),
      text: byDay ? dayAndMonth(date) : monthLabel(date),
    }))
}

/** Of labels side by side those that have so much room after the one before. */
export function withRoom<L extends { readonly x: number }>(labels: readonly L[], room: number): readonly L[] {
  let last = Number.NEGATIVE_INFINITY
  return labels.filter(({ x }) => {
    if (x - last < room) return false
    last = x
    return true
  })
}
