import type { Catalog } from '#shared/catalog.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { checkScenario } from '../diagnose/check-scenario.ts'
import { compileCatalog } from '../plan/compile-plan.ts'
import { RecorderGroup } from '../simulate/recorder-group.ts'
import { simulate } from '../simulate/simulate.ts'
import type { Totals } from '../simulate/totals.ts'
import { ENGINE_VERSION } from '../version.ts'
import { AlertWriter } from './alert-writer.ts'
import { assumptionsOf } from './assumptions.ts'
import { AttributionWriter } from './attribution-writer.ts'
import { InvoiceWriter } from './invoice-writer.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { PeriodWriter } from './period-writer.ts'
import { RefusalWriter } from './refusal-writer.ts'
import { termsOfScenario } from './terms-of-scenario.ts'

/**
 * Bills one account and tells everything: periods, invoices, ledger, alerts. The caller adds the input's hash.
 * A scenario that contradicts its catalogue is refused with every problem at once.
 */
export function runScenario(catalog: Catalog, scenario: Scenario): Result<Omit<RunResult, 'inputHash'>> {
  const problems = checkScenario(catalog, scenario)
  const plan = catalog.plans.find((candidate) => candidate.id === scenario.plan)
  if (problems.length > 0 || plan === undefined) return refuse(...problems)
  const ladder = compileCatalog(catalog, scenario.policies)
  const compiled = ladder.find((candidate) => candidate.id === scenario.plan)
  if (compiled === undefined) return refuse(...problems)
  const anchor = parseDate(scenario.start)
  const invoices = new InvoiceWriter(catalog.currency)
  const ledger = new LedgerWriter()
  const periods = new PeriodWriter()
  const alerts = new AlertWriter(compiled)
  const attribution = new AttributionWriter(scenario.apiKeys)
  const refusals = new RefusalWriter()
  const recorder = new RecorderGroup(periods, ledger, invoices, alerts, attribution, refusals)
  const totals = simulate(termsOfScenario(catalog, scenario, ladder, compiled), recorder)
  return succeed({
    engineVersion: ENGINE_VERSION,
    scenario: scenario.name,
    catalog: catalog.id,
    plan: plan.id,
    billing: scenario.billing,
    currency: catalog.currency,
    start: scenario.start,
    end: dateText(cycleStart(anchor, scenario.months)),
    totals: totalsText(totals),
    periods: periods.periods,
    invoices: invoices.invoices,
    ledger: ledger.entries,
    usage: attribution.rows,
    alerts: alerts.alerts,
    refusals: refusals.problems,
    assumptions: [...assumptionsOf(catalog, plan)],
  })
}

const totalsText = (totals: Totals): RunResult['totals'] => ({
  total: moneyText(totals.subscription + totals.overage),
  subscription: moneyText(totals.subscription),
  overage: moneyText(totals.overage),
  usage: creditsText(totals.wantedCredits),
  grantedCredits: creditsText(totals.grantedCredits),
  poolCredits: creditsText(totals.pooledCredits),
  overageCredits: creditsText(totals.overageCredits),
  blockedCredits: creditsText(totals.blockedCredits),
  expiredCredits: creditsText(totals.expiredCredits),
  forfeitedCredits: creditsText(totals.forfeitedCredits),
  remainingCredits: creditsText(totals.remainingCredits),
})
