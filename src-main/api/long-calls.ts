import type { z } from 'zod'
import type { OnProgress } from '#main/engine/index.ts'
import { api, type ParsedInput } from '#shared/api.ts'
import { parse, type Result } from '#shared/problem.ts'
import type { LongMethod } from '#shared/runs.ts'
import { analysis } from './analysis.ts'
import type { Handlers } from './handlers.ts'
import { scenarios } from './scenarios.ts'

type LongHandlers = Pick<Handlers, LongMethod>

const handlers: LongHandlers = { ...analysis, ...scenarios }

/** Each schema seen through its method's input type, so that a method and its schema are known to agree. */
export const longInputs: { readonly [M in LongMethod]: { readonly input: z.ZodType<ParsedInput<M>> } } = api

/** Answers a long call as the router does: the same schema, the same handler. */
export async function answerLongCall<M extends LongMethod>(
  method: M,
  input: unknown,
  onProgress: OnProgress,
): Promise<Result<unknown>> {
  const parsed = parse(longInputs[method].input, input)
  const handle: LongHandlers[M] = handlers[method]
  return parsed.ok ? handle(parsed.value, onProgress) : parsed
}
