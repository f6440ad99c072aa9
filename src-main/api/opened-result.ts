import {
  hasAccountsApart,
  type OnProgress,
  runBriefly,
  runSummary,
  runWithDetail,
} from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { OpenResult, WholeRun } from './result-shelf.ts'
import { stepsOf } from './scenario-weight.ts'

/**
 * What may be billed twice, once for what it comes to and once in full, so that the first is there before the second: so
 * many steps take about half a second in full. What takes longer is billed once.
 */
const MOST_STEPS_TWICE = 40_000

/** What a result is of. */
export interface ToBill {
  readonly catalog: Catalog
  readonly scenario: Scenario
  /** The hash of its input. */
  readonly id: string
}

/** Bills an account for what it comes to, and leaves the rest until somebody asks: whoever edits waits for no ledger. */
export function openedResult(of: ToBill, onProgress?: OnProgress): Result<OpenResult> {
  const { catalog, scenario, id } = of
  if (isBilledAtOnce(scenario)) {
    const billed = wholeRun(of, onProgress)
    if (!billed.ok) return billed
    const { result } = billed.value
    const summary = runSummary(catalog, result, result.separateAccounts)
    const costing = { account: result, detail: billed.value.detail }
    return succeed({ catalog, scenario, summary, costing, billed: billed.value })
  }
  const brief = runBriefly(catalog, scenario, onProgress)
  if (!brief.ok) return brief
  const summary = runSummary(catalog, { ...brief.value, inputHash: id }, [])
  const costing = { account: brief.value, detail: brief.value.detail }
  return succeed({ catalog, scenario, summary, costing, billed: null })
}

const isBilledAtOnce = (scenario: Scenario): boolean =>
  hasAccountsApart(scenario) || stepsOf(scenario) > MOST_STEPS_TWICE

/** All of a run, billed in full. */
export function wholeRun({ catalog, scenario, id }: ToBill, onProgress?: OnProgress): Result<WholeRun> {
  const billed = runWithDetail(catalog, scenario, onProgress)
  if (!billed.ok) return billed
  const { result, detail, apart } = billed.value
  return succeed({ result: { ...result, inputHash: id }, detail, apart })
}
