import { type Credits, inBounds, type Money } from '../exact/amount.ts'

/**
 * What a run comes to. granted = pooled + repaid + expired + forfeited + remaining; wanted = pooled + grace + overage +
 * blocked; overage = charged + repaid + forgiven + deficit.
 */
export interface Totals {
  /** Net of offers. */
  subscription: Money
  overage: Money
  packs: Money
  /** Money put into the prepaid balance. */
  topUps: Money
  /** Money of the prepaid balance that usage took, and that its expiry took. */
  drawnMoney: Money
  expiredMoney: Money
  /** Taken off by discounts. */
  discount: Money
  /** What true-ups added and maximums took off. */
  trueUp: Money
  /** Every tax, contained in the lines or added to them. */
  tax: Money
  /** Of the tax, what is added. */
  taxAdded: Money
  wantedCredits: Credits
  grantedCredits: Credits
  pooledCredits: Credits
  graceCredits: Credits
  overageCredits: Credits
  blockedCredits: Credits
  blockedPeriods: number
  expiredCredits: Credits
  forfeitedCredits: Credits
  repaidCredits: Credits
  forgivenCredits: Credits
  remainingCredits: Credits
  /** Owed at the end. */
  deficitCredits: Credits
}

export const noTotals = (): Totals => ({
  subscription: 0,
  overage: 0,
  packs: 0,
  topUps: 0,
  drawnMoney: 0,
  expiredMoney: 0,
  discount: 0,
  trueUp: 0,
  tax: 0,
  taxAdded: 0,
  wantedCredits: 0,
  grantedCredits: 0,
  pooledCredits: 0,
  graceCredits: 0,
  overageCredits: 0,
  blockedCredits: 0,
  blockedPeriods: 0,
  expiredCredits: 0,
  forfeitedCredits: 0,
  repaidCredits: 0,
  forgivenCredits: 0,
  remainingCredits: 0,
  deficitCredits: 0,
})

/** Counts from nothing again. */
export function clearTotals(totals: Totals): void {
  totals.subscription = 0
  totals.overage = 0
  totals.packs = 0
  totals.topUps = 0
  totals.drawnMoney = 0
  totals.expiredMoney = 0
  totals.discount = 0
  totals.trueUp = 0
  totals.tax = 0
  totals.taxAdded = 0
  totals.wantedCredits = 0
  totals.grantedCredits = 0
  totals.pooledCredits = 0
  totals.graceCredits = 0
  totals.overageCredits = 0
  totals.blockedCredits = 0
  totals.blockedPeriods = 0
  totals.expiredCredits = 0
  totals.forfeitedCredits = 0
  totals.repaidCredits = 0
  totals.forgivenCredits = 0
  totals.remainingCredits = 0
  totals.deficitCredits = 0
}

/** All the money of a run, as invoiced. */
export const totalOf = (totals: Readonly<Totals>): Money =>
  totals.subscription +
  totals.overage +
  totals.packs +
  totals.topUps +
  totals.trueUp -
  totals.discount +
  totals.taxAdded

/**
 * Sums only ever grow, so one look at the end finds any that left the exact range on the way.
 * Throws `OutOfBounds`.
 */
export function checkTotals(totals: Readonly<Totals>): void {
  inBounds(totalOf(totals))
  inBounds(totals.wantedCredits)
  inBounds(totals.grantedCredits)
}
