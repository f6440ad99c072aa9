import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { BlockCause, UsageRow } from '#shared/run-result.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { creditStep, type ExplainedRun, missing, movementsOf, sumStep, usageOf } from './explained-run.ts'
import { causeSources, plansInForce, sourcesOf } from './sources.ts'

/** What a period did not serve, by what kept it from being served and whose it was. */
export function explainBlock(catalog: Catalog, run: ExplainedRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined || period.blockedBecause.length === 0) return missing('block')
  const usage = usageOf(run, [period]).filter((row) => row.blocked.length > 0)
  const causes = period.blockedBecause.map(({ cause }) => cause)
  return succeed({
    title: `${period.blockedCredits} credits were not served from ${period.start} to ${period.end}`,
    rule: causes.map((cause) => BLOCK_CAUSES[cause].rule).join(' '),
    steps: [
      ...causes.flatMap((cause) => stepsOf(cause, usage, causes.length > 1)),
      sumStep(creditStep('Not served', period.blockedCredits)),
    ],
    grants: movementsOf(run, period),
    usage,
    sources: sourcesOf(
      catalog,
      run,
      plansInForce(catalog, period.plans).flatMap((plan) =>
        causes.flatMap((cause) => causeSources(catalog, cause, plan)),
      ),
    ),
  })
}

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
