import { isZero, money, plural } from '#renderer/format/figures.ts'

/** What a change makes of the total of a run, both billed: `$77.00 more over 12 months`. */
export function differenceInWords(difference: string, currency: string, months: number): string {
  const isLess = difference.startsWith('-')
  const amount = isLess ? difference.slice(1) : difference
  const over = `over ${plural(months, 'month')}`
  if (isZero(amount)) return `Costs the same ${over}`
  return `Costs ${money(amount, currency)} ${isLess ? 'less' : 'more'} ${over}`
}

/** That usage events are no part of it; empty where the account has none. */
export const withoutEventsInWords = (events: number): string =>
  events === 0 ? '' : `Without the ${plural(events, 'usage event')}, which the results count.`
