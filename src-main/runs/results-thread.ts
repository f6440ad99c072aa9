import type { AppEvent } from '#shared/events.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { isOutOfMemory } from './crash-problem.ts'
import { crossing, Json } from './json.ts'
import { type OpeningProgress, openingProgress } from './opening-progress.ts'
import type { ResultsMessage, ResultsReport } from './results-messages.ts'
import { startThread, type Thread } from './thread.ts'

export interface ResultsThreadOptions {
  /** The file the thread runs, which calls `serveResults`. */
  readonly entry: string | URL
  /** Heap the thread may use, in MB. */
  readonly memoryMb?: number
  /** The usage events of a document, which pass by here unread. */
  readonly keptEventsOf: (document: string) => Promise<Result<unknown>>
  /** Told how far an opening is. */
  readonly events: { readonly emit: (event: AppEvent) => void }
  /** Told why the thread broke down, and of every defect in it; people see a plain problem. */
  readonly onDefect: (error: unknown) => void
}

/** Results that are open, in a thread of their own; see `OpenResults` in the API's services for what each answers. */
export interface ResultsThread {
  readonly ask: (method: string, input: unknown, signal?: AbortSignal) => Promise<Result<Json>>
  readonly cancel: () => boolean
  readonly close: () => Promise<void>
}

const MEMORY_MB = 1024

const OPEN = 'results.open'

interface Call {
  readonly method: string
  readonly input: unknown
  readonly signal: AbortSignal | undefined
  readonly resolve: (result: Result<Json>) => void
}

/** The thread, and what it is at. */
interface Seat {
  readonly thread: Thread<ResultsMessage>
  call: Call | null
  progress: OpeningProgress | null
}

/**
 * Calls wait here and are given to the thread one at a time, so that one nobody waits for is not begun, and one that the
 * thread ends over takes no other with it. The thread starts when it is first needed; the one that takes the place of
 * another has none of its results, which are opened again.
 */
export function startResults({
  entry,
  memoryMb = MEMORY_MB,
  keptEventsOf,
  events,
  onDefect,
}: ResultsThreadOptions): ResultsThread {
  const waiting: Call[] = []
  const ending = new Set<Promise<void>>()
  let seat: Seat | null = null
  let isClosed = false

  function dispatch(): void {
    if (seat?.call) return
    const call = nextCall()
    if (!call) return
    const at = (seat ??= newSeat())
    at.call = call
    at.progress = call.method === OPEN ? openingProgress(events.emit) : null
    const [input, transfer] = crossing(call.input)
    at.thread.give({ kind: 'call', method: call.method, input }, transfer)
  }

  function nextCall(): Call | undefined {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      if (call.method !== OPEN || call.signal?.aborted !== true) return call
      call.resolve(CANCELLED)
    }
    return undefined
  }

  function newSeat(): Seat {
    const thread = startThread<ResultsMessage, ResultsReport>({
      entry,
      memoryMb,
      onReport: (report) => hear(made, report),
      onEnd: (why) => leave(made, why),
    })
    const made: Seat = { thread, call: null, progress: null }
    return made
  }

  function hear(from: Seat, report: ResultsReport): void {
    // One that is to end has nothing more to say.
    if (from !== seat) return
    switch (report.kind) {
      case 'progress':
        return from.progress?.at(report.progress)
      case 'defect':
        return onDefect(report.error)
      case 'wants':
        return void bring(from, report.document)
      case 'answer': {
        const { result } = report
        settle(from, result.ok ? succeed(new Json(result.value)) : result)
        return dispatch()
      }
    }
  }

  async function bring(to: Seat, document: string): Promise<void> {
    const kept = await keptEventsOf(document)
    const [value, transfer] = crossing(kept.ok ? kept.value : null)
    to.thread.give({ kind: 'events', result: kept.ok ? succeed(value) : kept }, transfer)
  }

  function settle(at: Seat, result: Result<Json>): void {
    const { call, progress } = at
    at.call = null
    at.progress = null
    progress?.end()
    call?.resolve(result)
  }

  /** It ended by itself, whether or not it was asked anything. */
  function leave(from: Seat, why: unknown): void {
    if (from !== seat) return
    seat = null
    onDefect(why ?? new Error('The thread in which results are open ended by itself.'))
    settle(from, brokenDown(why, memoryMb, from.call?.method === OPEN))
    dispatch()
  }

  function end(from: Seat): void {
    seat = null
    const ended = from.thread.end()
    ending.add(ended)
    void ended.then(() => ending.delete(ended))
    settle(from, CANCELLED)
  }

  return {
    ask: (method, input, signal) => {
      if (isClosed) return Promise.resolve(CANCELLED)
      const { promise, resolve } = Promise.withResolvers<Result<Json>>()
      waiting.push({ method, input, signal, resolve })
      dispatch()
      return promise
    },
    cancel: () => {
      if (seat?.call?.method !== OPEN) return false
      end(seat)
      dispatch()
      return true
    },
    close: async () => {
      isClosed = true
      for (const { resolve } of waiting.splice(0)) resolve(CANCELLED)
      if (seat) end(seat)
      await Promise.all(ending)
    },
  }
}

const CANCELLED = refuse({
  code: 'result.cancelled',
  message: 'The calculation was cancelled.',
  path: '',
})

/** What is told of the call over which the thread ended. */
function brokenDown(why: unknown, memoryMb: number, isOpening: boolean): Result<never> {
  const what = isOpening ? 'Working out the result' : 'Looking into the result'
  const rest =
    'Nothing that is saved is concerned; open results are worked out again when they are asked for.'
  if (isOutOfMemory(why)) {
    const message = `${what} needed more than the ${memoryMb} MB of memory that it may use. ${rest}`
    return refuse({ code: 'result.out_of_memory', message, path: '' })
  }
  return refuse({
    code: 'result.broke_down',
    message: `${what} broke down inside Tierwise. ${rest}`,
    path: '',
  })
}
