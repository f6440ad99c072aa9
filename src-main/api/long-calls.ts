import type { z } from 'zod'
import type { OnProgress } from '#main/engine/index.ts'
import { api, type ParsedInput } from '#shared/api.ts'
import { parse, type Result, succeed } from '#shared/problem.ts'
import type { LongMethod, RunKind } from '#shared/runs.ts'
import { analysis } from './analysis.ts'
import { readForLibrary } from './bundle-for-library.ts'
import { documents } from './documents.ts'
import type { Handlers } from './handlers.ts'
import type { Import } from './own-calls.ts'
import { scenarios } from './scenarios.ts'

type LongHandlers = Pick<Handlers, LongMethod>

const handlers: LongHandlers = { ...analysis, ...scenarios, ...documents }

/** Each schema seen through its method's input type, so that a method and its schema are known to agree. */
export const longInputs: { readonly [M in LongMethod]: { readonly input: z.ZodType<ParsedInput<M>> } } = api

/** Does what a thread was started for. */
export const answerRun = (
  kind: RunKind,
  input: unknown,
  onProgress: OnProgress,
): Promise<Result<unknown>> | Result<unknown> =>
  kind === 'bundles.read' ? readImport(input, onProgress) : answerLongCall(kind, input, onProgress)

/** Answers a long call as the router does: the same schema, the same handler. */
async function answerLongCall<M extends LongMethod>(
  method: M,
  input: unknown,
  onProgress: OnProgress,
): Promise<Result<unknown>> {
  const parsed = parse(longInputs[method].input, input)
  const handle: LongHandlers[M] = handlers[method]
  return parsed.ok ? handle(parsed.value, onProgress) : parsed
}

/** Reads the file of a `bundles.import` as far as it can be without the library. */
function readImport(input: unknown, onProgress: OnProgress): Result<Import> {
  const parsed = parse(api['bundles.import'].input, input)
  if (!parsed.ok) return parsed
  const bundle = readForLibrary(parsed.value.text, onProgress)
  return bundle.ok ? succeed({ bundle: bundle.value, onExisting: parsed.value.onExisting }) : bundle
}
