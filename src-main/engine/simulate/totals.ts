import { type Credits, inBounds, type Money } from '../exact/amount.ts'

/** What a run comes to. granted = pooled + expired + forfeited + remaining; wanted = pooled + overage + blocked. */
export interface Totals {
  /** Net of offers. */
  subscription: Money
  overage: Money
  wantedCredits: Credits
  grantedCredits: Credits
  pooledCredits: Credits
  overageCredits: Credits
  blockedCredits: Credits
  blockedPeriods: number
  expiredCredits: Credits
  forfeitedCredits: Credits
  remainingCredits: Credits
}

export const noTotals = (): Totals => ({
  subscription: 0,
  overage: 0,
  wantedCredits: 0,
  grantedCredits: 0,
  pooledCredits: 0,
  overageCredits: 0,
  blockedCredits: 0,
  blockedPeriods: 0,
  expiredCredits: 0,
  forfeitedCredits: 0,
  remainingCredits: 0,
})

/**
 * Sums only ever grow, so one look at the end finds any that left the exact range on the way.
 * Throws `OutOfBounds`.
 */
export function checkTotals(totals: Readonly<Totals>): void {
  inBounds(totals.subscription + totals.overage)
  inBounds(totals.wantedCredits)
  inBounds(totals.grantedCredits)
}
