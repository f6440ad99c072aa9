import type { Instant } from './civil.ts'
import { cycleStarts } from './cycle.ts'

/** One billing period `[start, end)`, with its index from the cycle anchor. */
export interface Period {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
  /** The run ends here, before the period does: what the period's end brings has not happened. */
  readonly isCut?: true
}

/** Consecutive periods from a cycle anchor on, worked out once for all accounts that share it. */
export type Schedule = readonly Period[]

/** The first `count` periods of a cycle. */
export function cycleSchedule(anchor: Instant, count: number): Schedule {
  const starts = cycleStarts(anchor, count + 1)
  return starts.slice(1).map((end, index) => ({ index, start: starts[index] ?? anchor, end }))
}

/** Throws when the schedule does not reach so far. */
export function periodOf(schedule: Schedule, index: number): Period {
  const period = schedule[index]
  if (period === undefined) throw new Error(`The schedule does not reach period ${index}.`)
  return period
}
