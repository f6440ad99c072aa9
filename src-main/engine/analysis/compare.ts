import type { CompareInput, Comparison, Finding, MonthCost, PlanCost } from '#shared/comparison.ts'
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
import { type Totals, totalOf } from '../record/totals.ts'
import { accountOn, type ComparisonSetup, setUpComparison } from './comparison-setup.ts'
import { runCost, servedOf } from './run-cost.ts'

/** One plan's run in a comparison. */
interface Candidate {
  readonly plan: CompiledPlan
  readonly totals: Totals
  readonly total: Money
  readonly fromRollover: Credits
}

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
  const ranking = candidates.toSorted(byRank)
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
    usageBasis: 'assumed',
    plans: candidates.map((candidate) => planCost(setup, candidate)),
    cheapest: best.totals.blockedCredits === 0 ? best.plan.id : null,
    finding: findingOf(ranking, input.months),
    focus: { plan: focus.id, months: monthsOf(setup, focus, usage) },
  })
}

function candidateOn(setup: ComparisonSetup, plan: CompiledPlan, usage: Credits): Candidate {
  const rolledOver = new RolledOverUse()
  const totals = simulate(accountOn(setup, plan, usage), rolledOver)
  return { plan, totals, total: totalOf(totals), fromRollover: rolledOver.credits }
}

/** Least blocked first, then cheapest; the ladder's order, kept by the stable sort, decides between equals. */
const byRank = (a: Candidate, b: Candidate): number =>
  a.totals.blockedCredits - b.totals.blockedCredits || a.total - b.total

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
  }
}

/** Money per 1,000 credits, rounded half-up to four decimals; null where next to nothing was served. */
function perThousandText(total: Money, served: Credits): string | null {
  const LARGEST = 9_000_000_000
  if ((total / served) * 1000 > LARGEST) return null
  const TEN_THOUSANDTH = MICROS / 10_000
  return moneyText(multiplyDivideHalfUp(total, 1000 * (MICROS / TEN_THOUSANDTH), served) * TEN_THOUSANDTH)
}

function monthsOf(setup: ComparisonSetup, plan: CompiledPlan, usage: Credits): MonthCost[] {
  const recorder = new MonthRecorder()
  simulate(accountOn(setup, plan, usage), recorder)
  return recorder.months
}
