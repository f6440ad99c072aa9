import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { StopReference } from '#shared/reference.ts'
import type { PeriodResult, UsageRow } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { SeatReport } from '#shared/seat-report.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { blockFields } from './deciding-fields.ts'
import { creditStep, type ExplainedRun, isNothing, missing, sumStep, usageOf } from './explained-run.ts'
import { causeSources, plansInForce, sourcesOf } from './sources.ts'
import { servedOf, sumOf, workOf } from './used-work.ts'

/** What is read to tell who was stopped: an account's run, its scenario, and the seats that were told of it. */
export interface Seated {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly run: ExplainedRun
  readonly seats: SeatReport
}

/**
 * What a member was not served in a period because of one cause, by what it was wanted for; and, of a Basic ceiling, what
 * they had used under it. Refused where there is no such member or period, or they were not stopped by it.
 */
export function explainStop(seated: Seated, reference: StopReference): Result<Explanation> {
  const { run, seats } = seated
  const member = seats.members.find((one) => one.member === reference.member)
  const period = run.periods[reference.period - 1]
  if (member === undefined || period === undefined) return missing('member')
  return reference.cause === null
    ? explainCeiling(seated, member, period)
    : explainCause(seated, member, { period, cause: reference.cause })
}

type Member = SeatReport['members'][number]

function explainCause(
  { catalog, scenario, run }: Seated,
  { member, stops }: Member,
  { period, cause }: { readonly period: PeriodResult; readonly cause: NonNullable<StopReference['cause']> },
): Result<Explanation> {
  const own = stops.filter((stop) => stop.period === period.index && stop.cause === cause)
  const [first] = own
  if (first === undefined) return missing('stop')
  const usage = rowsOf({ run, scenario }, member, period).filter((row) => row.blocked.some(isOf(cause)))
  const lost = own.map(({ credits }) => credits)
  const subjects = [...new Set(own.flatMap(({ subject }) => (subject === member ? [] : (subject ?? []))))]
  const whose = subjects.length === 0 ? '' : ` It was that of ${subjects.join(', ')}.`
  return succeed({
    title: `${member} was not served ${sumOf(lost)} credits from ${period.start} to ${period.end}`,
    rule: `${BLOCK_CAUSES[cause].rule}${whose} First on ${first.at.slice(0, 10)}.`,
    steps: [
      ...usage.map((row) => creditStep(workOf(row), row.blocked.find(isOf(cause))?.credits ?? '0')),
      sumStep(creditStep('Not served', sumOf(lost))),
    ],
    grants: [],
    usage,
    sources: sourcesOf(
      catalog,
      run,
      plansInForce(catalog, period.plans).flatMap((plan) => causeSources(catalog, cause, plan)),
    ),
    decidedBy: blockFields([cause]),
  })
}

function explainCeiling(
  { catalog, scenario, run }: Seated,
  { member, ceilings }: Member,
  period: PeriodResult,
): Result<Explanation> {
  const told = ceilings.find((one) => one.period === period.index)
  if (told === undefined) return missing('ceiling')
  const plans = plansInForce(catalog, period.plans)
  const last = plans.find(({ id }) => id === period.plans.at(-1)?.plan)
  const families = last?.seats.basicCeiling?.families ?? []
  const counted = new Set(
    catalog.products.flatMap(({ id, family }) => (families.includes(family) ? [id] : [])),
  )
  const usage = rowsOf({ run, scenario }, member, period).filter(({ product }) => counted.has(product ?? ''))
  const isAt =
    told.ceiling === null || last === undefined
      ? 'The plan at the end of the period has no ceiling.'
      : `On ${last.name} it is ${told.ceiling} credits of ${families.join(', ')}.`
  const after = 'From then to the end of the period nothing that counts is served to them, and all else is.'
  const isReached =
    told.reachedAt === null
      ? 'It was not reached.'
      : `It was reached on ${told.reachedAt.slice(0, 10)}, at ${told.reachedCeiling ?? '0'} credits. ${after}`
  return succeed({
    title: `${member} under the Basic ceiling from ${period.start} to ${period.end}`,
    rule: `${BLOCK_CAUSES.ceiling.rule} ${isAt} ${isReached}`,
    steps: [
      ...usage.flatMap((row): ExplanationStep[] => {
        const served = servedOf(row)
        return isNothing(served) ? [] : [creditStep(workOf(row), served)]
      }),
      sumStep(creditStep('Used of what counts', told.used)),
      creditStep('Not served because of it', told.blockedCredits),
    ],
    grants: [],
    usage,
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap((plan) => causeSources(catalog, 'ceiling', plan)),
    ),
    decidedBy: blockFields(['ceiling']),
  })
}

/** What a member used or wanted in a period; what a key used for nobody in person is its owner's, as it is to the gate. */
function rowsOf(
  { run, scenario }: Pick<Seated, 'run' | 'scenario'>,
  member: string,
  period: PeriodResult,
): readonly UsageRow[] {
  const keys = new Set(scenario.apiKeys.flatMap((key) => (key.member === member ? [key.id] : [])))
  return usageOf(run, [period]).filter((row) =>
    row.member === null ? keys.has(row.apiKey ?? '') : row.member === member,
  )
}

const isOf =
  (cause: string) =>
  (part: UsageRow['blocked'][number]): boolean =>
    part.cause === cause
