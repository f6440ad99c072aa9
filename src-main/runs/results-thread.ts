import type { AppEvent } from '#shared/events.ts'
import type { JobToken } from '#shared/job-token.ts'
import { isLongQuestion } from '#shared/long-questions.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { jobOf } from './job-of.ts'
import { type JobProgress, jobProgress } from './job-progress.ts'
import { crossing, Json } from './json.ts'
import type { EventsWanted, ResultsData, ResultsMessage, ResultsReport } from './results-messages.ts'
import { brokenDown, CANCELLED, SUPERSEDED, TOO_MANY, UNREAD } from './results-refusals.ts'
import { startThread, type Thread } from './thread.ts'
import { type Call, WaitingCalls } from './waiting-calls.ts'

export interface ResultsThreadOptions {
  /** The file the thread runs, which calls `serveResults`. */
  readonly entry: string | URL
  /** Heap the thread may use, in MB. */
  readonly memoryMb?: number
  /** The usage events of a document, which pass by here unread; see `KeptEventsOf` of the API. */
  readonly keptEventsOf: (document: string, known: string | null) => Promise<Result<unknown>>
  /** Told how far a job is, by its token. */
  readonly events: { readonly emit: (event: AppEvent) => void }
  /** Told why the thread broke down, and of every defect in it; people see a plain problem. */
  readonly onDefect: (error: unknown) => void
}

/** Results that are open, in a thread of their own; see `OpenResults` in the API's services for what each answers. */
export interface ResultsThread {
  readonly ask: (method: string, input: unknown, signal?: AbortSignal) => Promise<Result<Json>>
  readonly cancel: (token: JobToken) => boolean
  readonly close: () => Promise<void>
}

const MEMORY_MB = 1024

const OPEN = 'results.open'

/**
 * What is called off looks at it between one bill and the next. Whatever takes longer than this to look is ended with its
 * thread, and the open results with it: nobody is to wait for what nobody wants.
 */
const GRACE_MS = 500

/** The thread, and what it is at. */
interface Seat {
  readonly thread: Thread<ResultsMessage>
  readonly calledOff: Int32Array
  /** Whom it works for; null where nobody waits for what it is at, or it is at nothing. */
  call: Call | null
  progress: JobProgress | null
  isBusy: boolean
  /** Whether it waits for usage events, and cannot hear of anything before they come. */
  isWaiting: boolean
  /** Ends it, should it not hear that what it is at was called off. */
  grace: ReturnType<typeof setTimeout> | undefined
}

/**
 * Calls wait here and are given to the thread one at a time, so that one nobody waits for is not begun, and one that the
 * thread ends over takes no other with it. Whoever opens a newer state calls off what is left of what they asked before.
 * The thread starts when it is first needed; the one that takes the place of another has none of its results, which are
 * opened again.
 */
export function startResults({
  entry,
  memoryMb = MEMORY_MB,
  keptEventsOf,
  events,
  onDefect,
}: ResultsThreadOptions): ResultsThread {
  const waiting = new WaitingCalls()
  const ending = new Set<Promise<void>>()
  let seat: Seat | null = null
  let isClosed = false

  function dispatch(): void {
    if (seat?.isBusy) return
    const call = waiting.next()
    if (!call) return
    const at = (seat ??= newSeat())
    at.call = call
    at.isBusy = true
    at.progress = call.job && jobProgress(call.job.token, events.emit)
    Atomics.store(at.calledOff, 0, 0)
    const [input, transfer] = crossing(call.input)
    at.thread.give({ kind: 'call', method: call.method, input }, transfer)
  }

  function newSeat(): Seat {
    const calledOff = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const thread = startThread<ResultsMessage, ResultsReport>({
      entry,
      memoryMb,
      data: { calledOff } satisfies ResultsData,
      onReport: (report) => hear(made, report),
      onEnd: (why) => leave(made, why),
    })
    const made: Seat = {
      thread,
      calledOff: new Int32Array(calledOff),
      call: null,
      progress: null,
      isBusy: false,
      isWaiting: false,
      grace: undefined,
    }
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
        return void bring(from, report)
      case 'answer': {
        const { result } = report
        clearTimeout(from.grace)
        from.isBusy = false
        settle(from, result.ok ? succeed(new Json(result.value)) : result)
        return dispatch()
      }
    }
  }

  async function bring(to: Seat, { document, known }: EventsWanted): Promise<void> {
    to.isWaiting = true
    const kept = await keptEventsOf(document, known).catch((error: unknown) => {
      onDefect(error)
      return UNREAD
    })
    to.isWaiting = false
    const [value, transfer] = crossing(kept.ok ? kept.value : null)
    to.thread.give({ kind: 'events', result: kept.ok ? succeed(value) : kept }, transfer)
    if (!to.call && to === seat) giveGrace(to)
  }

  function giveGrace(to: Seat): void {
    // It may have been given before its events came.
    clearTimeout(to.grace)
    to.grace = setTimeout(() => {
      end(to)
      dispatch()
    }, GRACE_MS)
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
    clearTimeout(from.grace)
    onDefect(why ?? new Error('The thread in which results are open ended by itself.'))
    settle(from, brokenDown(why, memoryMb, from.call?.method === OPEN))
    dispatch()
  }

  function end(from: Seat): void {
    seat = null
    clearTimeout(from.grace)
    const ended = from.thread.end()
    ending.add(ended)
    void ended.then(() => ending.delete(ended))
    settle(from, CANCELLED)
  }

  /** Answers the calls that are meant, and has the thread leave the one that it is at; whether there was any. */
  function callOff(isMeant: (call: Call) => boolean, answer: Result<never>): boolean {
    const meant = waiting.takeOut(isMeant)
    for (const { resolve } of meant) resolve(answer)
    const at = seat
    if (!at?.call || !isMeant(at.call)) return meant.length > 0
    Atomics.store(at.calledOff, 0, 1)
    if (!at.isWaiting) giveGrace(at)
    settle(at, answer)
    return true
  }

  async function ask(method: string, input: unknown, signal?: AbortSignal): Promise<Result<Json>> {
    if (isClosed || signal?.aborted) return CANCELLED
    const job = jobOf(input)
    if (job && method === OPEN) callOff((older) => older.job?.asker === job.asker, SUPERSEDED)
    if (waiting.isFull) return TOO_MANY
    const { promise, resolve } = Promise.withResolvers<Result<Json>>()
    const call: Call = { method, input, job, isLong: isLongQuestion(method), resolve }
    // An opening that has begun goes on, for its result is kept.
    const leaveIt = () =>
      void callOff((one) => one === call && (method !== OPEN || seat?.call !== call), CANCELLED)
    signal?.addEventListener('abort', leaveIt)
    waiting.add(call)
    dispatch()
    const answer = await promise
    signal?.removeEventListener('abort', leaveIt)
    return answer
  }

  return {
    ask,
    cancel: (token) => callOff(({ job }) => job?.token === token, CANCELLED),
    close: async () => {
      isClosed = true
      for (const { resolve } of waiting.takeOut(() => true)) resolve(CANCELLED)
      if (seat) end(seat)
      await Promise.all(ending)
    },
  }
}
