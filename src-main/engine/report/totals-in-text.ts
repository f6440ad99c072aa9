import type { BilledAccount } from '#shared/run-result.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { type Totals, totalOf } from '../record/totals.ts'

/** What a run comes to, as its result has it. */
export const totalsInText = (
  totals: Totals,
  { invoicing }: Pick<AccountTerms, 'invoicing'>,
): BilledAccount['totals'] => ({
  ...totalsText(totals),
  ...(invoicing === undefined ? {} : invoicedText(totals)),
})

/** Figures that a run has only where its scenario agrees something about invoices. */
const invoicedText = (totals: Totals): Partial<BilledAccount['totals']> => ({
  discount: moneyText(totals.discount),
  trueUp: moneyText(totals.trueUp),
  tax: moneyText(totals.tax),
  taxAdded: moneyText(totals.taxAdded),
  net: moneyText(totalOf(totals) - totals.tax),
})

const totalsText = (totals: Totals): BilledAccount['totals'] => ({
  total: moneyText(totalOf(totals)),
  subscription: moneyText(totals.subscription),
  overage: moneyText(totals.overage),
  packs: moneyText(totals.packs),
  topUps: moneyText(totals.topUps),
  usage: creditsText(totals.wantedCredits),
  grantedCredits: creditsText(totals.grantedCredits),
  poolCredits: creditsText(totals.pooledCredits),
  graceCredits: creditsText(totals.graceCredits),
  overageCredits: creditsText(totals.overageCredits),
  blockedCredits: creditsText(totals.blockedCredits),
  expiredCredits: creditsText(totals.expiredCredits),
  forfeitedCredits: creditsText(totals.forfeitedCredits),
  repaidCredits: creditsText(totals.repaidCredits),
  forgivenCredits: creditsText(totals.forgivenCredits),
  remainingCredits: creditsText(totals.remainingCredits),
  deficitCredits: creditsText(totals.deficitCredits),
})
