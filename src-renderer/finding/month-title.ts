import type { MonthCost, PlanCost } from '#shared/comparison.ts'
import { microsOf } from '#shared/decimal.ts'
import { isZero, money, plural, wholeCredits } from '#renderer/format/figures.ts'

const monthsWith = (months: readonly MonthCost[], figure: (month: MonthCost) => string): number =>
  months.filter((month) => !isZero(figure(month))).length

/** Older credits may be used first; that they cover something is news only where a month needs more than its own. */
const needsMore = (months: readonly MonthCost[], quota: string | undefined): boolean =>
  quota === undefined || months.some((month) => microsOf(month.usage) > microsOf(quota))

/**
 * The title of the month-by-month chart: what happens past the quota (the plan's credits a month, where known), and
 * what becomes of unused credits.
 */
export function monthTitle(
  plan: PlanCost,
  months: readonly MonthCost[],
  currency: string,
  quota?: string,
): string {
  const of = plural(months.length, 'month')
  const over = monthsWith(months, (month) => month.overageCredits)
  const blocked = monthsWith(months, (month) => month.blockedCredits)
  const rolled =
    isZero(plan.fromRollover) || !needsMore(months, quota)
      ? ''
      : `rolled-over credits cover ${wholeCredits(plan.fromRollover)}`

  if (blocked > 0) {
    const stops = `${plan.name} blocks ${wholeCredits(plan.blockedCredits)} credits in ${String(blocked)} of ${of}`
    return rolled === '' ? stops : `${stops}; ${rolled}`
  }
  if (over > 0) {
    const pays = `${plan.name} runs over in ${String(over)} of ${of} for ${money(plan.overage, currency)}`
    return rolled === '' ? pays : `${pays}; ${rolled}`
  }
  if (rolled !== '') return `${plan.name} never runs over; ${rolled}`
  if (!isZero(plan.forfeitedCredits)) {
    return `${plan.name} never runs over; ${wholeCredits(plan.forfeitedCredits)} credits are forfeited unused`
  }
  if (!isZero(plan.expiredCredits)) {
    return `${plan.name} never runs over; ${wholeCredits(plan.expiredCredits)} credits expire unused`
  }
  return `${plan.name} never runs over`
}
