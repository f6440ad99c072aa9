import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Recorder } from '../record/recorder.ts'
import { type AccountDetail, DetailWriter } from '../report/account-detail.ts'
import { runScenario } from './run-scenario.ts'

/** A run, and what views of its accounts need besides. */
export interface DetailedRun {
  /** To the byte what `run` answers. */
  readonly result: Omit<RunResult, 'inputHash'>
  readonly detail: AccountDetail
  /** Of each account in `result.separateAccounts`, in their order. */
  readonly apart: readonly AccountDetail[]
}

/** Bills one account as `runScenario` does, and keeps what its views need; `watchers` are told the account’s run. */
export function runInDetail(
  catalog: Catalog,
  scenario: Scenario,
  watchers: readonly Recorder[],
): Result<DetailedRun> {
  const writer = new DetailWriter()
  const apart: DetailWriter[] = []
  const watchApart = (): Recorder => {
    const own = new DetailWriter()
    apart.push(own)
    return own
  }
  const result = runScenario(catalog, scenario, { account: [...watchers, writer], apart: watchApart })
  if (!result.ok) return result
  return succeed({
    result: result.value,
    detail: writer.detail,
    apart: apart.map(({ detail }) => detail),
  })
}
