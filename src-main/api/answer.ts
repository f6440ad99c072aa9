import type { z } from 'zod'
import { api, type Method, type ParsedInput } from '#shared/api.ts'
import { parse, refuse, type Result } from '#shared/problem.ts'
import type { Handlers } from './handlers.ts'

/** The map seen through its input types, so that a method's schema and its handler are known to agree. */
const inputs: { readonly [M in Method]: { readonly input: z.ZodType<ParsedInput<M>> } } = api

/** Reads the input against its method's schema and answers as the method's handler does. */
export async function answer<M extends Method>(
  handlers: Pick<Handlers, M>,
  method: M,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = parse(inputs[method].input, input)
  const handle: Handlers[M] = handlers[method]
  return parsed.ok ? handle(parsed.value) : parsed
}

/** What callers see of a defect in what they asked for. */
export const internalError = (asked: string) =>
  refuse({
    code: 'internal.error',
    message: `Something went wrong inside Tierwise while it answered ${asked}.`,
    path: '',
  })
