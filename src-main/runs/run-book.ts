import { randomUUID } from 'node:crypto'
import type { JobToken } from '#shared/job-token.ts'
import { refuse, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { RunKind, RunState } from '#shared/runs.ts'
import { Json } from './json.ts'

/** So many runs that came to an end are remembered, with their results; the one that ended first is forgotten. */
const MOST_ENDED = 20

/** Every run there is and what became of it. */
export class RunBook {
  readonly #states = new Map<string, RunState>()
  readonly #results = new Map<string, Json>()
  readonly #ended: string[] = []
  /** Runs that somebody waited for, who has their answer: however many there are, they put no result out of its place. */
  readonly #awaitedBefore: string[] = []
  readonly #awaited = new Map<string, PromiseWithResolvers<Result<Json>>>()
  readonly #tell: (run: RunState) => void

  /** `tell` hears of every change to a run. */
  constructor(tell: (run: RunState) => void) {
    this.#tell = tell
  }

  /** In the order in which they were started. */
  get states(): readonly RunState[] {
    return [...this.#states.values()]
  }

  /** A new run, which waits; its asker knows it by `token`. */
  open(method: RunKind, token?: JobToken): RunState {
    const run: RunState = {
      id: randomUUID(),
      method,
      status: 'waiting',
      progress: null,
      problems: [],
      ...(token === undefined ? {} : { token }),
    }
    this.#states.set(run.id, run)
    this.#tell(run)
    return run
  }

  find(id: string): Result<RunState> {
    const run = this.#states.get(id)
    if (run !== undefined) return succeed(run)
    const message = `There is no run "${id}"; the last ${MOST_ENDED} that ended are remembered.`
    return refuse({ code: 'run.unknown', message, path: 'id' })
  }

  /** What the run answers, taken as soon as it has come to its end, for the one who asks. */
  answered(id: string): Promise<Result<Json>> {
    const run = this.#states.get(id)
    if (run === undefined || hasEnded(run)) return Promise.resolve(this.take(id))
    const answer = this.#awaited.get(id) ?? Promise.withResolvers<Result<Json>>()
    this.#awaited.set(id, answer)
    return answer.promise
  }

  /** Answers the run as it is now; a run that has come to its end does not change any more. */
  change(id: string, changed: Partial<Pick<RunState, 'status' | 'progress' | 'problems'>>): Result<RunState> {
    const before = this.find(id)
    if (!before.ok || hasEnded(before.value)) return before
    const run = { ...before.value, ...changed }
    this.#states.set(id, run)
    if (hasEnded(run)) this.#remember(id)
    this.#tell(run)
    return succeed(run)
  }

  /** The end of a run that was answered: done with a value that is kept until it is taken, or refused. */
  answer(id: string, result: Result<Uint8Array<ArrayBuffer>>): void {
    if (!result.ok) return void this.change(id, { status: 'refused', problems: [...result.problems] })
    this.#results.set(id, new Json(result.value))
    this.change(id, { status: 'done', progress: 1 })
  }

  /** What the run answered: its value once, its problems always. */
  take(id: string): Result<Json> {
    const found = this.find(id)
    if (!found.ok) return found
    const { status, problems } = found.value
    switch (status) {
      case 'done':
        return this.#takeValue(id)
      case 'refused':
      case 'crashed':
        return refuseAll(problems)
      case 'cancelled':
        return refuse({ code: 'run.cancelled', message: 'The run was cancelled.', path: 'id' })
      default:
        return refuse({ code: 'run.not_finished', message: 'The run has not finished yet.', path: 'id' })
    }
  }

  #takeValue(id: string): Result<Json> {
    const value = this.#results.get(id)
    if (!value) {
      const message = "The run's result was handed out already; it is not kept afterwards."
      return refuse({ code: 'run.taken', message, path: 'id' })
    }
    this.#results.delete(id)
    return succeed(value)
  }

  #remember(id: string): void {
    const awaited = this.#awaited.get(id)
    awaited?.resolve(this.take(id))
    this.#awaited.delete(id)
    const ended = awaited ? this.#awaitedBefore : this.#ended
    ended.push(id)
    const forgotten = ended.length > MOST_ENDED ? ended.shift() : undefined
    if (forgotten === undefined) return
    this.#states.delete(forgotten)
    this.#results.delete(forgotten)
  }
}

const hasEnded = ({ status }: RunState): boolean => status !== 'waiting' && status !== 'running'
