import type { Catalog } from '#shared/catalog.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { invoiceWriterOf } from '../invoice/invoice-writer.ts'
import { compileInvoicing } from '../invoice/invoicing.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { PeriodWriter } from './period-writer.ts'
import { RefusalWriter } from './refusal-writer.ts'
import { totalsInText } from './totals-in-text.ts'
import { WalletWriter } from './wallet-writer.ts'

/** What an account comes to, without the rows of it that grow with its usage. */
export type BilledInBrief = Pick<BilledAccount, 'totals' | 'periods' | 'invoices' | 'refusals' | 'wallet'>

/** Runs one account's clock as `billAccount` does, to the same figures, and writes down only what it comes to. */
export function billInBrief(
  catalog: Catalog,
  scenario: Scenario,
  terms: AccountTerms,
  listeners: readonly Recorder[],
): BilledInBrief {
  const invoicing = terms.invoicing ?? compileInvoicing(catalog, scenario)
  const invoices = invoiceWriterOf(catalog, scenario)
  const periods = new PeriodWriter(terms.plan)
  const refusals = new RefusalWriter()
  const wallet = new WalletWriter()
  const totals = simulate(
    { ...terms, invoicing },
    new RecorderGroup(periods, invoices, refusals, wallet, ...listeners),
    [],
  )
  return {
    totals: totalsInText(totals, terms),
    periods: periods.periods,
    invoices: invoices.invoices,
    wallet: (terms.funds?.wallet ?? null) === null ? null : wallet.result,
    refusals: refusals.problems,
  }
}
