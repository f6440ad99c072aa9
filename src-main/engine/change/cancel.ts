import { NO_FREE_PLAN, onFreePlan } from '../account/free-plan.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'
import { leavingProblem } from './leaving-problem.ts'

/** The subscription ends when the paid term does. */
export const cancel: ChangeKind<'cancel'> = {
  subject: theSubscription,
  carryOut(account) {
    const problem = leavingProblem(account, null)
    if (problem !== null) return problem
    if (onFreePlan(account.terms) === null) return NO_FREE_PLAN
    account.pending = { kind: 'cancel', removed: account.pending?.removed ?? 0 }
    return null
  },
}
