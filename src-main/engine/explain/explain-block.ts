import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { BlockReference } from '#shared/reference.ts'
import type { BlockCause, PeriodResult, UsageRow } from '#shared/run-result.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { blockFields } from './deciding-fields.ts'
import {
  creditStep,
  type ExplainedRun,
  missing,
  movementsOf,
  ofParts,
  sumStep,
  usageOf,
} from './explained-run.ts'
import { causeSources, plansInForce, sourcesOf } from './sources.ts'

/** What was not served, in a period or in the whole run, by what kept it from being served; or by one cause alone. */
export function explainBlock(
  catalog: Catalog,
  run: ExplainedRun,
  about: BlockReference,
): Result<Explanation> {
  const { period: number, cause } = about
  if (number === undefined) return blockedInRun(catalog, run, cause)
  const period = run.periods[number - 1]
  const causes = period === undefined ? [] : causesOf(period, cause)
  if (period === undefined || causes.length === 0) return missing('block')
  const usage = usageOf(run, [period]).filter((row) =>
    row.blocked.some((part) => causes.includes(part.cause)),
  )
  const blocked = sumOf([period], causes)
  return succeed({
    title: `${blocked} credits were not served from ${period.start} to ${period.end}`,
    rule: rulesOf(causes),
    steps: [
      ...causes.flatMap((one) => stepsOf(one, usage, causes.length > 1)),
      sumStep(creditStep('Not served', blocked)),
    ],
    grants: movementsOf(run, period),
    usage,
    sources: sourcesOfCauses(catalog, run, { periods: [period], causes }),
    decidedBy: blockFields(causes),
  })
}

/** By its causes where there are several, each of which leads on to its periods. */
function blockedInRun(
  catalog: Catalog,
  run: ExplainedRun,
  cause: BlockCause | undefined,
): Result<Explanation> {
  const periods = run.periods.filter((period) => causesOf(period, cause).length > 0)
  const causes = [...new Set(periods.flatMap((period) => causesOf(period, cause)))]
  if (causes.length === 0) return missing('block')
  const blocked = sumOf(periods, causes)
  return succeed(
    ofParts({
      title: `${blocked} credits were not served from ${run.start} to ${run.periods.at(-1)?.end ?? run.start}`,
      rule: rulesOf(causes),
      steps: [
        ...(causes.length > 1
          ? causes.map((one): ExplanationStep => ({
              ...creditStep(BLOCK_CAUSES[one].rule, sumOf(periods, [one])),
              leadsTo: { kind: 'block', cause: one },
            }))
          : periods.map((period): ExplanationStep => ({
              ...creditStep(`From ${period.start} to ${period.end}`, sumOf([period], causes)),
              leadsTo: {
                kind: 'block',
                period: run.periods.indexOf(period) + 1,
                ...(cause === undefined ? {} : { cause }),
              },
            }))),
        sumStep(creditStep('Not served', blocked)),
      ],
      sources: sourcesOfCauses(catalog, run, { periods, causes }),
      decidedBy: blockFields(causes),
    }),
  )
}

const causesOf = ({ blockedBecause }: PeriodResult, only: BlockCause | undefined): readonly BlockCause[] =>
  blockedBecause.map(({ cause }) => cause).filter((cause) => only === undefined || cause === only)

const rulesOf = (causes: readonly BlockCause[]): string =>
  causes.map((cause) => BLOCK_CAUSES[cause].rule).join(' ')

/** What some causes kept from being served in some periods. */
function sumOf(periods: readonly PeriodResult[], causes: readonly BlockCause[]): string {
  const sum = new LongSum()
  for (const { blockedBecause } of periods)
    for (const { cause, credits } of blockedBecause) if (causes.includes(cause)) sum.add(toMicros(credits))
  return sum.credits
}

const sourcesOfCauses = (
  catalog: Catalog,
  run: ExplainedRun,
  { periods, causes }: { readonly periods: readonly PeriodResult[]; readonly causes: readonly BlockCause[] },
) =>
  sourcesOf(
    catalog,
    run,
    plansInForce(
      catalog,
      periods.flatMap(({ plans }) => plans),
    ).flatMap((plan) => causes.flatMap((cause) => causeSources(catalog, cause, plan))),
  )

/** What one cause kept from being served, of each whose it was; named where there are several. */
function stepsOf(
  cause: BlockCause,
  usage: readonly UsageRow[],
  isNamed: boolean,
): readonly ExplanationStep[] {
  const sums = new Map<string, LongSum>()
  for (const row of usage)
    for (const part of row.blocked) {
      if (part.cause !== cause) continue
      const who = whoOf(row)
      const sum = sums.get(who) ?? new LongSum()
      sum.add(toMicros(part.credits))
      sums.set(who, sum)
    }
  return [...sums].map(([who, sum]) =>
    creditStep(isNamed ? `${who}: ${BLOCK_CAUSES[cause].rule}` : who, sum.credits),
  )
}

const whoOf = ({ member, apiKey }: UsageRow): string =>
  member ?? (apiKey === null ? 'Usage that names nobody' : `Key ${apiKey}`)
