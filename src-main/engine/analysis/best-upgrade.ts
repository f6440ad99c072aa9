import type { BestUpgrade, UpgradeDay } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { DAY, dateText, type Instant, parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { plus, type Rational, roundTo, whole } from '../exact/rational.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type Bill, lineTotal } from '../record/bill.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { totalOf } from '../record/totals.ts'
import { prepareScenario } from './prepared-scenario.ts'
import type { OnProgress } from './progress.ts'

/** One day tried. */
interface Trial {
  readonly at: Instant | null
  readonly total: Money
  readonly attributable: Money
  readonly blocked: Credits
}

/**
 * The best day for moving up to `plan`: each day after the first is tried, and never. Every trial is billed in
 * full, with the restart of the cycle, the credits that come along and the overage that falls due. Trials end in
 * terms that reach more or less far past the run, so they are compared by what pays for time within it: first by what
 * they block, then by what they cost. So the regret of a day is zero or more among days that block no more than the
 * best, and may be below zero where a day saves money by blocking work. Refused where the upgrade itself is; other
 * changes of the scenario may be refused on the way, as in any run.
 */
export function bestUpgrade(
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  onProgress?: OnProgress,
): Result<BestUpgrade> {
  if (!catalog.plans.some(({ id }) => id === plan))
    return refuse({ code: 'plan.unknown', message: `The catalogue has no plan "${plan}".`, path: 'plan' })
  const end = cycleStart(parseDate(scenario.start), scenario.months)
  const trials: Trial[] = []
  const days = daysOf(scenario, end)
  for (const at of days) {
    onProgress?.(trials.length, days.length)
    const trial = tryDay(catalog, scenario, plan, at, end)
    if (!trial.ok) return trial
    trials.push(trial.value)
  }
  const [never, ...others] = trials
  if (never === undefined)
    return refuse({ code: 'upgrade.no_days', message: 'The run has no days to try.', path: 'months' })
  const best = [...others, never].reduce((a, b) => (isBetter(b, a) ? b : a))
  return succeed({
    plan,
    best: best.at === null ? null : dateText(best.at),
    days: trials.map((trial) => dayOf(trial, best)),
  })
}

/** Null, for never, and every day on which the run could see the change. */
function daysOf(scenario: Scenario, end: Instant): readonly (Instant | null)[] {
  const first = parseDate(scenario.start) + DAY
  const count = Math.max(0, Math.floor((end - first) / DAY))
  return [null, ...Array.from({ length: count }, (_, day) => first + day * DAY)]
}

function tryDay(
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  at: Instant | null,
  end: Instant,
): Result<Trial> {
  const upgrade = { kind: 'changePlan' as const, plan, timing: 'now' as const }
  const changes = at === null ? scenario.changes : [...scenario.changes, { ...upgrade, on: dateText(at) }]
  const prepared = prepareScenario(catalog, { ...scenario, changes })
  if (!prepared.ok) return prepared
  const within = new WithinRun(end, scenario.changes.length)
  const totals = simulate(prepared.value.terms, within)
  if (within.refusal !== null)
    return refuse(refusedUpgrade(scenario, prepared.value.plan, plan, at ?? end, within.refusal))
  return succeed({
    at,
    total: totalOf(totals),
    attributable: roundTo(within.cost, prepared.value.plan.minor),
    blocked: totals.blockedCredits,
  })
}

/** Why a day could not be tried, and what to change in the scenario so that all can. */
function refusedUpgrade(
  scenario: Scenario,
  start: CompiledPlan,
  plan: string,
  at: Instant,
  why: string,
): Problem {
  const code = 'upgrade.refused'
  if (scenario.plan === plan) {
    const message = `The scenario starts on ${start.name}: there is no day on which to move to it. Name another plan.`
    return { code, message, path: 'plan' }
  }
  const planned = scenario.changes.findIndex(
    (change) => change.kind === 'changePlan' && change.plan === plan && parseInstant(change.on) <= at,
  )
  const change = scenario.changes[planned]
  if (change === undefined) return { code, message: why, path: 'plan' }
  const message = `The scenario itself moves to "${plan}" on ${change.on}, which leaves no day after it and no never to try. Take this change out of it: every day is tried in its place.`
  return { code, message, path: `changes.${planned}` }
}

const isBetter = (a: Trial, b: Trial): boolean =>
  a.blocked === b.blocked ? a.attributable < b.attributable : a.blocked < b.blocked

const dayOf = (trial: Trial, best: Trial): UpgradeDay => ({
  on: trial.at === null ? null : dateText(trial.at),
  total: moneyText(trial.total),
  attributable: moneyText(trial.attributable),
  blockedCredits: creditsText(trial.blocked),
  regret: moneyText(trial.attributable - best.attributable),
})

/** Sums what is billed for time within the run: a line that reaches past its end counts by its days. */
class WithinRun extends Recorder {
  cost: Rational = whole(0)
  refusal: string | null = null
  readonly #end: Instant
  readonly #upgrade: number

  /** `upgrade`: the place of the change that is tried. */
  constructor(end: Instant, upgrade: number) {
    super()
    this.#end = end
    this.#upgrade = upgrade
  }

  override charged(_at: Instant, line: ChargeLine): void {
    this.#add(line)
  }

  /** Money as it was invoiced: after discounts, with what a commitment adds and with tax. */
  override invoiced(bills: readonly Bill[]): void {
    this.cost = whole(0)
    for (const line of bills.flatMap(({ lines }) => lines))
      this.#add({ ...line.charge, amount: lineTotal(line) })
  }

  #add({ amount, from, to }: ChargeLine): void {
    const length = to - from
    const inside = Math.max(0, Math.min(to, this.#end) - from)
    const isInside = length <= 0 || inside >= length
    const part = isInside
      ? whole(amount)
      : { numerator: BigInt(amount) * BigInt(inside), denominator: BigInt(length) }
    this.cost = plus(this.cost, part)
  }

  override refused(_at: Instant, index: number, why: string): void {
    if (index === this.#upgrade) this.refusal = why
  }
}
