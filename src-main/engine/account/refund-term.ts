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

function refundProblem({ terms, subscription, usage }: Account, at: Instant): string | null {
  const { refundDays } = terms
  const { term, paidForTerm } = subscription
  if (refundDays === null) return 'The catalogue gives no price back.'
  if (term.end <= at || paidForTerm === 0) return 'Nothing was paid for the running term.'
  if (at - term.start > refundDays * DAY)
    return `The term was paid more than ${refundDays} days ago, so its price is not given back.`
  if (usage.isAnythingServed) return 'Credits of the term were used, so its price is not given back.'
  return null
}
