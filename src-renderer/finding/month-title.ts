import type { MonthCost, PlanCost } from '#shared/comparison.ts'
import { microsOf } from '#shared/micros.ts'
import { isZero, money, plural, wholeCredits } from '#renderer/format/figures.ts'
import { creditsOf } from './counted.ts'

const monthsWith = (months: readonly MonthCost[], figure: (month: MonthCost) => string): number =>
  months.filter((month) => !isZero(figure(month))).length

const MICROS = 1_000_000n

/**
 * How far months went above the credits they were granted and were served all the same. What is burned of older
 * credits does not tell: the oldest go first, also where a month's own would have done.
 */
function aboveQuota(months: readonly MonthCost[]): bigint {
  const [first] = months
  if (!first) return 0n
  // Nothing is rolled over into the first month, so what it used of its grant and what became of the rest are all of it.
  const { fromGrant: used, closingCredits, expiredCredits, forfeitedCredits } = first
  const quota = [used, closingCredits, expiredCredits, forfeitedCredits].map(microsOf).reduce((a, b) => a + b)
  return months.reduce((sum, { fromGrant, fromRollover }) => {
    const above = microsOf(fromGrant) + microsOf(fromRollover) - quota
    return above > 0n ? sum + above : sum
  }, 0n)
}

/** What rolled-over credits did that a month's own could not; null where they were not needed. */
function covered(months: readonly MonthCost[]): string | null {
  const micros = aboveQuota(months)
  return micros === 0n
    ? null
    : wholeCredits(`${String(micros / MICROS)}.${String(micros % MICROS).padStart(6, '0')}`)
}

/**
 * The title of the month-by-month chart: what happens past the quota, and what becomes of unused credits. It tells of
 * the months it is given and of nothing else, so that it holds for the figures under it.
 */
export function monthTitle(plan: PlanCost, months: readonly MonthCost[], currency: string): string {
  const of = plural(months.length, 'month')
  const over = monthsWith(months, (month) => month.overageCredits)
  const blocked = monthsWith(months, (month) => month.blockedCredits)
  const rolled = covered(months)
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
