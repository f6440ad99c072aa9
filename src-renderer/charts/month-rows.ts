import type { MonthCost } from '#shared/comparison.ts'

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
