import type { BurnedWork, Work } from '#shared/burned.ts'
import type { Catalog } from '#shared/catalog.ts'
import type {
  CheapestStretch,
  CompareInput,
  Comparison,
  Crossover,
  CrossoverPairs,
  Curves,
  CurvesInput,
} from '#shared/comparison.ts'
import { type Problem, type Result, succeed } from '#shared/problem.ts'
import type { ResultsDifference } from '#shared/results-difference.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { CustomerPage, CustomerPageInput } from '#shared/customer-page.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { ShareReference } from '#shared/reference.ts'
import type { FullSeatInput, FullSeats } from '#shared/full-seat.ts'
import type { LinkedOrApart, LinkedOrApartInput } from '#shared/linked-or-apart.ts'
import type { ScenarioCard } from '#shared/scenario-card.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountOnPlans, WhatToBuy } from '#shared/account-on-plans.ts'
import type { SeatReport } from '#shared/seat-report.ts'
import type { BestUpgrade, BestUpgrades, BothFailures, CostDimensions, CostShare } from '#shared/analysis.ts'
import {
  bestUpgrade as findBestUpgrade,
  bestUpgrades as findBestUpgrades,
  type UpgradeOptions,
} from './analysis/best-upgrade.ts'
import { bothFailures as priceBothFailures } from './analysis/both-failures.ts'
import { compare as comparePlans } from './analysis/compare.ts'
import { crossovers as findCrossovers } from './analysis/crossover.ts'
import { attributeCosts as shareCosts } from './analysis/cost-attribution.ts'
import { curves as drawCurves } from './analysis/curves.ts'
import { envelope as findEnvelope } from './analysis/envelope.ts'
import { fullSeats as tryFullSeats } from './analysis/full-seat.ts'
import { explainShare as tellShare } from './explain/explain-share.ts'
import { linkedOrApart as billLinkedOrApart } from './analysis/linked-or-apart.ts'
import { neverCheapest } from './analysis/never-cheapest.ts'
import { type OnProgress, periodProgress } from './analysis/progress.ts'
import { usageByMonth as sumUsage } from './analysis/usage-by-month.ts'
import { adviseOnCatalog } from './diagnose/advise-on-catalog.ts'
import { priced } from './diagnose/out-of-bounds.ts'
import { type BriefRun, runInBrief } from './run/run-in-brief.ts'
import { type DetailedRun, runInDetail } from './run/run-in-detail.ts'
import { runScenario } from './run/run-scenario.ts'
import { accountOnPlans as billAccountOnPlans, adviceFor as findAdvice } from './view/account-on-plans.ts'
import { customerPage as writeCustomerPage } from './view/customer-page.ts'
import { seatReport as reportSeats } from './view/seat-report.ts'
import { billScenario } from './view/billed-scenario.ts'
import { resultsDifference } from './view/results-difference.ts'
import { scenarioCard } from './view/scenario-card.ts'
import {
  COMPARE_SUSPECTS,
  CURVES_SUSPECTS,
  SCENARIO_SUSPECTS,
  USAGE_SUSPECTS,
  WORK_SUSPECTS,
} from './diagnose/suspects.ts'
import { creditsText } from './exact/amount.ts'
import { type CreditUsage, usageSeries } from './scenario/usage-curve.ts'
import { burnedBy } from './usage/burned.ts'

/*
 * The engine's door. Everything behind it is pure: the same input and engine version give the same bytes on every
 * machine. Catalogues that come in have passed `checkCatalog`. What may take long tells an optional `onProgress`
 * how far it is; the answer is the same with and without.
 */

