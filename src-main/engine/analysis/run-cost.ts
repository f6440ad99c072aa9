import type { RunCost } from '#shared/analysis.ts'
import { type Credits, creditsText, moneyText } from '../exact/amount.ts'
import { type Totals, totalOf } from '../record/totals.ts'

/** Credits that were served: from the pool, free, or beyond it. */
export const servedOf = ({ pooledCredits, graceCredits, overageCredits }: Totals): Credits =>
  pooledCredits + graceCredits + overageCredits

/** What analyses tell of a run they billed. */
export const runCost = (totals: Totals): RunCost => ({
  total: moneyText(totalOf(totals)),
  subscription: moneyText(totals.subscription),
  overage: moneyText(totals.overage),
  servedCredits: creditsText(servedOf(totals)),
  overageCredits: creditsText(totals.overageCredits),
  blockedCredits: creditsText(totals.blockedCredits),
  expiredCredits: creditsText(totals.expiredCredits),
  forfeitedCredits: creditsText(totals.forfeitedCredits),
  remainingCredits: creditsText(totals.remainingCredits),
})
