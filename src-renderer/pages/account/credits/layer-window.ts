import type { LayerResolution, LayerWindow } from '#shared/credit-layers.ts'
import { dayNumber } from '#renderer/format/days.ts'

/** A part of a run that is looked at closer, from one day up to another. */
export interface Part {
  readonly from: string
  readonly to: string
}

/** Three years: day by day up to there, so that a renewal is the rise that it is; week by week beyond. */
const MOST_DAYS = 1097
/** As a table so many rows are read; beyond them the months. */
const MOST_ROWS = 62

/** How far apart points are where nobody has chosen. */
export function resolutionFor({ from, to }: Part, asTable: boolean): LayerResolution {
  const days = dayNumber(to) - dayNumber(from)
  if (asTable) return days <= MOST_ROWS ? 'day' : 'month'
  return days <= MOST_DAYS ? 'day' : 'week'
}

/** What is asked of the run, or of the part of it that is looked at. */
export function windowOf(
  run: Part,
  part: Part | null,
  chosen: 'auto' | LayerResolution,
  asTable: boolean,
): LayerWindow {
  const resolution = chosen === 'auto' ? resolutionFor(part ?? run, asTable) : chosen
  return part === null ? { resolution } : { resolution, ...part }
}
