import { availableParallelism } from 'node:os'
import type { AppEvent } from '#shared/events.ts'
import type { JobToken } from '#shared/job-token.ts'
import { refuse, type Result } from '#shared/problem.ts'
import type { RunKind, RunState } from '#shared/runs.ts'
import { crashProblem } from './crash-problem.ts'
import { crossing, type Json } from './json.ts'
import type { Job, Report } from './messages.ts'
import { RunBook } from './run-book.ts'
import { startThread, type Thread } from './thread.ts'

export interface RunsOptions {
  /** Told of every change to a run. */
  readonly events: { readonly emit: (event: AppEvent) => void }
  /** The file a worker thread runs: `api/worker.ts`, or what the build made of it. */
  readonly worker: string | URL
  /** How many threads there may be. */
  readonly size?: number
  /** Heap a thread may use, in MB. */
  readonly memoryMb?: number
  /** Told why a thread broke down, and of every defect in a handler; people see a plain problem. */
  readonly onDefect?: (error: unknown) => void
}

/** Long calls in worker threads; see `Runs` in the API's services for what each answers. */
export interface RunPool {
  readonly start: (method: RunKind, input: unknown, token?: JobToken) => RunState
  readonly list: () => readonly RunState[]
  readonly cancel: (id: string) => Result<RunState>
  readonly result: (id: string) => Result<Json>
  readonly answered: (id: string) => Promise<Result<Json>>
  readonly close: () => Promise<void>
}

/** All heaps of an Electron process share 4 GB. */
const MEMORY_MB = 1024
const MOST_THREADS = 3

/** So many runs may wait for a thread; one more is refused, for it would hardly be waited for. */
export const MOST_WAITING = 100

/** One core stays free for the window; two threads at least, so that no short run waits for a long one. */
export const defaultSize = (cores: number): number => Math.max(2, Math.min(cores - 1, MOST_THREADS))

const TOO_MANY = refuse({
  code: 'run.too_many',
  message: `${MOST_WAITING} runs are waiting already. Cancel some, or wait for them.`,
  path: '',
})

/** Somebody looks on until a file is read: it waits for nothing that was started to be looked at later. */
const isAwaited = (kind: RunKind): boolean => kind === 'bundles.read'

/** A thread and what it is working on. */
interface Seat {
  readonly thread: Thread<Job>
  run: string | null
  isEnding: boolean
}

interface WaitingRun extends Job {
  readonly id: string
}

/**
 * A pool of worker threads for long calls. Threads start when they are first needed and stay; runs wait for one in the
 * order they came, but a file is read at once, by one thread more where all are at work. A run is cancelled by ending its
 * thread, whatever that is doing; a thread that ends by itself takes its run with it and nothing else, and the next run
 * gets a new one.
 */
export function createRuns({
  events,
  worker,
  size = defaultSize(availableParallelism()),
  memoryMb = MEMORY_MB,
  onDefect = () => undefined,
}: RunsOptions): RunPool {
  const book = new RunBook((run) => events.emit({ kind: 'run', run }))
  const seats = new Set<Seat>()
  const waiting: WaitingRun[] = []
  let isClosed = false

  function dispatch(): void {
    for (let next = nextRun(); next !== undefined; next = nextRun()) {
      const seat = freeSeat(isAwaited(next.method) ? size + 1 : size)
      if (!seat) return
      waiting.splice(waiting.indexOf(next), 1)
      seat.run = next.id
      const [input, transfer] = crossing(next.input)
      seat.thread.give({ method: next.method, input }, transfer)
      book.change(next.id, { status: 'running' })
    }
  }

  const nextRun = () => waiting.find(({ method }) => isAwaited(method)) ?? waiting[0]

  function freeSeat(most: number): Seat | undefined {
    const idle = [...seats].find(({ run, isEnding }) => run === null && !isEnding)
    return idle ?? (seats.size < most ? newSeat() : undefined)
  }

  function newSeat(): Seat {
    const thread = startThread<Job, Report>({
      entry: worker,
      memoryMb,
      onReport: (report) => hear(seat, report),
      onEnd: (why) => leave(seat, why),
    })
    const seat: Seat = { thread, run: null, isEnding: false }
    seats.add(seat)
    return seat
  }

  function hear(seat: Seat, report: Report): void {
    if (report.kind === 'defect') return onDefect(report.error)
    const { run } = seat
    if (run === null) return
    if (report.kind === 'progress') return void book.change(run, { progress: report.progress })
    seat.run = null
    // Whoever is told of the answer may start a run at once, which must not be given a thread that ends.
    if (seats.size > size) void end(seat)
    book.answer(run, report.result)
    dispatch()
  }

  function leave(seat: Seat, why: unknown): void {
    seats.delete(seat)
    if (!seat.isEnding) onDefect(why ?? new Error('A worker thread ended by itself.'))
    const run = seat.run === null ? null : book.find(seat.run)
    if (run?.ok) {
      const problem = crashProblem(why, memoryMb, run.value.method)
      book.change(run.value.id, { status: 'crashed', problems: [problem] })
    }
    dispatch()
  }

  function cancel(id: string): Result<RunState> {
    const place = waiting.findIndex((run) => run.id === id)
    if (place >= 0) waiting.splice(place, 1)
    const seat = [...seats].find(({ run }) => run === id)
    if (seat) void end(seat)
    return book.change(id, { status: 'cancelled' })
  }

  function end(seat: Seat): Promise<void> {
    seat.run = null
    seat.isEnding = true
    return seat.thread.end()
  }

  return {
    start: (method, input, token) => {
      const run = book.open(method, token)
      if (isClosed) cancel(run.id)
      else if (waiting.length >= MOST_WAITING && !isAwaited(method)) book.answer(run.id, TOO_MANY)
      else waiting.push({ id: run.id, method, input })
      dispatch()
      const now = book.find(run.id)
      return now.ok ? now.value : run
    },
    list: () => book.states,
    cancel,
    result: (id) => book.take(id),
    answered: (id) => book.answered(id),
    close: async () => {
      isClosed = true
      for (const { id } of book.states) cancel(id)
      await Promise.all([...seats].map(end))
    },
  }
}
