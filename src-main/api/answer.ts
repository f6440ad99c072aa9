import type { z } from 'zod'
import type { OnProgress } from '#main/engine/index.ts'
import { api, type Method, type ParsedInput } from '#shared/api.ts'
import { parse, refuse, type Result } from '#shared/problem.ts'
import type { Handlers } from './handlers.ts'

/** The map seen through its input types, so that a method's schema and its handler are known to agree. */
export const inputs: { readonly [M in Method]: { readonly input: z.ZodType<ParsedInput<M>> } } = api

/** Reads the input against its method's schema and answers as the method's handler does, which may tell how far it is. */
export async function answer<M extends Method>(
  handlers: Pick<Handlers, M>,
  method: M,
  input: unknown,
  onProgress?: OnProgress,
): Promise<Result<unknown>> {
  const parsed = parse(inputs[method].input, input)
  const handle: Handlers[M] = handlers[method]
  return parsed.ok ? handle(parsed.value, onProgress) : parsed
}

/** What callers see of a defect in what they asked for. */
export const internalError = (asked: string) =>
  refuse({
    code: 'internal.error',
    message: `Something went wrong inside Tierwise while it answered ${asked}.`,
    path: '',
  })