export type { OnProgress } from './analysis/progress.ts'
export { compareVariants } from './analysis/variants.ts'
export type { AccountDetail, CostDetail } from './report/account-detail.ts'
export { hasAccountsApart } from './run/run-in-brief.ts'
export type { DetailedRun } from './run/run-in-detail.ts'
export { checkCatalog } from './diagnose/check-catalog.ts'
export { adviseOnScenario } from './diagnose/advise-on-scenario.ts'
export { checkScenario } from './diagnose/check-scenario.ts'
export { explainStop } from './explain/explain-stop.ts'
export { type AccountVersion, type BillAs, type BilledAs, billedAs } from './explain/billed-as.ts'
export { kindWords } from './explain/cost-kind-rules.ts'
export { explainCompared } from './explain/explain-compared.ts'
export { explainFailure } from './explain/explain-failure.ts'
export { explainUpgrade } from './explain/explain-upgrade.ts'
export { explainVariant } from './explain/explain-variant.ts'
export { explain, explainInDetail } from './explain/explain.ts'
export { withCustomTerms } from './plan/custom-terms.ts'
export { webhookEvents } from './report/webhook-events.ts'
export { billingView, reportingView } from './consolidation/workspace-views.ts'
export { creditLayers } from './view/credit-layers.ts'
export { billingPeriodCosts, periodCosts } from './costs/period-costs.ts'
export { monthlyFigure } from './scenario/monthly-figure.ts'
export { movedWork } from './scenario/moved-work.ts'
export { namedUsage } from './scenario/named-usage.ts'
export { shareOut } from './scenario/share-out.ts'
export { countSeats } from './view/seat-count.ts'
export { accountOfRun, type AccountOfRun, separateAccountsOf } from './view/account-of-run.ts'
export { type AlertLook, alertWindow, lookIntoAlerts } from './view/alert-window.ts'
export { invoiceDetail } from './view/invoice-detail.ts'
export { invoiceHeads } from './view/invoice-heads.ts'
export { attributedCosts } from './view/attributed-costs.ts'
export { eventWindow } from './view/event-window.ts'
export { type LedgerAsked, type LedgerLook, ledgerWindow, lookIntoLedger } from './view/ledger-window.ts'
export { rowsIn } from './view/rows.ts'
export { runSummary } from './view/run-summary.ts'
export { usageWindow } from './view/usage-window.ts'
export { workspaceView } from './view/workspace-view.ts'
export { ENGINE_VERSION } from './run/engine-version.ts'

/** Bills the same usage on every plan; see `analysis/compare.ts`. */
export const compare = (catalog: Catalog, input: Omit<CompareInput, 'catalog'>): Result<Comparison> =>
  priced(input, COMPARE_SUSPECTS, (some) => comparePlans(catalog, some))

/** What is worth knowing about a catalogue that can be billed: of each plan's own terms, and of the ladder as a whole. */
export const advise = (catalog: Catalog): Result<readonly Problem[]> =>
  priced(catalog, [], (some) => {
    const ladder = neverCheapest(some)
    return ladder.ok ? succeed([...adviseOnCatalog(some), ...ladder.value]) : ladder
  })

/** Every plan's cost over a range of usage; see `analysis/curves.ts`. */
export const curves = (catalog: Catalog, input: Omit<CurvesInput, 'catalog'>): Result<Curves> =>
  priced(input, CURVES_SUSPECTS, (some) => drawCurves(catalog, some))

/** Where plans cross over into those above them; see `analysis/crossover.ts`. */
export const crossovers = (
  catalog: Catalog,
  pairs: CrossoverPairs = 'neighbours',
): Result<readonly Crossover[]> => priced(catalog, [], (some) => findCrossovers(some, pairs))

/** Which plan is the cheapest in which stretch of usage; see `analysis/envelope.ts`. */
export const envelope = (catalog: Catalog): Result<readonly CheapestStretch[]> =>
  priced(catalog, [], findEnvelope)

/** Bills one account in full; see `run/run-scenario.ts`. */
export const run = (
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<Omit<RunResult, 'inputHash'>> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) =>
    runScenario(catalog, some, { account: periodProgress(scenario, onProgress) }),
  )

/** Bills one account in full and keeps, beside its result, what views of it need; see `run/run-in-detail.ts`. */
export const runWithDetail = (
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<DetailedRun> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) =>
    runInDetail(catalog, some, periodProgress(scenario, onProgress)),
  )

/** What an account comes to, before anything else of it is told; see `run/run-in-brief.ts`. */
export const runBriefly = (catalog: Catalog, scenario: Scenario, onProgress?: OnProgress): Result<BriefRun> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) =>
    runInBrief(catalog, some, periodProgress(scenario, onProgress)),
  )

/** What a scenario's modelled usage comes to, month by month; see `analysis/usage-by-month.ts`. */
export const usageByMonth = (catalog: Catalog, scenario: Scenario): Result<readonly string[]> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => sumUsage(catalog, some))

/** Months of usage that is given in credits; see `scenario/usage-curve.ts`. */
export const creditsByMonth = (usage: CreditUsage, months: number): Result<readonly string[]> =>
  priced(usage, USAGE_SUSPECTS, (some) => succeed(usageSeries(some, months).map(creditsText)))

