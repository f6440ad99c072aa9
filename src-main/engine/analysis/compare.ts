import type { CompareInput, Comparison, Finding, PlanCost } from '#shared/comparison.ts'
import type { Catalog } from '#shared/catalog.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { type Credits, creditsText, MICROS, type Money, moneyText, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'
import { roundTo, whole } from '../exact/rational.ts'
import { basisOf } from '../plan/basis.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Grant } from '../record/grant.ts'
import { MonthRecorder } from './month-recorder.ts'
import type { Stretch } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { totalOf } from '../record/totals.ts'
import { patternSeries } from '../scenario/usage-curve.ts'
import { invoicedOn, type ComparisonSetup, setUpComparison } from './comparison-setup.ts'
import { type Candidate, ranked, standing } from './ranking.ts'
import { runCost, servedOf } from './run-cost.ts'
import { soldAs } from './sold-as.ts'

/** Sums the credits used that an earlier period had granted. */
class RolledOverUse extends Recorder {
  credits: Credits = 0

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    if (grant.createdAt < stretch.start) this.credits += amount
  }
}

/**
 * Bills the same usage on every plan of the catalogue for the whole time and names the cheapest that blocks
 * nothing. `focus` is also told month by month.
 */
export function compare(catalog: Catalog, input: Omit<CompareInput, 'catalog'>): Result<Comparison> {
  const ready = setUpComparison(catalog, input)
  if (!ready.ok) return ready
  const setup = ready.value
  const usage = toMicros(input.usage)
  const candidates = setup.plans.map((plan) => candidateOn(setup, plan, usage))
  const ranking = ranked(candidates)
  const best = ranking[0]
  const focus = input.focus === null ? best?.plan : setup.plans.find((plan) => plan.id === input.focus)
  if (best === undefined || focus === undefined) {
    return refuse({
      code: 'plan.unknown',
      message: `The catalogue has no plan "${input.focus}".`,
      path: 'focus',
    })
  }
  return succeed({
    catalog: catalog.id,
    currency: catalog.currency,
    months: input.months,
    usage: creditsText(usage),
    totalUsage: creditsText(best.totals.wantedCredits),
    usageByMonth: patternSeries(input.pattern, usage, input.months).map(creditsText),
    usageBasis: 'assumed',
    plans: candidates.map((candidate) => planCost(setup, candidate)),
    ...standing(ranking),
    finding: findingOf(ranking, input.months),
    focus: focusOn(setup, focus, usage),
  })
}

function candidateOn(setup: ComparisonSetup, plan: CompiledPlan, usage: Credits): Candidate {
  const rolledOver = new RolledOverUse()
  const totals = simulate(invoicedOn(setup, plan, usage), rolledOver)
  return { plan, totals, total: totalOf(totals), fromRollover: rolledOver.credits }
}

function findingOf(ranking: readonly Candidate[], months: number): Finding {
  const [best, next] = ranking
  if (best === undefined) throw new Error('A catalogue has at least one plan.')
  if (best.totals.wantedCredits === 0) return { kind: 'noUsage', plan: best.plan.id }
  if (best.totals.blockedCredits > 0) {
    return { kind: 'allBlock', plan: best.plan.id, blockedCredits: creditsText(best.totals.blockedCredits) }
  }
  const isAlone = next === undefined || next.totals.blockedCredits > 0
  const runnerUp = isAlone ? null : runnerUpOf(best, next, months)
  return { kind: 'cheapest', plan: best.plan.id, total: moneyText(best.total), runnerUp }
}

function runnerUpOf(best: Candidate, next: Candidate, months: number) {
  const saving = next.total - best.total
  return {
    plan: next.plan.id,
    total: moneyText(next.total),
    saving: moneyText(saving),
    monthlySaving: moneyText(roundTo(whole(saving), best.plan.minor, months)),
  }
}

function planCost(
  { catalog, terms }: ComparisonSetup,
  { plan, totals, total, fromRollover }: Candidate,
): PlanCost {
  const served = servedOf(totals)
  return {
    ...runCost(totals),
    plan: plan.id,
    name: plan.name,
    basis: basisOf(catalog, plan.plan),
    monthly: moneyText(roundTo(whole(total), plan.minor, terms.months)),
    perThousand: served === 0 ? null : perThousandText(total, served),
    fromRollover: creditsText(fromRollover),
    blockedMonths: totals.blockedPeriods,
    lowBalanceCredits: creditsText(plan.lowBalance),
    ...soldAs(plan, terms),
  }
}

/** Money per 1,000 credits, rounded half-up to four decimals; null where next to nothing was served. */
function perThousandText(total: Money, served: Credits): string | null {
  const LARGEST = 9_000_000_000
  if ((total / served) * 1000 > LARGEST) return null
  const TEN_THOUSANDTH = MICROS / 10_000
  return moneyText(multiplyDivideHalfUp(total, 1000 * (MICROS / TEN_THOUSANDTH), served) * TEN_THOUSANDTH)
}

function focusOn(setup: ComparisonSetup, plan: CompiledPlan, usage: Credits): Comparison['focus'] {
  const recorder = new MonthRecorder(plan.quota)
  simulate(invoicedOn(setup, plan, usage), recorder)
  return {
    plan: plan.id,
    terms: plan.plan,
    months: recorder.months,
    aboveQuotaCredits: creditsText(recorder.aboveQuota),
  }
}
