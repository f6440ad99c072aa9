import type { Catalog, Plan } from '#shared/catalog.ts'
import { type Problem, ProblemList } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseDate, toCivil } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { checkPastQuota } from './check-past-quota.ts'
import { checkGrants } from './check-grants.ts'
import { checkInvoicing } from './check-invoicing.ts'
import { checkPeople } from './check-people.ts'
import { checkPrepaid } from './check-prepaid.ts'
import { checkChanges } from './check-changes.ts'
import { checkUsage } from './check-usage.ts'
import { checkWorkspaces } from './check-workspaces.ts'

type ScenarioRule = (scenario: Scenario, plan: Plan, catalog: Catalog) => Problem | null

/** The last year a date can be written in, less the one that an annual invoice may cover beyond the run. */
const LAST_YEAR = 9998

const runsPastCalendar: ScenarioRule = ({ start, months }) =>
  toCivil(cycleStart(parseDate(start), months)).year > LAST_YEAR
    ? { code: 'scenario.past_calendar', message: `The run must end by the year ${LAST_YEAR}.`, path: 'start' }
    : null

const annualNotOffered: ScenarioRule = ({ billing }, plan) =>
  billing === 'annual' && plan.price.annual === null
    ? { code: 'billing.not_offered', message: `${plan.name} is not sold annually.`, path: 'billing' }
    : null

const overageNotSold: ScenarioRule = ({ overage }, plan) =>
  overage.optIn && plan.pastQuota.kind === 'block'
    ? {
        code: 'overage.not_sold',
        message: `${plan.name} sells no usage beyond its credits, so an account cannot opt in.`,
        path: 'overage.optIn',
      }
    : null

/** A wallet is drawn whether the account opted in or not, and a limit holds it too. */
const limitWithoutOverage: ScenarioRule = ({ overage, prepaid }) =>
  prepaid.kind !== 'wallet' && !overage.optIn && overage.spendLimit !== undefined
    ? {
        code: 'overage.limit_without_opt_in',
        message: 'A spend limit has no meaning for an account that has not opted in to overage.',
        path: 'overage.spendLimit',
      }
    : null

const seriesOfOtherLength: ScenarioRule = ({ usage, months }) =>
  usage.kind === 'series' && usage.credits.length !== months
    ? {
        code: 'usage.wrong_length',
        message: `The scenario runs ${months} months but its usage names ${usage.credits.length}.`,
        path: 'usage.credits',
      }
    : null

const RULES: readonly ScenarioRule[] = [
  runsPastCalendar,
  annualNotOffered,
  overageNotSold,
  limitWithoutOverage,
  seriesOfOtherLength,
]

/**
 * Everything in which a scenario contradicts its catalogue or itself, up to a hundred; empty when it can be billed.
 * Problems of the code `except` are none to whoever asks.
 */
export function checkScenario(catalog: Catalog, scenario: Scenario, except?: string): readonly Problem[] {
  const plan = catalog.plans.find((candidate) => candidate.id === scenario.plan)
  if (plan === undefined) {
    const known = catalog.plans.map((candidate) => candidate.id).join(', ')
    const message = `The catalogue ${catalog.id} has no plan "${scenario.plan}"; it has ${known}.`
    return [{ code: 'plan.unknown', message, path: 'plan' }]
  }
  const list = new ProblemList()
  const tell = (problems: readonly Problem[]) => list.addAll(problems.filter(({ code }) => code !== except))
  tell(RULES.map((rule) => rule(scenario, plan, catalog)).filter((problem) => problem !== null))
  tell(checkPastQuota(catalog, scenario, plan))
  tell(checkGrants(scenario))
  tell(checkPrepaid(catalog, scenario, plan))
  tell(checkChanges(catalog, scenario))
  tell(checkPeople(scenario, plan))
  tell(checkUsage(catalog, scenario))
  tell(checkInvoicing(scenario))
  tell(checkWorkspaces(catalog, scenario, plan))
  return list.problems
}
