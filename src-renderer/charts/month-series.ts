import type { MonthCost } from '#shared/comparison.ts'
import type { MonthRow } from './month-rows.ts'

/** What the line over the bars shows, in the key, the readout and the table. */
export const LEFT_LABEL = 'Left at the end'

/** One part of the stacked bars: where its figure is, and how it is filled. */
export interface MonthSeries {
  readonly id: Exclude<keyof MonthRow, 'month' | 'source' | 'closing'>
  readonly label: string
  /** `solid` and `tint` are the plan's ink; the hatches say the same without colour. */
  readonly fill: 'solid' | 'tint' | 'hatch' | 'blocked' | 'lost' | 'lostHatch'
  readonly exact: (month: MonthCost) => string
}

export const COST_SERIES: readonly MonthSeries[] = [
  { id: 'subscription', label: 'Subscription', fill: 'solid', exact: (month) => month.subscription },
  { id: 'overage', label: 'Overage', fill: 'hatch', exact: (month) => month.overage },
]

export const CREDIT_SERIES: readonly MonthSeries[] = [
  { id: 'fromGrant', label: 'This month’s', fill: 'solid', exact: (month) => month.fromGrant },
  { id: 'fromRollover', label: 'Rolled over', fill: 'tint', exact: (month) => month.fromRollover },
  { id: 'overageCredits', label: 'Overage', fill: 'hatch', exact: (month) => month.overageCredits },
  { id: 'blocked', label: 'Blocked', fill: 'blocked', exact: (month) => month.blockedCredits },
  { id: 'expired', label: 'Expired', fill: 'lost', exact: (month) => month.expiredCredits },
  { id: 'forfeited', label: 'Forfeited', fill: 'lostHatch', exact: (month) => month.forfeitedCredits },
]

/** A series that is zero in every month is left out of the key, and of the picture; one stays to say what there is. */
export function present(series: readonly MonthSeries[], rows: readonly MonthRow[]): readonly MonthSeries[] {
  const some = series.filter(({ id }) => rows.some((row) => row[id] !== 0))
  return some.length > 0 ? some : series.slice(0, 1)
}
