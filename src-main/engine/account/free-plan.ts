import type { Subscribed } from '../subscription/subscribed.ts'
import type { AccountTerms } from './account-terms.ts'

/** What an account goes on with when its subscription ends: the plan that costs nothing. Null where there is none. */
export function onFreePlan({ ladder }: AccountTerms): Subscribed | null {
  const plan = ladder.find(({ monthly }) => monthly.price === 0)
  return plan === undefined ? null : { plan, billing: 'monthly', extraSeats: 0 }
}

export const NO_FREE_PLAN = 'The catalogue has no free plan to go on with.'
