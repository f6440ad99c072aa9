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
