import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { Attribution } from './attribution.ts'

/** A usage event with its credits on the account's plan; zero for a free regeneration. */
export interface RatedEvent {
  readonly id: string
  readonly at: Instant
  readonly attribution: Attribution
  readonly credits: Credits
}

/** Events in the order they happen; at one instant by id, so that the order they were given in does not matter. */
export const byInstantThenId = (
  a: { readonly at: Instant; readonly id: string },
  b: { readonly at: Instant; readonly id: string },
): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
