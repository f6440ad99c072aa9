import { dateIn, dayAndMonth, monthInFull, monthsLater, timeIn, yearOf } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'

/** A stretch of a run: up to its end, which is not in it. */
export interface Span {
  readonly start: string
  readonly end: string
}

const isMidnight = (at: string): boolean => timeIn(at) === null

/** From the first of a month to the first of the next one. */
const isCalendarMonth = ({ start, end }: Span): boolean =>
  isMidnight(start) &&
  isMidnight(end) &&
  dateIn(start).endsWith('-01') &&
  monthsLater(dateIn(start), 1) === dateIn(end)

const isMonth = ({ start, end }: Span): boolean => monthsLater(dateIn(start), 1) === dateIn(end)

/** What the stretches are called: months where each is one, whichever day it begins on. */
export const spanNoun = (spans: readonly Span[]): 'month' | 'period' =>
  spans.every(isMonth) ? 'month' : 'period'

/** `April 2026`, or `12 Mar to 12 Apr 2026`. */
export function spanInWords(span: Span): string {
  const { start, end } = span
  if (isCalendarMonth(span)) return `${monthInFull(start)} ${yearOf(start)}`
  const from = yearOf(start) === yearOf(end) ? dayAndMonth(start) : day(dateIn(start))
  return `${from} to ${day(dateIn(end))}`
}

/** When something of a stretch is: `in April`, `from 12 Mar`, with the year where months of several years are told of. */
export function inSpan(span: Span, all: readonly Span[]): string {
  const { start } = span
  const year = all.length > 12 ? ` ${yearOf(start)}` : ''
  return isCalendarMonth(span)
    ? `in ${monthInFull(start)}${year}`
    : `in the ${spanNoun(all)} from ${dayAndMonth(start)}${year}`
}
