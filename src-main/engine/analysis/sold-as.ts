import type { PlanCost } from '#shared/comparison.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Terms } from './comparison-setup.ts'

/** How a plan is sold under the terms of a comparison. */
export function soldAs(
  plan: CompiledPlan,
  { billing, offers, customTerms }: Terms,
): Pick<PlanCost, 'paid' | 'pastQuota' | 'offer' | 'agreed'> {
  const paid = plan.annual === null ? 'monthly' : billing
  return {
    paid,
    pastQuota: plan.plan.pastQuota.kind,
    offer: offerOf(plan, paid, offers),
    agreed: agreedOf(customTerms[plan.id] ?? {}, paid),
  }
}

function offerOf(plan: CompiledPlan, paid: PlanCost['paid'], asked: boolean): PlanCost['offer'] {
  if (plan.offers[paid] !== null) return asked ? 'applied' : 'unused'
  return plan.plan.offers.length === 0 ? 'none' : 'otherBilling'
}

/** Basic seats may be agreed too, but make no price. */
function agreedOf(terms: CustomTerms, paid: PlanCost['paid']): PlanCost['agreed'] {
  const parts = [terms[paid], terms.credits, terms.overagePerThousand]
  if (parts.every((part) => part !== undefined)) return 'whole'
  return Object.values(terms).some((term) => term !== undefined) ? 'part' : 'none'
}
