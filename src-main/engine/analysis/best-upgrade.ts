import type { BestUpgrade, BestUpgrades, UpgradeDay } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import type { OnProgress } from './progress.ts'
import { daysAround, spreadOver } from './upgrade-days.ts'
import { isBetter, limitsOfAll, type Trial, tryDay } from './upgrade-trial.ts'

/** How many days are tried, and who is told how far it is. */
export interface UpgradeOptions {
  /** At most so many for a plan, and never; left out, every day after the first. */
  readonly mostDays?: number | undefined
  readonly onProgress?: OnProgress | undefined
}

/**
 * The best day for moving up to `plan`: each day after the first is tried, and never. Every trial is billed in
 * full, with the restart of the cycle, the credits that come along and the overage that falls due. They are compared first
 * by what they block that plans have a part in, then by what they cost: trials end in terms that reach more or less far
 * past the run, so what pays for time within it is what counts. So the regret of a day is zero or more among days that block no more than the
 * best, and may be below zero where a day saves money by blocking work. Refused where the upgrade itself is; other
 * changes of the scenario may be refused on the way, as in any run.
 * Where the run has more than `mostDays`, days spread evenly over it are tried, the first days of its months, and then
 * those around the best of these.
 */
export function bestUpgrade(
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  options: UpgradeOptions = {},
): Result<BestUpgrade> {
  const search = searchFor(catalog, scenario, plan, [plan], options)
  return search.ok ? succeed(answerOf(search.value, search.value.best)) : search
}

/**
 * The same for several plans at once: the regrets of all are beside the best day of the best plan, of equals of the plan
 * that was asked for first. A plan that cannot be moved to is told with its problems and does not stop the others.
 */
export function bestUpgrades(
  catalog: Catalog,
  scenario: Scenario,
  plans: readonly string[],
  { mostDays, onProgress }: UpgradeOptions = {},
): BestUpgrades {
  const searches = plans.map((plan, index) => {
    const told: OnProgress = (done, of) => onProgress?.(index * of + done, plans.length * of)
    return { plan, search: searchFor(catalog, scenario, plan, plans, { mostDays, onProgress: told }) }
  })
  const found = searches.flatMap(({ search }) => (search.ok ? [search.value] : []))
  const [first, ...others] = found
  const best = others.reduce((a, b) => (a !== undefined && isBetter(b.best, a.best) ? b : a), first)
  return {
    best:
      best === undefined || best.best.at === null ? null : { plan: best.plan, on: dateText(best.best.at) },
    plans: searches.map(({ plan, search }) =>
      search.ok
        ? { kind: 'tried', ...answerOf(search.value, (best ?? search.value).best) }
        : { kind: 'refused', plan, problems: [...search.problems] },
    ),
  }
}

/** What was tried for one plan. */
export interface Search {
  readonly plan: string
  /** Never, then days in order. */
  readonly trials: readonly Trial[]
  readonly best: Trial
  readonly everyDays: number
}

export function searchFor(
  catalog: Catalog,
  scenario: Scenario,
  plan: string,
  targets: readonly string[],
  { mostDays = Infinity, onProgress }: UpgradeOptions,
): Result<Search> {
  if (!catalog.plans.some(({ id }) => id === plan))
    return refuse({ code: 'plan.unknown', message: `The catalogue has no plan "${plan}".`, path: 'plan' })
  const terms = {
    end: cycleStart(parseDate(scenario.start), scenario.months),
    limits: limitsOfAll(catalog, scenario, targets),
  }
  const spread = spreadOver(scenario, mostDays)
  const left = mostDays - spread.days.length
  const of = 1 + spread.days.length + Math.min(left, 2 * (spread.everyDays - 1))
  const trials: Trial[] = []
  const tryAll = (days: readonly (Instant | null)[]): Result<null> => {
    for (const at of days) {
      onProgress?.(trials.length, of)
      const trial = tryDay(catalog, scenario, plan, at, terms)
      if (!trial.ok) return trial
      trials.push(trial.value)
    }
    return succeed(null)
  }
  const first = tryAll([null, ...spread.days])
  if (!first.ok) return first
  const near = bestOf(trials.slice(1))?.at ?? null
  const more = near === null ? first : tryAll(daysAround(scenario, spread, near, left))
  if (!more.ok) return more
  const best = bestOf(trials)
  if (best === null)
    return refuse({ code: 'upgrade.no_days', message: 'The run has no days to try.', path: 'months' })
  return succeed({ plan, trials: trials.toSorted(inTime), best, everyDays: spread.everyDays })
}

/** The earliest of those that are best; of never and a day that are, the day. */
function bestOf(trials: readonly Trial[]): Trial | null {
  const dated = trials.filter(({ at }) => at !== null).toSorted(inTime)
  const [first, ...others] = [...dated, ...trials.filter(({ at }) => at === null)]
  return first === undefined ? null : others.reduce((a, b) => (isBetter(b, a) ? b : a), first)
}

const inTime = (a: Trial, b: Trial): number => (a.at ?? -Infinity) - (b.at ?? -Infinity)

const answerOf = ({ plan, trials, best, everyDays }: Search, measure: Trial): BestUpgrade => ({
  plan,
  best: best.at === null ? null : dateText(best.at),
  everyDays,
  days: trials.map((trial) => dayOf(trial, measure)),
})

const dayOf = (trial: Trial, measure: Trial): UpgradeDay => ({
  on: trial.at === null ? null : dateText(trial.at),
  total: moneyText(trial.total),
  attributable: moneyText(trial.attributable),
  blockedCredits: creditsText(trial.blocked),
  blockedByPlan: creditsText(trial.byPlan),
  regret: moneyText(trial.attributable - measure.attributable),
})
