import { scaleLinear } from 'd3-scale'
import type { SeatStep } from '#shared/seat-report.ts'
import { dayNumber, monthOf, monthsLater, wholeMonths, yearOf } from '#renderer/format/days.ts'
import { credits } from '#renderer/format/figures.ts'
import { niceTicks } from './nice.ts'
import { STACK_INSETS } from './stack-plot.ts'

/** What a panel counts of a step. */
export interface SeatCounts {
  readonly held: number
  /** Seats of this kind that hold members of the other one, above those that are held. */
  readonly lent: number
  /** Null where there is none. */
  readonly limit: number | null
}

export interface SeatPanelKind {
  readonly id: 'full' | 'basic' | 'locked'
  readonly of: (step: SeatStep) => SeatCounts
}

const KINDS: readonly SeatPanelKind[] = [
  { id: 'full', of: ({ full }) => ({ held: full.held, lent: full.holdBasic, limit: full.limit }) },
  {
    id: 'basic',
    of: ({ basic, full }) => ({
      held: basic.held - full.holdBasic,
      lent: full.holdBasic,
      limit: basic.limit,
    }),
  },
  { id: 'locked', of: ({ locked }) => ({ held: locked, lent: 0, limit: null }) },
]

/** The panels of a run; nobody who is ever locked takes no room. */
export const panelsOf = (steps: readonly SeatStep[]): readonly SeatPanelKind[] =>
  KINDS.filter(({ id }) => id !== 'locked' || steps.some(({ locked }) => locked > 0))

/** Where the instants of a run are, from its start to its end. */
export interface TimePlot {
  readonly left: number
  readonly right: number
  readonly x: (at: string) => number
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

/** As wide as a tick with a year, and some air. */
const TICK_WIDTH = 64

export function timePlot(from: string, to: string, width: number): TimePlot {
  const { left, right: inset } = STACK_INSETS
  const right = Math.max(left + 1, width - inset)
  const scale = scaleLinear([Date.parse(from), Date.parse(to)], [left, right])
  const months = wholeMonths(from.slice(0, 10), to.slice(0, 10))
  const every = Math.max(1, Math.ceil((months * TICK_WIDTH) / (right - left)))
  const count = Math.floor(months / every) + 1
  const dates = Array.from({ length: count }, (_, place) => monthsLater(from, place * every))
  return {
    left,
    right,
    x: (at) => scale(Date.parse(at)),
    ticks: dates
      .map((date, place) => ({
        at: scale(dayNumber(date) * 86_400_000),
        text: tickText(date, place === 0 || yearOf(date) !== yearOf(dates[place - 1] ?? date)),
      }))
      // The end of the run is where the picture ends, and a text would be cut.
      .filter(({ at }) => at <= right - TICK_WIDTH / 3),
  }
}

const tickText = (date: string, withYear: boolean): string =>
  `${date.slice(8, 10).replace(/^0/, '')} ${monthOf(date)}${withYear ? ` ${yearOf(date)}` : ''}`

/** A piece of time with one count, as a rectangle, and where the limit is over it. */
export interface SeatBlock {
  readonly left: number
  readonly width: number
  readonly heldTop: number
  readonly lentTop: number
  readonly limit: number | null
}

export interface SeatPanelPlot {
  readonly bottom: number
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly isZero: boolean }[]
  readonly blocks: readonly SeatBlock[]
  /** The limit as one line with steps; empty where it lies above the picture, or there is none. */
  readonly limitPath: string
  /** A limit so far above that those who hold seats could not be told apart under it. */
  readonly isLimitAbove: boolean
}

/** How many times as high as what is held a limit may be and still be in the picture. */
const FAR = 3
const TOP = 8
/** As far apart as figures must be to be told apart. */
const TICK_HEIGHT = 20

export function seatPanelPlot(
  steps: readonly SeatStep[],
  { of }: SeatPanelKind,
  time: TimePlot,
  { height, axis }: { readonly height: number; readonly axis: number },
): SeatPanelPlot {
  const counts = steps.map(of)
  const held = Math.max(0, ...counts.map((count) => count.held + count.lent))
  const limit = Math.max(0, ...counts.map((count) => count.limit ?? 0))
  const isLimitAbove = held > 0 && limit > held * FAR
  const tallest = isLimitAbove ? held : Math.max(held, limit)
  const wanted = Math.max(1, tallest * (isLimitAbove ? 1.25 : 1))
  const bottom = Math.max(TOP + 1, height - axis)
  const room = Math.floor((bottom - TOP) / TICK_HEIGHT)
  const { top, ticks } = niceTicks(wanted, Math.max(1, Math.min(4, Math.ceil(wanted), room)))
  const y = scaleLinear([0, top], [bottom, TOP])
  const blocks = steps.map((step, place) => {
    const { held: full = 0, lent = 0, limit: most = null } = counts[place] ?? {}
    const left = time.x(step.from)
    return {
      left,
      width: Math.max(0.5, time.x(step.to) - left),
      heldTop: y(full),
      lentTop: y(full + lent),
      limit: most === null || isLimitAbove ? null : y(most),
    }
  })
  return {
    bottom,
    ticks: ticks.map((figure) => ({ at: y(figure), text: credits(figure), isZero: figure === 0 })),
    blocks,
    limitPath: blocks
      .flatMap(({ left, width, limit: at }, place) =>
        at === null
          ? []
          : [`${place === 0 ? 'M' : 'L'}${String(left)},${String(at)} H${String(left + width)}`],
      )
      .join(' '),
    isLimitAbove,
  }
}

/** Which step, from 1, is under a place of the picture; null where none is. */
export function stepAt(steps: readonly SeatStep[], time: TimePlot, x: number): number | null {
  const place = steps.findIndex((step) => x >= time.x(step.from) && x < time.x(step.to))
  return place < 0 ? null : place + 1
}
