import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { creditStep, type ExplainedRun, missing, movementsOf, usageOf } from './explained-run.ts'

/** What a period did not serve, by what kept it from being served. */
export function explainBlock(run: ExplainedRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined || period.blockedBecause.length === 0) return missing('block')
  return succeed({
    title: `${period.blockedCredits} credits were not served from ${period.start} to ${period.end}`,
    rule: period.blockedBecause.map(({ cause }) => BLOCK_CAUSES[cause].rule).join(' '),
    steps: period.blockedBecause.map(({ cause, credits }) => creditStep(BLOCK_CAUSES[cause].rule, credits)),
    grants: movementsOf(run, period),
    usage: usageOf(run, [period]).filter((row) => row.blocked.length > 0),
    sources: [],
  })
}
