/*
 * Civil days in UTC, as billing has them. A day is a number here, counted from 1 January 1970, so that an axis can have
 * places for days; in documents and on screens it is a text.
 */
const DAY_MS = 86_400_000

/** The day of a date or an instant; NaN for text that is neither. */
export const dayNumber = (when: string): number => Date.parse(`${when.slice(0, 10)}T00:00:00Z`) / DAY_MS

/** `2026-03-12` */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Orders dates and instants by when they are. */
export function earlierFirst(one: string, other: string): number {
  const [at, otherAt] = [Date.parse(one), Date.parse(other)]
  if (at === otherAt) return 0
  return at < otherAt ? -1 : 1
}

/** The day so many days after that of a date or an instant. */
export const laterBy = (when: string, days: number): string => dayText(dayNumber(when) + days)

const lastOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/** The same day so many months later; the last one of a month that is too short for it, as with a cycle anchor. */
export function monthsLater(date: string, months: number): string {
  const from = new Date(dayNumber(date) * DAY_MS)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()]
  const day = Math.min(from.getUTCDate(), lastOfMonth(year, month))
  return dayText(Date.UTC(year, month, day) / DAY_MS)
}

/** How many whole months lie between two dates, the second one later. */
export function wholeMonths(from: string, to: string): number {
  const [one, other] = [new Date(dayNumber(from) * DAY_MS), new Date(dayNumber(to) * DAY_MS)]
  const months =
    (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth()
  return monthsLater(from, months) > to ? months - 1 : months
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const WRITTEN = /^(\d{1,2})\.? ?([a-z]{3,9})\.?,? ?(\d{4})$/
const MONTH_FIRST = /^([a-z]{3,9})\.? ?(\d{1,2}),? ?(\d{4})$/

/** The month of a name in full or its first three letters, from 1; 0 where there is none. */
const monthNamed = (name: string): number =>
  FULL_NAMES.findIndex((full) => full.startsWith(name)) < 0 ? 0 : MONTHS.indexOf(name.slice(0, 3)) + 1

const FULL_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

function dateOf(year: string | undefined, month: string | number | undefined, day: string | undefined) {
  const text = `${year ?? ''}-${String(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const at = dayNumber(text)
  // The 31st of a shorter month is read as the first of the next one.
  return Number.isNaN(at) || dayText(at) !== text ? null : text
}

/** A date as a person writes one: `2026-03-12`, `12 Mar 2026`, `12 March 2026`, `March 12, 2026`; null for anything else. */
export function readDay(text: string): string | null {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const iso = ISO.exec(typed)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const written = WRITTEN.exec(typed)
  if (written) return dateOf(written[3], monthNamed(written[2] ?? ''), written[1])
  const monthFirst = MONTH_FIRST.exec(typed)
  return monthFirst ? dateOf(monthFirst[3], monthNamed(monthFirst[1] ?? ''), monthFirst[2]) : null
}

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?$/

/** A time of day as a person writes one, `9:30` or `09:30:15`; null for anything else. */
export function readTime(text: string): string | null {
  const read = TIME.exec(text.trim())
  if (!read) return null
  const [, hour = '', minute = '', second] = read
  return `${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
}

/** The day of a date or an instant. */
export const dateIn = (when: string): string => when.slice(0, 10)

/** The time of day of an instant, without seconds that are none; null of a date, and of midnight. */
export function timeIn(when: string): string | null {
  const time = when
    .slice(11)
    .replace(/Z$/, '')
    .replace(/\.0*$/, '')
    .replace(/^(\d\d:\d\d):00$/, '$1')
  return time === '' || time === '00:00' ? null : time
}

/** An instant of a day and a time of day; the day alone where there is no time. */
export const whenOf = (date: string, time: string | null): string => {
  if (time === null) return date
  return /^\d\d:\d\d$/.test(time) ? `${date}T${time}:00Z` : `${date}T${time}Z`
}

const inFull = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** `12 March 2026` */
export const longDay = (date: string): string => {
  const at = Date.parse(`${dateIn(date)}T00:00:00Z`)
  return Number.isNaN(at) ? date : inFull.format(at)
}

/** `Mar` */
export const monthOf = (date: string): string => months.format(dayNumber(date) * DAY_MS)

export const yearOf = (date: string): string => date.slice(0, 4)

/** `8 Apr` */
export const dayAndMonth = (when: string): string =>
  `${String(Number(when.slice(8, 10)))} ${monthOf(dateIn(when))}`

const named = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** `April` */
export const monthInFull = (when: string): string => named.format(dayNumber(when) * DAY_MS)
