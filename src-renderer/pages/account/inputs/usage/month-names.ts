import { monthOf, monthsLater, yearOf } from '#renderer/format/days.ts'

/** A month of usage, counted from the account's start, by the day it begins on. */
export interface MonthName {
  /** `Mar` */
  readonly short: string
  /** `Mar 2026` */
  readonly full: string
}

export function monthNames(start: string, months: number): readonly MonthName[] {
  return Array.from({ length: months }, (_, place) => {
    const begins = monthsLater(start, place)
    const short = monthOf(begins)
    return { short, full: `${short} ${yearOf(begins)}` }
  })
}
