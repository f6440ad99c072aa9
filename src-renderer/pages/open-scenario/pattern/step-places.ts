import type { UsageStep } from '#shared/usage.ts'

/*
 * Where steps of usage are drawn, and what a hand or a key makes of them. These are positions of a control and no results.
 */

/** A run is no longer. */
export const LAST_MONTH = 120
/** The first month has the figure itself. */
const FIRST_STEP = 2
export const MOST_TIMES = 1000

/** Room to lift the highest step. */
const ROOM = 1.25
const LEAST_TOP = 2
/** How far levels that are set by hand or by a key lie from each other. */
const GRAIN = 0.05
const SHIFTED = 10

/** How many times the usage the upper edge stands for. */
export const topOf = (steps: readonly UsageStep[]): number =>
  Math.max(LEAST_TOP, ...steps.map(({ multiple }) => Number(multiple))) * ROOM

const percentOf = (part: number): string => `${String(Math.max(0, Math.min(1, part)) * 100)}%`

/** How a level is drawn that begins with a month and ends with the next step, or with the run. */
export function placeOf(
  level: UsageStep,
  next: UsageStep | undefined,
  months: number,
  top: number,
): { readonly left: string; readonly width: string; readonly height: string } {
  const end = Math.min(months, (next?.month ?? months + 1) - 1)
  return {
    left: percentOf((level.month - 1) / months),
    width: percentOf((end - level.month + 1) / months),
    height: percentOf(Number(level.multiple) / top),
  }
}

/** The months a step may begin with: after the step before it and before the next one. */
export const roomOf = (steps: readonly UsageStep[], place: number) => ({
  min: (steps[place - 1]?.month ?? FIRST_STEP - 1) + 1,
  max: (steps[place + 1]?.month ?? LAST_MONTH + 1) - 1,
})

const within = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.max(min, Math.min(max, value))

const timesText = (times: number): string =>
  String(Number(within(Math.round(times / GRAIN) * GRAIN, { min: 0, max: MOST_TIMES }).toFixed(2)))

export interface TrackPoint {
  /** Parts of the track’s width from the left, and of its height from the ground. */
  readonly x: number
  readonly y: number
}

export const pointOn = (
  box: Pick<DOMRect, 'left' | 'bottom' | 'width' | 'height'>,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): TrackPoint => ({ x: (clientX - box.left) / box.width, y: (box.bottom - clientY) / box.height })

/** A step that was taken at one point and is held at another: its month and its level move as far as the hand did. */
export function draggedTo(
  taken: { readonly step: UsageStep; readonly at: TrackPoint },
  to: TrackPoint,
  months: number,
  top: number,
): UsageStep {
  const { step, at } = taken
  return {
    month: step.month + Math.round((to.x - at.x) * months),
    multiple: timesText(Number(step.multiple) + (to.y - at.y) * top),
  }
}

const MONTHS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
const TIMES: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

/** What a key makes of a step; undefined for keys that make nothing. */
export function steppedByKey(
  step: UsageStep,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): UsageStep | undefined {
  const months = MONTHS[key]
  if (months !== undefined) return { ...step, month: step.month + months }
  const times = TIMES[key]
  if (times === undefined) return undefined
  const by = times * (shiftKey ? SHIFTED : 1) * GRAIN
  return { ...step, multiple: timesText(Number(step.multiple) + by) }
}

/** The steps with one of them changed, its month kept between its neighbours. */
export const withStep = (steps: readonly UsageStep[], place: number, step: UsageStep): UsageStep[] =>
  steps.with(place, { ...step, month: within(step.month, roomOf(steps, place)) })

/** How far after the last step a new one begins. */
const APART = 3

/** The steps with one more at the end, on the level of the last; as they are where there is no month for it. */
export function withOneMore(steps: readonly UsageStep[]): UsageStep[] {
  const last = steps.at(-1)
  const month = Math.min(LAST_MONTH, (last?.month ?? 0) + APART)
  return last?.month === LAST_MONTH ? [...steps] : [...steps, { month, multiple: last?.multiple ?? '1' }]
}
