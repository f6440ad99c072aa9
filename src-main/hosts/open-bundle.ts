import { basename } from 'node:path'
import type { Api } from '#main/api/router.ts'
import type { ImportOutcome, OnExisting } from '#shared/bundle.ts'
import { problemCount } from '#shared/problem-list.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { readBundleFile } from './bundle-file.ts'
import { call } from './call.ts'

type Existing = Extract<ImportOutcome, { kind: 'exists' }>

/**
 * What a person answers when the file's scenario is in the library already; null leaves everything as it is. A host
 * that cannot ask refuses.
 */
export type Decide = (
  existing: Existing,
  file: string,
) => Promise<'show' | 'replace' | 'copy' | 'refuse' | null>

/**
 * Opens a scenario's file that the system handed over: imports it, asking before it touches what is there. The id of
 * the scenario to show, or null where the person let it be or called it off.
 */
export async function openBundle(api: Api, file: string, decide: Decide): Promise<Result<string | null>> {
  const read = await readBundleFile(file)
  if (!read.ok) return read
  const importAs = (onExisting: OnExisting) => call(api, 'bundles.import', { file: read.value, onExisting })
  const first = await importAs('ask')
  if (isCalledOff(first)) return succeed(null)
  if (!first.ok || first.value.kind === 'imported') return shown(first)

  const decision = await decide(first.value, file)
  if (decision === null) return succeed(null)
  if (decision === 'show') return succeed(first.value.existing.id)
  const second = decision === 'refuse' ? first : await importAs(decision)
  return isCalledOff(second) ? succeed(null) : shown(second)
}

/** A large file takes a while to be read, and can be called off meanwhile. */
const isCalledOff = (result: Result<unknown>): boolean =>
  !result.ok && result.problems.some(({ code }) => code === 'run.cancelled')

function shown(outcome: Result<ImportOutcome>): Result<string | null> {
  if (!outcome.ok) return outcome
  if (outcome.value.kind === 'imported') return succeed(outcome.value.document.id)
  const message = `“${outcome.value.name}” is in the library already. Import the file among the scenarios to replace it or to keep both.`
  return refuse({ code: 'bundle.exists', message, path: '' })
}

/** Why a file could not be opened, in one sentence for a person; a file has no field worth naming first. */
export function openingFailure(file: string, result: Extract<Result<unknown>, { ok: false }>): string {
  const [first, ...others] = result.problems
  const further = problemCount(others)
  const where = first && first.path !== '' ? ` (${first.path})` : ''
  const more = further > 0 ? ` And ${further} more.` : ''
  return `${first?.message ?? `“${basename(file)}” could not be opened.`}${where}${more}`
}
