import type { UsagePattern, WeekdayProfile } from './usage.ts'
import { type Weekday, WEEKDAYS } from './weekdays.ts'

/*
 * Usage patterns in words, for what is read apart from a screen: figures are written as documents hold them.
 */

/** How usage moves from month to month: `10 % less each month`. */
export function patternText(pattern: UsagePattern): string {
  switch (pattern.kind) {
    case 'flat':
      return 'the same every month'
    case 'growth':
      return `${pattern.percent.replace('-', '')} % ${isFalling(pattern.percent) ? 'less' : 'more'} each month`
    case 'seasonal':
      return `${pattern.amplitude} % above it in month ${String(pattern.peakMonth)} of the year`
    case 'spike':
      return `${pattern.multiple} times as much in month ${String(pattern.month)}`
    case 'steps':
      return pattern.steps
        .map(({ month, multiple }) => `${multiple} times as much from month ${String(month)} on`)
        .join(', ')
  }
}

/** Whether a change in percent is one downward. */
export const isFalling = (percent: string): boolean => percent.startsWith('-')

const NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

/** A weekday profile, days that follow one another and are as busy told together: `Mon–Fri 100, Sat–Sun 20`. */
export function weekdaysText(profile: WeekdayProfile): string {
  const runs: { readonly from: string; to: string; readonly busy: number }[] = []
  for (const weekday of WEEKDAYS) {
    const [day, busy] = [NAMES[weekday], profile[weekday]]
    const last = runs.at(-1)
    if (last?.busy === busy) last.to = day
    else runs.push({ from: day, to: day, busy })
  }
  return runs
    .map(({ from, to, busy }) => `${from === to ? from : `${from}–${to}`} ${String(busy)}`)
    .join(', ')
}
