import type { CostKind } from '#shared/cost-kind.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'

type Fields = readonly (keyof Scenario)[]

/** What of an account decides how much of a kind of money there is. */
const OF_COSTS: Readonly<Record<CostKind, Fields>> = {
  subscription: ['plan', 'billing', 'customTerms'],
  offer: ['offers', 'plan'],
  seats: ['extraSeats', 'members', 'plan'],
  proration: ['changes', 'policies'],
  refund: ['changes', 'policies'],
  overage: ['overage', 'usage', 'plan'],
  prepaidUsage: ['prepaid', 'usage', 'plan'],
  pack: ['changes', 'plan'],
  topUp: ['prepaid', 'usage'],
  trueUp: ['invoicing', 'usage'],
  cap: ['invoicing', 'usage'],
  discount: ['invoicing', 'plan'],
  tax: ['invoicing', 'plan'],
}

/** What of an account lifts a cause of blocks, or brings it. */
const OF_BLOCKS: Readonly<Record<BlockCause, Fields>> = {
  poolEmpty: ['overage', 'usage', 'plan'],
  notEnoughLeft: ['overage', 'usage', 'plan'],
  spendLimit: ['overage', 'usage'],
  ceiling: ['members', 'usage', 'plan'],
  groupLimit: ['groups', 'usage'],
  keyLimit: ['apiKeys', 'usage'],
  workspaceLimit: ['workspaces', 'usage'],
  locked: ['members', 'changes', 'plan'],
  noSeat: ['members', 'extraSeats', 'plan'],
  noFeature: ['plan', 'usage'],
  walletEmpty: ['prepaid', 'usage'],
  workspaceRemoved: ['changes', 'workspaces'],
  requestTooLarge: ['usage', 'overage', 'plan'],
}

/** What of an account decides the credits that are on hand, and what is lost of them. */
export const CREDIT_FIELDS: Fields = ['plan', 'usage', 'policies', 'grants']

export const costFields = (kind: CostKind): string[] => [...OF_COSTS[kind]]

export const blockFields = (causes: readonly BlockCause[]): string[] => [
  ...new Set(causes.flatMap((cause) => OF_BLOCKS[cause])),
]
