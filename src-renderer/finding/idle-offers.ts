import type { Billing } from '#shared/account.ts'
import type { PlanCost } from '#shared/comparison.ts'

const OTHER: Readonly<Record<Billing, Billing>> = { monthly: 'annual', annual: 'monthly' }

/** Why first-month offers change no figure however they are switched; null where a plan is sold with one. */
export function idleOffers(plans: readonly Pick<PlanCost, 'offer' | 'paid'>[]): string | null {
  if (plans.some(({ offer }) => offer === 'applied' || offer === 'unused')) return null
  const elsewhere = plans.find(({ offer }) => offer === 'otherBilling')
  return elsewhere
    ? `No effect: offers here are for ${OTHER[elsewhere.paid]} billing.`
    : 'No plan here has one.'
}
