import { createEvents } from '#main/api/events.ts'
import { createRuns, type RunPool, type RunsOptions } from '#main/runs/runs.ts'
import type { RunState, RunStatus } from '#shared/runs.ts'
import type { Order } from './test-worker.ts'

/** A pool under test, and everything it told. */
export interface TestPool extends RunPool {
  readonly told: readonly RunState[]
  readonly defects: readonly unknown[]
  /** Starts a run that does as it is told. */
  readonly order: (order: Order) => RunState
  /** The run as soon as it has that status. */
  readonly until: (id: string, status: RunStatus) => Promise<RunState>
}

const TEST_WORKER = new URL('test-worker.ts', import.meta.url)

export function openPool(options: Partial<RunsOptions> = {}): TestPool {
  const told: RunState[] = []
  const defects: unknown[] = []
  const events = createEvents()
  events.subscribe((event) => event.kind === 'run' && told.push(event.run))
  const pool = createRuns({
    events,
    worker: TEST_WORKER,
    size: 2,
    onDefect: (error) => defects.push(error),
    ...options,
  })
  const until = (id: string, status: RunStatus) =>
    new Promise<RunState>((resolve) => {
      const isIt = (run: RunState) => run.id === id && run.status === status
      const now = pool.list().find(isIt)
      if (now) return resolve(now)
      const stop = events.subscribe((event) => {
        if (event.kind !== 'run' || !isIt(event.run)) return
        stop()
        resolve(event.run)
      })
    })
  return { ...pool, told, defects, until, order: (order) => pool.start('scenarios.run', order) }
}

/** Something that runs with `do: 'wait'` wait for. */
export class Turns {
  readonly turns = new Int32Array(new SharedArrayBuffer(4))

  let(): void {
    Atomics.store(this.turns, 0, 1)
    Atomics.notify(this.turns, 0)
  }
}
