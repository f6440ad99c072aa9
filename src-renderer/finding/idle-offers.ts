import type { Billing } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import { traitsOf, type SoldAs } from './plan-traits.ts'

const OTHER: Readonly<Record<Billing, Billing>> = { monthly: 'annual', annual: 'monthly' }

/** Why first-month offers change no figure however they are switched; null where a plan is sold with one. */
export function idleOffers(catalog: Catalog, { billing, quotes }: Omit<SoldAs, 'offers'>): string | null {
  const traits = traitsOf(catalog, { billing, quotes, offers: true })
  if ([...traits.values()].some(({ offered }) => offered)) return null
  const offers = catalog.plans.flatMap((plan) => plan.offers)
  if (offers.length === 0) return 'No plan here has one.'
  return `No effect: offers here are for ${OTHER[billing]} billing.`
}
