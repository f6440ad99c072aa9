import type { LineFamily } from '#shared/invoicing.ts'
import type { LineKind } from '#shared/invoice.ts'

/**
 * The family terms of invoicing know a line by. What a change of plan credits or a refund gives back belongs with the price it credits, and
 * a commitment's true-up or cap with the subscription it is agreed for. Packs and top-ups are bought, not used up:
 * what is agreed about overage is not about them.
 */
const FAMILY: Readonly<Record<LineKind, LineFamily>> = {
  subscription: 'subscription',
  offer: 'subscription',
  proration: 'subscription',
  refund: 'subscription',
  trueUp: 'subscription',
  cap: 'subscription',
  seats: 'seats',
  overage: 'overage',
  prepaidUsage: 'overage',
  topUp: 'other',
  pack: 'other',
}

export const familyOf = (kind: LineKind): LineFamily => FAMILY[kind]
