import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'

/** Where granted credits come from. Purchased ones are `pack` and `prepaid`. */
export type GrantSource = 'plan' | 'seat' | 'pack' | 'prepaid' | 'gift' | 'rollover'

/**
 * An amount of credits that can be burned on `[createdAt, expiresAt)`. Usage takes from `remaining`, which stays
 * between zero and `amount`.
 */
export interface Grant {
  /** Rises with creation within an account: the last word in every burn order. */
  readonly id: number
  readonly source: GrantSource
  /** When the credits were first granted; rolled-over credits keep it, so they stay the oldest. */
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** Lower burns first, under the burn order that asks for it. */
  readonly priority: number
  /** How often these credits have been carried into a new grant. */
  readonly carries: number
  readonly amount: Credits
  remaining: Credits
}
