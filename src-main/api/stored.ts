import { inputOf, Json } from '#main/runs/json.ts'
import type { Method } from '#shared/api.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { parse, type Result } from '#shared/problem.ts'
import type { LongMethod } from '#shared/runs.ts'
import { answer, inputs } from './answer.ts'
import type { Handlers } from './handlers.ts'
import { answerByWeight, type AnswerInThread } from './heavy-calls.ts'
import type { Services } from './services.ts'

/*
 * What is worked out of scenarios as the library keeps them. Windows know how many usage events a scenario has and not
 * what they are: they name the scenario, and what is kept goes from the store to where it is billed.
 */

export type StoredMethod = Extract<Method, `stored.${string}`>

/** What each asks of the store, and of whom with the answer. */
const CALLS = {
  'stored.card': { kept: 'own.scenario', asked: 'scenarios.card' },
  'stored.customerPage': { kept: 'own.customerPage', asked: 'analysis.customerPage' },
  'stored.difference': { kept: 'own.scenarioPair', asked: 'analysis.difference' },
} as const satisfies Readonly<Record<StoredMethod, { readonly kept: string; readonly asked: LongMethod }>>

export const isStored = (method: Method): method is StoredMethod => Object.hasOwn(CALLS, method)

export interface StoredAnswers {
  readonly kept: Services['kept']
  readonly handlers: Pick<Handlers, LongMethod>
  /** Left out, everything is answered here. */
  readonly answerInThread: AnswerInThread | undefined
}

/** Answers as the call that it stands for does, here where that is light and in a thread where it is not. */
export async function answerStored(
  { kept, handlers, answerInThread }: StoredAnswers,
  method: StoredMethod,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  const named = inputOf(input)
  const parsed = named.ok ? parse(inputs[method].input, named.value) : named
  if (!parsed.ok) return parsed
  const { kept: call, asked } = CALLS[method]
  const stored = await kept(call, parsed.value)
  if (!stored.ok) return stored
  const content = lightOf(stored.value)
  if (answerInThread) return answerByWeight(handlers, answerInThread, asked, content, signal)
  const read = inputOf(content)
  return read.ok ? answer(handlers, asked, read.value) : read
}

/** Read here where that takes no time. */
function lightOf(stored: unknown): unknown {
  if (!(stored instanceof Json) || stored.bytes.length > MOST_PLAIN_INPUT) return stored
  const read = inputOf(stored)
  return read.ok ? read.value : stored
}
