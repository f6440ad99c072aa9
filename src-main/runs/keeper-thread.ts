import type { AppEvent } from '#shared/events.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { isOutOfMemory } from './crash-problem.ts'
import { crossing, Json } from './json.ts'
import type { KeeperData, KeeperPlace, KeeperReport, KeeperRequest } from './keeper-messages.ts'
import { startThread } from './thread.ts'

export interface KeeperThreadOptions {
  /** The file the thread runs, which calls `serveKeeper`. */
  readonly entry: string | URL
  readonly place: KeeperPlace
  /** Heap the thread may use, in MB. */
  readonly memoryMb?: number
  /** Told of what happens to documents. */
  readonly events: { readonly emit: (event: AppEvent) => void }
  readonly note: (message: string, defect?: unknown) => void
  /** Told how far it is, from 0 to 1 and some ten times a second, while documents are brought up to this version. */
  readonly onMigrating?: (progress: number) => void
  /** Calls that off, however busy the thread is; `startKeeper` is then refused as the store is. */
  readonly signal?: AbortSignal
}

/** The store in a thread of its own, so that windows are answered however large a document is that it reads. */
export interface KeeperThread {
  /**
   * Answers a call that needs the store, in the order of asking. Refused with `store.broke_down` where the thread ended
   * before it answered: whether the call that it was at was done shows in the store, which the next call opens again, and
   * those behind it were not begun.
   */
  readonly ask: (method: string, input: unknown) => Promise<Result<Json>>
  /** Closes the store once everything that was asked is answered. */
  readonly close: () => Promise<void>
}

const MEMORY_MB = 1024

/** Resolves when the store is open, or refused in words for a person. */
export async function startKeeper(options: KeeperThreadOptions): Promise<Result<KeeperThread>> {
  let current: Promise<Result<OpenThread>> | null = null
  let isClosing = false
  const opened = (): Promise<Result<OpenThread>> =>
    (current ??= openThread(options, () => {
      current = null
    }))
  const first = await opened()
  if (!first.ok) return first
  return succeed({
    ask: async (method, input) => {
      if (isClosing) return CLOSING
      const thread = await opened()
      return thread.ok ? thread.value.ask(method, input) : thread
    },
    close: async () => {
      isClosing = true
      const thread = await current
      if (thread?.ok) await thread.value.close()
    },
  })
}

const CLOSING = refuse({ code: 'store.closing', message: 'Tierwise is stopping.', path: '' })

interface OpenThread {
  readonly ask: KeeperThread['ask']
  readonly close: () => Promise<void>
}

function openThread(
  { entry, place, memoryMb = MEMORY_MB, events, note, onMigrating, signal }: KeeperThreadOptions,
  onEnd: () => void,
): Promise<Result<OpenThread>> {
  const calledOff = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const callOff = () => void Atomics.store(new Int32Array(calledOff), 0, 1)
  if (signal?.aborted) callOff()
  signal?.addEventListener('abort', callOff)
  const waiting = new Map<number, (result: Result<Json>) => void>()
  const opening = Promise.withResolvers<Result<OpenThread>>()
  const ended = Promise.withResolvers<void>()
  let asked = 0
  let broken: Result<never> | null = null
  let isExpectedToEnd = true

  const thread = startThread<KeeperRequest, KeeperReport>({
    entry,
    memoryMb,
    data: { place, calledOff } satisfies KeeperData,
    onReport: hear,
    onEnd: leave,
  })
  const ask: OpenThread['ask'] = (method, input) => {
    if (broken) return Promise.resolve(broken)
    const { promise, resolve } = Promise.withResolvers<Result<Json>>()
    const id = asked++
    waiting.set(id, resolve)
    const [message, transfer] = crossing(input)
    thread.give({ kind: 'call', id, method, input: message }, transfer)
    return promise
  }
  const close = () => {
    isExpectedToEnd = true
    if (!broken) thread.give({ kind: 'close' })
    return ended.promise
  }

  function hear(report: KeeperReport): void {
    switch (report.kind) {
      case 'migrating':
        return onMigrating?.(report.progress)
      case 'opened':
        signal?.removeEventListener('abort', callOff)
        isExpectedToEnd = !report.result.ok
        return opening.resolve(report.result.ok ? succeed({ ask, close }) : report.result)
      case 'answer': {
        const { result } = report
        waiting.get(report.id)?.(result.ok ? succeed(new Json(result.value)) : result)
        return void waiting.delete(report.id)
      }
      case 'event':
        return events.emit(report.event)
      case 'note':
        return note(report.message, report.defect)
    }
  }

  function leave(why: unknown): void {
    signal?.removeEventListener('abort', callOff)
    onEnd()
    if (why !== undefined) note('The thread that keeps documents broke down', why)
    const { begun, notBegun } = brokenDown(why, memoryMb)
    broken = notBegun
    opening.resolve(broken)
    const [first, ...others] = waiting.values()
    first?.(begun)
    for (const resolve of others) resolve(notBegun)
    // What it did last it may not have told.
    if (!isExpectedToEnd) events.emit({ kind: 'store' })
    ended.resolve()
  }
  return opening.promise
}

/** What was answered is on the disk, and the calls behind the one that was being answered wait for it. */
interface BrokenDown {
  /** Of that one all may have happened or nothing, each change being one transaction. */
  readonly begun: Result<never>
  readonly notBegun: Result<never>
}

function brokenDown(why: unknown, memoryMb: number): BrokenDown {
  const what = isOutOfMemory(why)
    ? `Reading or writing documents needed more than the ${memoryMb} MB of memory that it may use`
    : 'Reading or writing documents broke down inside Tierwise'
  const refused = (message: string) => refuse({ code: 'store.broke_down', message, path: '' })
  return {
    begun: refused(
      `${what}. Everything saved before is kept; look whether this was done before you try again.`,
    ),
    notBegun: refused(`${what}, so this was not begun. Everything saved before is kept; try again.`),
  }
}
