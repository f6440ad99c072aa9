import type { JobToken } from '#shared/job-token.ts'
import type { Result } from '#shared/problem.ts'
import type { LongMethod, RunKind } from '#shared/runs.ts'
import type { Json } from './json.ts'
import { createRuns, type RunPool, type RunsOptions } from './runs.ts'

/** Calls that are answered in a thread while their caller waits, like any other call. */
export interface ThreadedCalls {
  /** `signal` ends the work where nobody waits any more. */
  readonly answer: (method: LongMethod, input: unknown, signal?: AbortSignal) => Promise<Result<Json>>
  readonly close: () => Promise<void>
}

/**
 * Threads of their own: what a screen waits for never stands behind the runs a person started, and nobody is told of
 * its steps.
 */
export function createThreadedCalls(options: Omit<RunsOptions, 'events'>): ThreadedCalls {
  const runs = createRuns({ ...options, events: { emit: () => undefined } })
  return {
    answer: (method, input, signal) => answerOfRun(runs, method, input, { signal }),
    close: runs.close,
  }
}

/** Who waits for a run: its `token`, where there is one, and whether anybody still does. */
export interface Awaited {
  readonly token?: JobToken | undefined
  readonly signal?: AbortSignal | undefined
}

/** What a run answers, once it has; it is cancelled where nobody waits any more. */
export async function answerOfRun(
  runs: Pick<RunPool, 'start' | 'cancel' | 'answered'>,
  kind: RunKind,
  input: unknown,
  { token, signal }: Awaited = {},
): Promise<Result<Json>> {
  const { id } = runs.start(kind, input, token)
  const cancel = () => void runs.cancel(id)
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  const result = await runs.answered(id)
  signal?.removeEventListener('abort', cancel)
  return result
}
