import type { Comparison, MonthCost, PlanCost } from '#shared/comparison.ts'
import { isZero, money, plural, wholeCredits } from '#renderer/format/figures.ts'
import { creditsOf } from './counted.ts'

const monthsWith = (months: readonly MonthCost[], figure: (month: MonthCost) => string): number =>
  months.filter((month) => !isZero(figure(month))).length

/**
 * The title of the month-by-month chart: what happens past the quota, and what becomes of unused credits. It tells of
 * the months it is given and of nothing else, so that it holds for the figures under it.
 */
export function monthTitle(
  plan: PlanCost,
  { months, aboveQuotaCredits }: Pick<Comparison['focus'], 'months' | 'aboveQuotaCredits'>,
  currency: string,
): string {
  const of = plural(months.length, 'month')
  const over = monthsWith(months, (month) => month.overageCredits)
  const blocked = monthsWith(months, (month) => month.blockedCredits)
  // What rolled-over credits did that a month's own could not.
  const rolled = isZero(aboveQuotaCredits) ? null : wholeCredits(aboveQuotaCredits)
  const more = rolled === null ? '' : `; rollover covers ${rolled} more`

  if (blocked > 0) {
    return `${plan.name} blocks ${creditsOf(plan.blockedCredits)} in ${String(blocked)} of ${of}${more}`
  }
  if (over > 0) {
    return `${plan.name} runs over in ${String(over)} of ${of} for ${money(plan.overage, currency)}${more}`
  }
  const never = `${plan.name} never runs over`
  if (rolled !== null) return `${never}; rollover covers ${rolled} above the quota`
  if (!isZero(plan.forfeitedCredits)) {
    return `${never}; ${creditsOf(plan.forfeitedCredits)} ${isOne(plan.forfeitedCredits) ? 'is' : 'are'} forfeited unused`
  }
  if (!isZero(plan.expiredCredits)) {
    return `${never}; ${creditsOf(plan.expiredCredits)} ${isOne(plan.expiredCredits) ? 'expires' : 'expire'} unused`
  }
  return never
}

const isOne = (figure: string): boolean => wholeCredits(figure) === '1'
