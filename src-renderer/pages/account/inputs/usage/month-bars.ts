import { niceAtLeast } from '#renderer/charts/nice.ts'
import { MOST_COUNTABLE } from '#renderer/fields/figure-rule.ts'

/*
 * What the bars of months stand for: how high they are, and the figures that a hand or a key can set. These are positions
 * of a control and no results.
 */

export interface Scale {
  /** The figure at the top of the bars. */
  readonly top: number
  /** How far figures that are set with a bar lie from each other. */
  readonly step: number
}

/** Of an account that uses next to nothing. */
const LEAST_TOP = 1_000
/** More than pixels tell apart, so that a step is never felt. */
const STEPS = 200
/** Round enough to be read, and close enough to leave little room unused. */
const TOPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
/** What is drawn has room above it to be drawn higher. */
const ROOM = 1.2

export function scaleOf(credits: readonly string[]): Scale {
  const most = Math.max(LEAST_TOP, ...credits.map(Number))
  const decade = 10 ** Math.floor(Math.log10(most))
  const nice = (TOPS.find((top) => top * decade >= most * ROOM) ?? 10 * ROOM) * decade
  const top = Math.min(nice, MOST_COUNTABLE)
  return { top, step: Math.ceil(niceAtLeast(top / STEPS)) }
}

/** How a bar is drawn and said. */
export interface Bar {
  readonly height: string
  readonly value: number
}

export const barOf = (credits: string, { top }: Scale): Bar => ({
  height: `${String(Math.min(100, (Number(credits) / top) * 100))}%`,
  value: Number(credits),
})

/** A place among the bars: the month, and the part of the height that it is above the ground. */
export interface BarPoint {
  readonly month: number
  readonly part: number
}

interface Box {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/** The place among so many bars under a pointer; beyond the ends it is at the nearest one. */
export const pointIn = (box: Box, months: number, { x, y }: { x: number; y: number }): BarPoint => ({
  month: within(Math.floor(((x - box.left) / box.width) * months), months - 1),
  part: within((box.bottom - y) / box.height, 1),
})

const figureAt = (part: number, { top, step }: Scale): string =>
  String(Math.min(MOST_COUNTABLE, Math.round((part * top) / step) * step))

/** The figures of the months on a line from one place to another, both with theirs. */
export function drawnBetween(from: BarPoint, to: BarPoint, scale: Scale): ReadonlyMap<number, string> {
  const [first, last] = from.month <= to.month ? [from, to] : [to, from]
  const length = last.month - first.month
  if (length === 0) return new Map([[to.month, figureAt(to.part, scale)]])
  return new Map(
    Array.from({ length: length + 1 }, (_, index) => {
      const part = first.part + ((last.part - first.part) * index) / length
      return [first.month + index, figureAt(part, scale)]
    }),
  )
}

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
const KEY_STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }
const SHIFTED = 10

/** The month that a key goes to from another one; undefined for keys that go to none. */
export function monthByKey(key: string, at: number, months: number): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return months - 1
  const by = MOVES[key]
  return by === undefined ? undefined : within(at + by, months - 1)
}

/** The figure that a key makes of another one; undefined for keys that make none. */
export function figureByKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  credits: string,
  scale: Scale,
): string | undefined {
  const steps = KEY_STEPS[key]
  return steps === undefined ? undefined : steppedBy(credits, shiftKey ? steps * SHIFTED : steps, scale)
}

/** So many steps up or down; a figure between two steps moves onto the next one in that direction. */
function steppedBy(credits: string, steps: number, { step }: Scale): string {
  const at = Number(credits) / step
  const next = (steps > 0 ? Math.floor(at) : Math.ceil(at)) + steps
  return String(within(next * step, MOST_COUNTABLE))
}

const LABEL_WIDTH = 26
const EVERY = [1, 2, 3, 6, 12, 24]

/** Every how many months there is room for a label. */
export function labelledEvery(months: number, width: number): number {
  const slot = width / Math.max(1, months)
  return EVERY.find((every) => slot * every >= LABEL_WIDTH) ?? 24
}

/** Whether figures have room above their bars. */
export const hasRoomForFigures = (months: number, width: number): boolean => width / Math.max(1, months) >= 34

export const isLabelled = (month: number, every: number): boolean => month % every === 0
