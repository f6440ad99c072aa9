import { DAY, type Instant } from '../calendar/civil.ts'
import type { Account } from './account.ts'
import { NO_FREE_PLAN, onFreePlan } from './free-plan.ts'

/**
 * Gives back what was paid for the running term, which ends today, or answers why not. What is unused is lost, as with
 * any subscription that ends; what waited for the end of the term is dropped. Source: facts §5.
 */
export function refundTerm(account: Account, at: Instant): string | null {
  const free = onFreePlan(account.terms)
  if (free === null) return NO_FREE_PLAN
  const problem = refundProblem(account, at)
  if (problem !== null) return problem
  account.subscription.refund(at)
  account.pending = null
  account.moveTo(at, free)
  account.restartCycle(at, true)
  return null
}

/** Credits that repaid what was owed were used, earlier and by the same account. */
function refundProblem({ terms, subscription, usage, credits }: Account, at: Instant): string | null {
  const { refundDays } = terms
  const { term, paidOn } = subscription
  if (refundDays === null) return 'The catalogue gives no price back.'
  if (term.end <= at || paidOn === null) return 'Nothing was paid for the running term.'
  if (at - paidOn > refundDays * DAY)
    return `The term was paid more than ${refundDays} days ago, so its price is not given back.`
  if (usage.isAnythingServed || credits.isAnythingRepaid)
    return 'Credits of the term were used, so its price is not given back.'
  return null
}
