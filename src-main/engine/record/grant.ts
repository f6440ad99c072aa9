import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'

/** Where granted credits come from. Purchased ones are `pack` and `prepaid`. */
export type GrantSource = 'plan' | 'seat' | 'pack' | 'prepaid' | 'gift' | 'rollover'

/**
 * An amount of credits that can be burned on `[createdAt, expiresAt)`. Usage takes from `remaining`, which is
 * never below zero; refills and a rollover's minimum add to it.
 */
export interface Grant {
  /** Rises with creation within an account: the last word in every burn order. */
  readonly id: number
  readonly source: GrantSource
  /** When the credits were first granted; rolled-over credits keep it, so they stay the oldest. */
  readonly createdAt: Instant
  /** Put off when unused credits are added to the quota of a new cycle. */
  expiresAt: Instant
  /** Lower burns first, under the burn order that asks for it. */
  readonly priority: number
  /** How often these credits have been carried into a new grant. */
  readonly carries: number
  /** Subscription credits of an earlier period; only told where an order asks for it. */
  isRolledOver?: boolean
  /** The id of the custom grant or the pack; nothing else has a name. */
  readonly name?: string
  readonly amount: Credits
  remaining: Credits
}

/** Whether credits come with the subscription, or its trial; custom grants and packs have a life of their own. */
export const comesWithSubscription = ({ name }: Grant): boolean => name === undefined
