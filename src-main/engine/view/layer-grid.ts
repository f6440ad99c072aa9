import type { LayerResolution, LayerWindow } from '#shared/credit-layers.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { DAY, dateText, type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type CreditDays, midnightOf } from '../report/credit-days.ts'

/** Where the boundary number `index` is, counted from the midnight the run starts with or after. */
const BOUNDARIES: Readonly<Record<LayerResolution, (start: Instant, index: number) => Instant>> = {
  month: cycleStart,
  week: (start, index) => start + index * 7 * DAY,
  day: (start, index) => start + index * DAY,
}

/**
 * The instants of a window, its own two ends among them: a resolution’s boundaries are counted from the run’s start, so
 * that they stay where they are when the window moves. What of the window lies outside the run is left out. Refused:
 * `layers.window`, where nothing of the run is in it.
 */
export function gridOf(
  { start, end }: Pick<CreditDays, 'start' | 'end'>,
  { resolution, from, to }: LayerWindow,
): Result<readonly Instant[]> {
  const first = from === undefined ? start : Math.max(start, parseDate(from))
  const last = to === undefined ? end : Math.min(end, parseDate(to))
  if (first >= last) return outside(start, end)
  const boundaryAt = BOUNDARIES[resolution]
  const origin = midnightOf(start)
  const between: Instant[] = []
  for (let index = 0, at = origin; at < last; at = boundaryAt(origin, index)) {
    if (at > first) between.push(at)
    index += 1
  }
  return succeed([first, ...between, last])
}

const outside = (start: Instant, end: Instant): Result<never> =>
  refuse({
    code: 'layers.window',
    message: `Expected a first day before the last one, with days from ${dateText(start)} to ${dateText(end)} between them.`,
    path: 'from',
  })
