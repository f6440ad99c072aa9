import type { Scenario } from '#shared/scenario.ts'
import { DAY, type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'

/** The days on which an upgrade can happen: every one after the first that the run has, in order. */
export function daysOfRun({ start, months }: Pick<Scenario, 'start' | 'months'>): readonly Instant[] {
  const first = parseDate(start) + DAY
  const count = Math.max(0, Math.floor((cycleStart(parseDate(start), months) - first) / DAY))
  return Array.from({ length: count }, (_, day) => first + day * DAY)
}

/** The days to try at first, in order, and how many days lie between those that are spread over the run. */
export interface Spread {
  readonly days: readonly Instant[]
  readonly everyDays: number
}

/**
 * All days where they are no more than `most`. Else no more than two thirds of it: days spread evenly over the run, and
 * the first days of its months, on which terms end and what an upgrade costs jumps.
 */
export function spreadOver(scenario: Pick<Scenario, 'start' | 'months'>, most: number): Spread {
  const all = daysOfRun(scenario)
  if (all.length <= most) return { days: all, everyDays: 1 }
  const third = Math.max(1, Math.floor(most / 3))
  const anchor = parseDate(scenario.start)
  const firsts = Array.from({ length: scenario.months - 1 }, (_, month) => cycleStart(anchor, month + 1))
  const everyDays = stepFor(all, third)
  const days = new Set([...everyNth(all, everyDays), ...everyNth(firsts, stepFor(firsts, third))])
  return { days: [...days].toSorted((a, b) => a - b), everyDays }
}

/** Days not tried yet that lie less than `within` days from one that was, the nearest first, at most so many. */
export function daysAround(
  scenario: Pick<Scenario, 'start' | 'months'>,
  { days, everyDays: within }: Spread,
  around: Instant,
  most: number,
): readonly Instant[] {
  const tried = new Set(days)
  const distance = (day: Instant) => Math.abs(day - around)
  return daysOfRun(scenario)
    .filter((day) => !tried.has(day) && distance(day) < within * DAY)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, most)
}

const stepFor = (list: readonly Instant[], most: number): number => Math.max(1, Math.ceil(list.length / most))

const everyNth = (list: readonly Instant[], step: number): readonly Instant[] =>
  list.filter((_, index) => index % step === 0)
