import type { WeekdayProfile } from '#shared/usage.ts'
import { type Weekday, WEEKDAYS } from '#shared/weekdays.ts'

/*
 * What the seven bars of a week stand for, and what a hand or a key makes of them. These are positions of a control and no
 * results.
 */

export const MOST_BUSY = 100
/** How far figures that are set with a bar lie from each other. */
const STEP = 5
const SHIFTED = 5

export const WEEKDAY_NAMES: Readonly<Record<Weekday, { readonly short: string; readonly full: string }>> = {
  mon: { short: 'Mon', full: 'Monday' },
  tue: { short: 'Tue', full: 'Tuesday' },
  wed: { short: 'Wed', full: 'Wednesday' },
  thu: { short: 'Thu', full: 'Thursday' },
  fri: { short: 'Fri', full: 'Friday' },
  sat: { short: 'Sat', full: 'Saturday' },
  sun: { short: 'Sun', full: 'Sunday' },
}

const profileOf = (working: number, weekend: number): WeekdayProfile => ({
  mon: working,
  tue: working,
  wed: working,
  thu: working,
  fri: working,
  sat: weekend,
  sun: weekend,
})

/** What is shown of usage that is spread evenly. */
export const EVENLY = profileOf(MOST_BUSY, MOST_BUSY)
export const WORKING_DAYS = profileOf(MOST_BUSY, 0)
export const WEEKENDS = profileOf(0, MOST_BUSY)

const within = (value: number): number => Math.max(0, Math.min(MOST_BUSY, value))

export const heightOf = (busy: number): string => `${String(within(busy))}%`

/** The day under a pointer, and how busy its height makes it; beyond the ends it is the nearest. */
export function busyAt(
  box: Pick<DOMRect, 'left' | 'bottom' | 'width' | 'height'>,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): { readonly day: Weekday; readonly busy: number } {
  const place = Math.floor(((clientX - box.left) / box.width) * WEEKDAYS.length)
  const part = (box.bottom - clientY) / box.height
  return {
    day: WEEKDAYS[Math.max(0, Math.min(WEEKDAYS.length - 1, place))] ?? 'mon',
    busy: within(Math.round((part * MOST_BUSY) / STEP) * STEP),
  }
}

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** The day that a key goes to from another one; undefined for keys that go to none. */
export function dayByKey(key: string, day: Weekday): Weekday | undefined {
  if (key === 'Home') return WEEKDAYS[0]
  if (key === 'End') return WEEKDAYS.at(-1)
  const by = MOVES[key]
  if (by === undefined) return undefined
  return WEEKDAYS[WEEKDAYS.indexOf(day) + by] ?? day
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }

/** How busy a key makes a day; undefined for keys that change nothing. */
export function busyByKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  busy: number,
): number | undefined {
  const steps = STEPS[key]
  return steps === undefined ? undefined : within(busy + steps * (shiftKey ? SHIFTED : 1) * STEP)
}
