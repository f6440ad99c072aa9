/** A UTC instant in milliseconds since 1970-01-01T00:00Z; Infinity stands for "never". */
export type Instant = number

/** A date of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const DAY: Instant = 86_400_000

/*
 * Years are counted from 1 March, so that the leap day comes last and the months follow one pattern of days.
 */
const DAYS_FROM_MARCH_YEAR_0_TO_1970 = 719_468
const DAYS_IN_400_YEARS = 146_097

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)

/** The midnight a date starts with. */
export function toInstant({ year, month, day }: CivilDate): Instant {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const yearDays =
    marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  const monthDays = Math.floor((marchMonth * 153 + 2) / 5)
  return (yearDays + monthDays + day - 1 - DAYS_FROM_MARCH_YEAR_0_TO_1970) * DAY
}

/** The date an instant falls on. */
export function toCivil(instant: Instant): CivilDate {
  const daysFromMarchYear0 = Math.floor(instant / DAY) + DAYS_FROM_MARCH_YEAR_0_TO_1970
  const era = Math.floor(daysFromMarchYear0 / DAYS_IN_400_YEARS)
  const dayOfEra = daysFromMarchYear0 - era * DAYS_IN_400_YEARS
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((dayOfYear * 5 + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((marchMonth * 153 + 2) / 5) + 1
  return { year: era * 400 + yearOfEra + (month > 2 ? 0 : 1), month, day }
}

/** Reads `YYYY-MM-DD`, which the schemas have checked to be a date of the calendar. */
export const parseDate = (text: string): Instant =>
  toInstant({ year: digits(text, 0, 4), month: digits(text, 5, 2), day: digits(text, 8, 2) })

/** Reads a date, or an instant such as `2026-03-01T09:30:00.250Z`, which the schemas have checked; whole milliseconds. */
export function parseInstant(text: string): Instant {
  const midnight = parseDate(text)
  if (text.length === 10) return midnight
  const seconds = text[16] === ':' ? digits(text, 17, 2) : 0
  const ms = text[19] === '.' ? Number(text.slice(20, -1).slice(0, 3).padEnd(3, '0')) : 0
  return midnight + ((digits(text, 11, 2) * 60 + digits(text, 14, 2)) * 60 + seconds) * 1000 + ms
}

/** The number written in `count` decimal digits from `start` on. A year of usage has a million of these to read. */
function digits(text: string, start: number, count: number): number {
  const ZERO = 48
  let value = 0
  for (let place = start; place < start + count; place++) value = value * 10 + text.charCodeAt(place) - ZERO
  return value
}

/** What a date and a time are written with, up to two digits. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, value) =>
  String(value).padStart(2, '0'),
)

const twoDigits = (value: number): string => TWO_DIGITS[value] ?? String(value)

export function dateText(instant: Instant): string {
  const { year, month, day } = toCivil(instant)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

export function instantText(instant: Instant): string {
  const ms = instant - Math.floor(instant / DAY) * DAY
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor(ms / 60_000) % 60
  const seconds = Math.floor(ms / 1000) % 60
  const fraction = String(ms % 1000).padStart(3, '0')
  return `${dateText(instant)}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds)}.${fraction}Z`
}
