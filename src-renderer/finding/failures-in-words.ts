import type { BothFailures } from '#shared/analysis.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
import { creditsOf } from './counted.ts'
import type { PlanNames } from './plan-names.ts'

export type BilledFailures = Extract<BothFailures, { kind: 'billed' }>

/** What the plan in force would stop with overage off, against what it would take with overage on. */
export function failuresTitle(
  failures: readonly BothFailures[],
  plan: string,
  names: PlanNames,
  currency: string,
): string {
  const own = failures.find((one) => one.plan === plan)
  if (own?.kind !== 'billed') return 'Work that is blocked, or money for overage'
  const { blocked, overflow } = own
  const name = names(plan)
  if (isZero(blocked.blockedCredits)) return `${name} blocks no work, with overage or without`
  const off = `Without overage ${name} blocks ${creditsOf(blocked.blockedCredits)}`
  if (overflow === null) return `${name} blocks ${creditsOf(blocked.blockedCredits)} and sells no overage`
  const cost = money(overflow.overage, currency)
  return isZero(overflow.blockedCredits)
    ? `${off}; with it they cost ${cost}`
    : `${off}; with it ${cost} are paid and ${creditsOf(overflow.blockedCredits)} blocked still`
}

/** How many plans there are to look at: those that hold the account. */
export function failuresNote(failures: readonly BilledFailures[], months: number): string {
  const plans =
    failures.length === 1
      ? 'The one plan that holds the account'
      : `Each of ${plural(failures.length, 'plan')} that hold the account,`
  return `${plans} over ${plural(months, 'month')}, with overage off and on throughout`
}
