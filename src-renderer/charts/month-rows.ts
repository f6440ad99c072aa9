import type { MonthCost } from '#shared/comparison.ts'
import { niceAtLeast } from './nice.ts'

/** One month as numbers for drawing; what is lost points down. */
export interface MonthRow {
  readonly month: number
  readonly subscription: number
  readonly overage: number
  readonly fromGrant: number
  readonly fromRollover: number
  readonly overageCredits: number
  readonly blocked: number
  readonly expired: number
  readonly forfeited: number
  readonly closing: number
  readonly source: MonthCost
}

export const monthRows = (months: readonly MonthCost[]): readonly MonthRow[] =>
  months.map((month) => ({
    month: month.month,
    subscription: Number(month.subscription),
    overage: Number(month.overage),
    fromGrant: Number(month.fromGrant),
    fromRollover: Number(month.fromRollover),
    overageCredits: Number(month.overageCredits),
    blocked: Number(month.blockedCredits),
    expired: -Number(month.expiredCredits),
    forfeited: -Number(month.forfeitedCredits),
    closing: Number(month.closingCredits),
    source: month,
  }))

/** Month numbers under the axis: all while they fit, then every second, third, sixth or twelfth. */
export function monthTicks(count: number, width: number): readonly number[] {
  const every = [1, 2, 3, 6, 12].find((step) => (count / step) * 26 <= width) ?? 12
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (month) => every === 1 || month === 1 || month % every === 0,
  )
}

/** The figure axis under stacked bars: from what is lost, below zero, to the tallest stack or balance. */
export function monthAxis(
  rows: readonly MonthRow[],
  series: readonly { readonly id: Exclude<keyof MonthRow, 'month' | 'source'> }[],
  balance: boolean,
): { readonly domain: readonly [number, number]; readonly ticks: readonly number[] } {
  const sum = (row: MonthRow, sign: 1 | -1) =>
    series.reduce((total, { id }) => total + Math.max(0, sign * row[id]), 0)
  const most = Math.max(...rows.map((row) => Math.max(sum(row, 1), balance ? row.closing : 0)))
  const lost = Math.max(...rows.map((row) => sum(row, -1)))
  const step = niceAtLeast(Math.max(most + lost, 1e-6) / 4)
  const up = Math.max(1, Math.ceil((most / step) * (1 - 1e-9)))
  // Below zero the axis ends where the figures do: a whole step down would mostly be empty.
  const down = Math.floor(lost / step)
  const ticks = Array.from({ length: up + down + 1 }, (_, index) => (index - down) * step)
  return { domain: [-lost * 1.05, up * step], ticks }
}