/** What quantities of products burn on a plan; see `usage/burned.ts`. */
export const burned = (
  catalog: Catalog,
  plan: string,
  work: readonly Work[],
): Result<readonly BurnedWork[]> =>
  priced(work, WORK_SUSPECTS, (some) => succeed(burnedBy(catalog, plan, some)))

/** Blocked work against overflow money, on every plan; see `analysis/both-failures.ts`. */
export const bothFailures = (
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<readonly BothFailures[]> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => priceBothFailures(catalog, some, onProgress))

/** The whole account on every plan; see `view/account-on-plans.ts`. */
export const accountOnPlans = (catalog: Catalog, scenario: Scenario): Result<AccountOnPlans> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => succeed(billAccountOnPlans(catalog, some)))

/** What to buy, and when; null where no plan holds the account. See `view/account-on-plans.ts`. */
export const adviceFor = (
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<WhatToBuy | null> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => succeed(findAdvice(catalog, some, onProgress)))

/** The best day for an upgrade to a plan; see `analysis/best-upgrade.ts`. */
export const bestUpgrade = (
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  options?: UpgradeOptions,
): Result<BestUpgrade> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => findBestUpgrade(catalog, some, plan, options))

/** The best day for an upgrade to one of several plans; see `analysis/best-upgrade.ts`. */
export const bestUpgrades = (
  catalog: Catalog,
  scenario: Scenario,
  plans: readonly string[],
  options?: UpgradeOptions,
): Result<BestUpgrades> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => succeed(findBestUpgrades(catalog, some, plans, options)))

/** What each key, company, product, model or day cost, by one of these or several at once; see `analysis/cost-attribution.ts`. */
export const attributeCosts = (
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
  onProgress?: OnProgress,
): Result<readonly CostShare[]> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => shareCosts(catalog, some, dimensions, onProgress))

/** Why a share of the costs is what it is; see `explain/explain-share.ts`. */
export const explainShare = (
  { scenario, ...billed }: Parameters<typeof tellShare>[0],
  reference: ShareReference,
  onProgress?: OnProgress,
): Result<Explanation> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) =>
    tellShare({ ...billed, scenario: some }, reference, onProgress),
  )

/** Who held which seats over a run, who was refused one, and who was stopped by what; see `view/seat-report.ts`. */
export const seatReport = (
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<SeatReport> => priced(scenario, SCENARIO_SUSPECTS, (some) => reportSeats(catalog, some, onProgress))

/** What Full seats would cost some Basic members, and what they would serve; see `analysis/full-seat.ts`. */
export const fullSeats = (
  catalog: Catalog,
  scenario: Scenario,
  asked: Omit<FullSeatInput, 'scenario'>,
  onProgress?: OnProgress,
): Result<FullSeats> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => tryFullSeats(catalog, some, asked, onProgress))

/** All that a customer may see of an account; see `view/customer-page.ts`. */
export const customerPage = (
  catalog: Catalog,
  { scenario, ...asked }: CustomerPageInput,
  onProgress?: OnProgress,
): Result<CustomerPage> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) =>
    writeCustomerPage(catalog, { ...asked, scenario: some }, onProgress),
  )

/** Workspaces on one bill beside each on its own; see `analysis/linked-or-apart.ts`. */
export const linkedOrApart = (
  catalog: Catalog,
  scenario: Scenario,
  plans?: LinkedOrApartInput['plans'],
  onProgress?: OnProgress,
): Result<LinkedOrApart> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => billLinkedOrApart(catalog, some, plans, onProgress))
/** What one account costs and what stands out in it, at a glance; see `view/scenario-card.ts`. */
export const cardOf = (catalog: Catalog, scenario: Scenario): Result<ScenarioCard> =>
  priced(scenario, SCENARIO_SUSPECTS, (some) => {
    const billed = billScenario(catalog, some)
    return billed.ok ? succeed(scenarioCard(billed.value)) : billed
  })

/** One of two accounts that are looked at side by side, and the catalogue it is billed on. */
export interface Billable {
  readonly catalog: Catalog
  readonly scenario: Scenario
}

/** What two accounts come to, side by side; one that cannot be billed says why. See `view/results-difference.ts`. */
export const differenceOf = (left: Result<Billable>, right: Result<Billable>): ResultsDifference =>
  resultsDifference(billedAs(left), billedAs(right))

const billedAs = (account: Result<Billable>) =>
  account.ok
    ? priced(account.value.scenario, SCENARIO_SUSPECTS, (some) => billScenario(account.value.catalog, some))
    : account
