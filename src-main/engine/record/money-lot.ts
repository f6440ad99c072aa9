import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'

/** Money bought at one time, usable on `[boughtAt, expiresAt)`. */
export interface MoneyLot {
  /** Rises with every purchase of an account; 0 is what it had at the start. */
  readonly id: number
  readonly boughtAt: Instant
  readonly expiresAt: Instant
  readonly amount: Money
  remaining: Money
}
