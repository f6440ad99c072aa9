import { isBundle, scenarioInBundle } from '#main/api/bundled-scenario.ts'
import { parse, refuseAll, type Result } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import type { Read } from './command.ts'
import { readDocument } from './read-document.ts'

/** What the operand of a command that takes a scenario may be, for its help. */
export const SCENARIO_FILE = 'FILE is a scenario or a .tierwise file; - reads it from standard input.'

/** Reads a scenario, or the one in a `.tierwise` file. */
export async function readScenario(read: Read, name: string | undefined): Promise<Result<Scenario>> {
  const document = await readDocument(read, name)
  if (!document.ok) return document
  return isBundle(document.value) ? scenarioInBundle(document.value) : parse(Scenario, document.value)
}

/** The same answer, with the paths of its problems counted from the scenario's top, as its file is written. */
export function fromItsTop<T>(result: Result<T>): Result<T> {
  if (result.ok) return result
  return refuseAll(
    result.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^scenario(\.|$)/, '') })),
  )
}
