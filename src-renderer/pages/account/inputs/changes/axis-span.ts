import { dayNumber, dayText, monthOf, monthsLater, wholeMonths, yearOf } from '#renderer/format/days.ts'

/** How much of a run is seen at once. */
export type Zoom = 'all' | 'year' | 'quarter'

const MONTHS: Readonly<Record<Exclude<Zoom, 'all'>, number>> = { year: 12, quarter: 3 }

/** Whole months of a run that are seen: from a day to another, which is not in it. */
export interface Span {
  readonly start: string
  readonly end: string
  readonly months: number
}

/** The time a scenario runs. */
export interface RunTime {
  readonly start: string
  readonly months: number
}

export const endOf = ({ start, months }: RunTime): string => monthsLater(start, months)

/** The zooms that show less than all of it. */
export const zoomsOf = ({ months }: RunTime): readonly Zoom[] =>
  months <= MONTHS.quarter ? [] : months <= MONTHS.year ? ['all', 'quarter'] : ['all', 'year', 'quarter']

const lastPage = ({ months }: RunTime, zoom: Zoom): number =>
  zoom === 'all' ? 0 : Math.ceil(months / MONTHS[zoom]) - 1

/** A page of the run; one past its end is the last one. */
export function spanOf(run: RunTime, zoom: Zoom, page: number): Span {
  if (zoom === 'all') return { start: run.start, end: endOf(run), months: run.months }
  const size = MONTHS[zoom]
  const first = Math.min(page, lastPage(run, zoom)) * size
  const months = Math.min(size, run.months - first)
  return { start: monthsLater(run.start, first), end: monthsLater(run.start, first + months), months }
}

/** The page that a day is on; the nearest one for a day outside the run. */
export function pageOf(run: RunTime, zoom: Zoom, date: string): number {
  if (zoom === 'all' || date < run.start) return 0
  return Math.min(lastPage(run, zoom), Math.floor(wholeMonths(run.start, date) / MONTHS[zoom]))
}

/** The page so many further, where there is one. */
export function pageFrom(run: RunTime, zoom: Zoom, page: number, step: 1 | -1): number | null {
  const next = Math.min(page, lastPage(run, zoom)) + step
  return next < 0 || next > lastPage(run, zoom) ? null : next
}

/** The nearest day of a run. */
export function withinRun(run: RunTime, date: string): string {
  if (date < run.start) return run.start
  const last = dayText(dayNumber(endOf(run)) - 1)
  return date > last ? last : date
}

export interface Tick {
  /** From 0 at the start of the span to 1 at its end. */
  readonly at: number
  /** Empty where there is no room for one. */
  readonly label: string
  /** Beneath the first label of each year. */
  readonly year: string
}

const LABEL_ROOM = 30
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60]

/** Where a day is in a span, from 0 to 1. */
export const shareOf = ({ start, end }: Span, date: string): number =>
  (dayNumber(date) - dayNumber(start)) / (dayNumber(end) - dayNumber(start))

/** A tick at the start of every billing month, named as often as there is room for it. */
export function ticksOf(span: Span, width: number): readonly Tick[] {
  const every = STEPS.find((step) => (width * step) / span.months >= LABEL_ROOM) ?? 120
  let year = ''
  return Array.from({ length: span.months }, (_, month): Tick => {
    const date = monthsLater(span.start, month)
    const at = shareOf(span, date)
    if (month % every !== 0) return { at, label: '', year: '' }
    const first = yearOf(date) !== year
    year = yearOf(date)
    return { at, label: monthOf(date), year: first ? year : '' }
  })
}

/** A pointer that went from one place to another, in pixels. */
export interface Way {
  readonly from: number
  readonly to: number
}

/** The day to which a pointer takes a change, on an axis so wide: within the run, by whole days. */
export function draggedTo(run: RunTime, span: Span, date: string, { from, to }: Way, width: number): string {
  const days = ((dayNumber(span.end) - dayNumber(span.start)) * (to - from)) / Math.max(1, width)
  return withinRun(run, dayText(dayNumber(date) + Math.round(days)))
}

/** Whether a pointer went far enough to mean it. */
export const isDrag = ({ from, to }: Way): boolean => Math.abs(to - from) > 3
