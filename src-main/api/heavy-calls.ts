import { Json } from '#main/runs/json.ts'
import { parse, type Result } from '#shared/problem.ts'
import { LongMethod } from '#shared/runs.ts'
import { inputs } from './answer.ts'
import type { Handlers } from './handlers.ts'
import { isLight } from './weights.ts'

/*
 * The main thread answers every window, and passes every edit on to the thread that keeps documents, so no call may hold
 * it for longer than a person notices. What a call will cost is seen in its input, roughly and at once; what is too heavy
 * is answered in a thread.
 */

/** Answers in a thread what the handler would answer; `signal` ends what nobody waits for any more. */
export type AnswerInThread = (
  method: LongMethod,
  input: unknown,
  signal?: AbortSignal,
) => Promise<Result<unknown>>

export const isLongMethod = (method: string): method is LongMethod => LongMethod.safeParse(method).success

/**
 * Answers a call that may be long: here where it is light, in a thread where it is not. Input that came as bytes was
 * too large to be read here, and is heavy by that alone.
 */
export async function answerByWeight<M extends LongMethod>(
  handlers: Pick<Handlers, LongMethod>,
  answerInThread: AnswerInThread,
  method: M,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  if (input instanceof Json) return answerInThread(method, input, signal)
  const parsed = parse(inputs[method].input, input)
  if (!parsed.ok) return parsed
  const handle: Pick<Handlers, LongMethod>[M] = handlers[method]
  return isLight(method, parsed.value) ? handle(parsed.value) : answerInThread(method, input, signal)
}
