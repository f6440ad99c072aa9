import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { seatsAfterChange } from '../subscription/seat-purchase.ts'
import type { Subscribed } from '../subscription/subscribed.ts'

/** What waits for the end of the paid term, and how many extra Full seats go with it. */
export type Pending = { readonly removed: number } & (
  | { readonly kind: 'changePlan'; readonly next: Subscribed }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'seats' }
)

/** What the account subscribes to from the end of the term on. `free`: what a cancellation leaves it with. */
export function afterTerm(pending: Pending, now: Subscribed, free: Subscribed | null): Subscribed {
  const extraSeats = now.extraSeats - pending.removed
  switch (pending.kind) {
    case 'changePlan': {
      const { next } = pending
      return { ...next, extraSeats: seatsAfterChange(extraSeats, now.plan, next.plan) }
    }
    case 'cancel':
      if (free === null)
        throw new Error('A cancellation was let through for a catalogue without a free plan.')
      return free
    case 'seats':
      return { ...now, extraSeats }
  }
}

/** A cancellation or a downgrade loses what is unused; an upgrade that waited keeps it. Source: facts §5. */
export function losesUnused(pending: Pending, now: Subscribed, ladder: readonly CompiledPlan[]): boolean {
  switch (pending.kind) {
    case 'changePlan':
      return isDowngrade(now, pending.next, ladder)
    case 'cancel':
      return true
    case 'seats':
      return false
  }
}

/** Whether the new plan stands lower on the catalogue's ladder. */
export const isDowngrade = (now: Subscribed, next: Subscribed, ladder: readonly CompiledPlan[]): boolean =>
  ladder.indexOf(next.plan) < ladder.indexOf(now.plan)
