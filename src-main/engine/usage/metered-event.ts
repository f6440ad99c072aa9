import type { Instant } from '../calendar/civil.ts'
import type { Attribution } from './attribution.ts'
import type { RateOnPlan } from './burn-rates.ts'

/** A usage event as it was metered; what it costs in credits depends on the plan of its moment. */
export interface MeteredEvent {
  readonly id: string
  readonly at: Instant
  readonly attribution: Attribution
  /** In the product's unit. */
  readonly quantity: number
  readonly rateOn: RateOnPlan
  /** The generation whose unchanged content it makes again; null for a new one. */
  readonly regenerates: string | null
  /** Whether another event makes it again: only such ones need to be remembered. */
  readonly isMadeAgain: boolean
}

/** Events in the order they happen; at one instant by id, so that the order they were given in does not matter. */
export const byInstantThenId = (
  a: { readonly at: Instant; readonly id: string },
  b: { readonly at: Instant; readonly id: string },
): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
