import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'

/** `[start, end)`. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
}

/**
 * The months a line pays for, each with the same part of it: a year's price is twelve equal months, whatever their
 * days. They are those of the contract, counted from `anchor`, where the line starts and ends with them, else the
 * line's own; a stretch that is not of whole months counts by its time as one.
 */
export const monthsCovered = (line: Span, anchor: Instant): readonly Span[] =>
  wholeMonths(line, anchor) ?? wholeMonths(line, line.start) ?? [line]

function wholeMonths({ start, end }: Span, anchor: Instant): readonly Span[] | null {
  const months: Span[] = []
  for (let index = 0, from = anchor; from < end; index += 1) {
    const next = cycleStart(anchor, index + 1)
    if (from >= start) months.push({ start: from, end: next })
    from = next
  }
  return months[0]?.start === start && months.at(-1)?.end === end ? months : null
}
