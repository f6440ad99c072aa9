import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { UsageRow } from '#shared/run-result.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'
import { endOf, startOf } from '../report/period-times.ts'
import {
  creditStep,
  type ExplainedRun,
  isNothing,
  missing,
  movementsOf,
  sumStep,
  usageOf,
} from './explained-run.ts'
import { alertSources, planAt, plansInForce, sourcesOf } from './sources.ts'
import { servedOf, sumOf, workOf } from './used-work.ts'

/** An alert: its rule, its credits, and the figures of the plan that it rests on. */
export function explainAlert(catalog: Catalog, run: ExplainedRun, number: number): Result<Explanation> {
  const alert = run.alerts[number - 1]
  if (alert === undefined) return missing('alert')
  const periods = run.periods.filter(
    (period, place) => startOf(period) <= alert.at && alert.at <= endOf(run.periods, place),
  )
  // What a period's end brings is the doing of the plan that was in force until then.
  const plan = planAt(catalog, run, alert.at)
  const concerned = ALERT_KINDS[alert.kind].isOfEnding ? plansInForce(catalog, endingAt(run, alert.at)) : []
  const plans = concerned.length > 0 || plan === null ? concerned : [plan]
  const { subject, message } = alert
  const usage = usageOf(run, periods)
  const own = subject === null ? [] : usage.filter(isBy(subject))
  const isOfSomebody = own.length > 0
  return succeed({
    title: `${subject === null ? '' : `${subject}: `}${message} ${alert.at.slice(0, 10)}`,
    rule: ALERT_KINDS[alert.kind].rule,
    steps: [...(isOfSomebody ? usedSteps(own) : []), creditStep(message, alert.credits)],
    // What somebody used is of no grant in particular.
    grants: isOfSomebody ? [] : periods.flatMap((period) => movementsOf(run, period)),
    usage: isOfSomebody ? own : usage,
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap((one) => alertSources(catalog, alert.kind, one)),
    ),
  })
}

const isBy =
  (subject: string) =>
  ({ member, apiKey }: UsageRow): boolean =>
    member === subject || apiKey === subject

/** What somebody used in the time that an alert is about, and what of theirs was not served. */
function usedSteps(own: readonly UsageRow[]): readonly ExplanationStep[] {
  const served = own.filter((row) => !isNothing(servedOf(row)))
  const blocked = sumOf(own.flatMap((row) => row.blocked.map(({ credits }) => credits)))
  return [
    ...served.map((row) => creditStep(workOf(row), servedOf(row))),
    sumStep(creditStep('Used in the period', sumOf(served.map(servedOf)))),
    ...(isNothing(blocked) ? [] : [creditStep('Not served in the period', blocked)]),
  ]
}

/** The last plan of each period that ends at the instant. */
const endingAt = (run: ExplainedRun, at: string) =>
  run.periods.filter((_, place) => endOf(run.periods, place) === at).flatMap(({ plans }) => plans.slice(-1))
