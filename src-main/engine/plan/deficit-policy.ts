import type { Policies } from '#shared/policies.ts'
import type { DeficitPolicy } from './compiled-plan.ts'

/**
 * What the two policies past the grants come to together. Overage that is not going to be invoiced is owed in credits
 * from the start, so that every grant that may repay it does. An account that has not opted in may dip only where the
 * period's end asks no money for it: nobody can be charged for what they did not opt in to.
 */
export function deficitPolicyOf({ beyondGrants, overageAtPeriodEnd }: Policies): DeficitPolicy {
  const isCarriedWithin = beyondGrants === 'carriedWithinPeriod'
  const isInvoiced = overageAtPeriodEnd === 'invoice'
  return {
    isDeficit: isCarriedWithin || !isInvoiced,
    mayDip: isCarriedWithin && !isInvoiced,
    isRepaidWithin: isCarriedWithin || overageAtPeriodEnd === 'carryAndRepay',
    atPeriodEnd: overageAtPeriodEnd,
  }
}
