import type { OnProgress } from '#main/engine/index.ts'
import { api } from '#shared/api.ts'
import { parse, type Result, succeed } from '#shared/problem.ts'
import type { LongMethod, RunKind } from '#shared/runs.ts'
import { analysis } from './analysis.ts'
import { answer } from './answer.ts'
import { readForLibrary } from './bundle-for-library.ts'
import { documents } from './documents.ts'
import type { Handlers } from './handlers.ts'
import type { Import } from './own-calls.ts'
import { scenarios } from './scenarios.ts'
import { writeWorkbook } from './workbooks.ts'

type LongHandlers = Pick<Handlers, LongMethod>

const handlers: LongHandlers = { ...analysis, ...scenarios, ...documents }

/** Does what a thread was started for. */
export const answerRun = (
  kind: RunKind,
  input: unknown,
  onProgress: OnProgress,
): Promise<Result<unknown>> | Result<unknown> => {
  if (kind === 'bundles.read') return readImport(input, onProgress)
  if (kind === 'workbook.write') return writeWorkbook(input, onProgress)
  return answer(handlers, kind, input, onProgress)
}

/** Reads the file of a `bundles.import` as far as it can be without the library. */
function readImport(input: unknown, onProgress: OnProgress): Result<Import> {
  const parsed = parse(api['bundles.import'].input, input)
  if (!parsed.ok) return parsed
  const bundle = readForLibrary(parsed.value.file, onProgress)
  return bundle.ok ? succeed({ bundle: bundle.value, onExisting: parsed.value.onExisting }) : bundle
}
