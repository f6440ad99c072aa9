import type { Catalog } from '#shared/catalog.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import type { Instant } from '../calendar/civil.ts'
import { invoiceWriterOf } from '../invoice/invoice-writer.ts'
import { compileInvoicing } from '../invoice/invoicing.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { AlertWriter } from './alert-writer.ts'
import { AttributionWriter } from './attribution-writer.ts'
import { GrantWriter } from './grant-writer.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { PeriodWriter } from './period-writer.ts'
import { RefusalWriter } from './refusal-writer.ts'
import { totalsInText } from './totals-in-text.ts'
import { WalletWriter } from './wallet-writer.ts'

/**
 * Runs one account's clock, in parts that end at `pauses` if there are any, and writes everything down; `listeners` are
 * told the same run.
 */
export function billAccount(
  catalog: Catalog,
  scenario: Scenario,
  terms: AccountTerms,
  listeners: readonly Recorder[],
  pauses: readonly Instant[] = [],
): BilledAccount {
  const invoicing = terms.invoicing ?? compileInvoicing(catalog, scenario)
  const invoices = invoiceWriterOf(catalog, scenario)
  const ledger = new LedgerWriter()
  const periods = new PeriodWriter(terms.plan)
  const alerts = new AlertWriter(terms.plan, terms.ladder)
  const attribution = new AttributionWriter(scenario.apiKeys)
  const refusals = new RefusalWriter()
  const grants = new GrantWriter()
  const wallet = new WalletWriter()
  const totals = simulate(
    { ...terms, invoicing },
    new RecorderGroup(periods, ledger, invoices, alerts, attribution, refusals, grants, wallet, ...listeners),
    pauses,
  )
  return {
    totals: totalsInText(totals, terms),
    periods: periods.periods,
    invoices: invoices.invoices,
    ledger: ledger.entries,
    usage: attribution.rows,
    alerts: alerts.alerts,
    grants: grants.grants,
    wallet: (terms.funds?.wallet ?? null) === null ? null : wallet.result,
    refusals: refusals.problems,
  }
}
