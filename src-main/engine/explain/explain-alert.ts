import type { Catalog } from '#shared/catalog.ts'
import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'
import { endOf, startOf } from '../report/period-times.ts'
import { creditStep, type ExplainedRun, missing, movementsOf, usageOf } from './explained-run.ts'
import { alertSources, planAt, plansInForce, sourcesOf } from './sources.ts'

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
  return succeed({
    title: `${alert.message} ${alert.at.slice(0, 10)}`,
    rule: ALERT_KINDS[alert.kind].rule,
    steps: [creditStep(alert.message, alert.credits)],
    grants: periods.flatMap((period) => movementsOf(run, period)),
    usage: usageOf(run, periods),
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap((one) => alertSources(catalog, alert.kind, one)),
    ),
  })
}

/** The last plan of each period that ends at the instant. */
const endingAt = (run: ExplainedRun, at: string) =>
  run.periods.filter((_, place) => endOf(run.periods, place) === at).flatMap(({ plans }) => plans.slice(-1))
