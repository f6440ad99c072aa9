import type { Account } from '../account/account.ts'
import { NO_FREE_PLAN, onFreePlan } from '../account/free-plan.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'
import { leavingProblem } from './leaving-problem.ts'

/**
 * Gives back what was paid for the running term, which ends today. What is unused is lost, as with any subscription that
 * ends; what waited for the end of the term is dropped. Source: facts §5.
 */
export const refund: ChangeKind<'refund'> = {
  subject: theSubscription,
  carryOut(account, at) {
    const problem = leavingProblem(account, null)
    if (problem !== null) return problem
    const free = onFreePlan(account.terms)
    if (free === null) return NO_FREE_PLAN
    const refusal = refundProblem(account, at)
    if (refusal !== null) return refusal
    account.subscription.refund(at)
    account.pending = null
    account.moveTo(at, free)
    account.restartCycle(at, true)
    return null
  },
}

type Refunded = Pick<Account, 'terms' | 'subscription' | 'usage' | 'credits'>

/** Credits that repaid what was owed were used, earlier and by the same account. */
function refundProblem({ terms, subscription, usage, credits }: Refunded, at: Instant): string | null {
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
