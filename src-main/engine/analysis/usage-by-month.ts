import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { periodOf, type Schedule } from '../calendar/schedule.ts'
import { type Credits, creditsText, inBounds } from '../exact/amount.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { UNATTRIBUTED } from '../record/attribution.ts'
import type { Weekdays } from '../record/weekdays.ts'
import { type UsageOnPlan, usageOn, type UsageSource } from '../usage/usage-source.ts'
import { prepareScenario } from './prepared-scenario.ts'

/**
 * What a scenario's modelled usage comes to in credits in each of its months, at the rates of the plan in force:
 * served or blocked, and without its usage events. Refused like a run of it.
 */
export function usageByMonth(catalog: Catalog, scenario: Scenario): Result<readonly string[]> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const { terms } = prepared.value
  const months = new MonthlyUsage(terms.schedule, terms.months)
  simulate({ ...terms, usage: together(terms.usage, terms.plan.id, terms.months), events: [] }, months)
  return succeed(months.credits.map(creditsText))
}

/**
 * All sources with the same weekdays as one, which the clock takes a month at a time: several share the pool day by day, and
 * who runs out first is not asked here.
 */
function together(sources: readonly UsageSource[], plan: string, months: number): readonly UsageSource[] {
  const alike = Map.groupBy(sources, (source) => usageOn(source, plan).weekdays)
  return [...alike].map(([weekdays, some]) => asOne(some, weekdays, months))
}

function asOne(sources: readonly UsageSource[], weekdays: Weekdays | null, months: number): UsageSource {
  const known = new Map<string, UsageOnPlan>()
  const sumOn = (plan: string): UsageOnPlan => {
    const credits = Array.from({ length: months }, () => 0)
    for (const source of sources)
      for (const [month, amount] of usageOn(source, plan).credits.entries())
        credits[month] = inBounds((credits[month] ?? 0) + amount)
    return { attribution: UNATTRIBUTED, credits, weekdays, isOffered: true }
  }
  const onPlan = (plan: string): UsageOnPlan => {
    const usage = known.get(plan) ?? sumOn(plan)
    known.set(plan, usage)
    return usage
  }
  return { id: 'usage', onPlan }
}

/** Sums what was wanted in each month from the scenario's start, wherever its billing periods begin. */
class MonthlyUsage extends Recorder {
  readonly credits: Credits[]
  readonly #schedule: Schedule
  #month = 0

  constructor(schedule: Schedule, months: number) {
    super()
    this.#schedule = schedule
    this.credits = Array.from({ length: months }, () => 0)
  }

  override used({ at }: Stretch, { wanted }: Use): void {
    while (periodOf(this.#schedule, this.#month).end <= at) this.#month += 1
    this.credits[this.#month] = (this.credits[this.#month] ?? 0) + wanted
  }
}
