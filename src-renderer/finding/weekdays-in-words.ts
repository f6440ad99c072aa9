import { weekdaysText } from '#shared/usage-in-words.ts'
import type { WeekdayProfile } from '#shared/usage.ts'

/** A weekday profile in a line: `Mon–Fri 100, Sat–Sun 0`. */
export const weekdaysInWords = (profile: WeekdayProfile | undefined): string =>
  profile === undefined ? 'evenly on every day' : weekdaysText(profile)
