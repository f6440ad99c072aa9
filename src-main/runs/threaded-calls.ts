import type { Result } from '#shared/problem.ts'
import type { LongMethod, RunState } from '#shared/runs.ts'
import type { Json } from './json.ts'
import { createRuns, type RunsOptions } from './runs.ts'

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
  const callers = new Map<string, (result: Result<Json>) => void>()
  const runs = createRuns({
    ...options,
    events: { emit: (event) => void (event.kind === 'run' && hasEnded(event.run) && end(event.run)) },
  })
  const end = ({ id }: RunState) => callers.get(id)?.(runs.result(id))

  return {
    answer: async (method, input, signal) => {
      const run = runs.start(method, input)
      if (hasEnded(run)) return runs.result(run.id)
      const { promise, resolve } = Promise.withResolvers<Result<Json>>()
      callers.set(run.id, resolve)
      const cancel = () => void runs.cancel(run.id)
      signal?.addEventListener('abort', cancel)
      if (signal?.aborted) cancel()
      const result = await promise
      callers.delete(run.id)
      signal?.removeEventListener('abort', cancel)
      return result
    },
    close: runs.close,
  }
}

const hasEnded = ({ status }: RunState): boolean => status !== 'waiting' && status !== 'running'
