import { type Bridge, EVENT_PATH, type Farewell } from '#shared/bridge.ts'
import type { AppEvent, Listener } from '#shared/events.ts'
import type { Result } from '#shared/result.ts'
import { type Reach, reachOf, reachOfCode } from './reach.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/** The headers under which this window may ask, or why it was not let in. */
export type HeadersNow = () => Promise<Result<Readonly<Record<string, string>>>>

/**
 * Events over HTTP: one request, which is open as long as anybody listens, for all listeners. A connection that breaks
 * is made again, waiting longer each time; what was missed meanwhile nobody knows, so listeners are then told that
 * everything they read is out of date. A window that is refused does not try again. `reached` is told how the host was
 * found by each attempt: nobody has to ask for something first to learn that it is gone.
 */
export function eventStream(
  headersNow: HeadersNow,
  reached: (reach: Reach) => void = () => undefined,
): Bridge['subscribe'] {
  const listeners = new Set<Listener>()
  const tell = (event: AppEvent) => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        reportError(error)
      }
    }
  }
  let listening: AbortController | null = null

  return (listener) => {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const own: Listener = (event) => listener(event)
    listeners.add(own)
    if (!listening) {
      listening = new AbortController()
      void listen(headersNow, { tell, reached }, listening.signal)
    }
    return () => {
      listeners.delete(own)
      if (listeners.size > 0) return
      listening?.abort()
      listening = null
    }
  }
}

interface Told {
  readonly tell: Listener
  readonly reached: (reach: Reach) => void
}

async function reachBy(response: Response | null): Promise<Reach> {
  if (!response) return 'silent'
  if (response.ok) return 'answers'
  // The host is ours, and its tests hold it to this type; what else answers there is no host of this window's.
  const answer: Result<unknown> | null = await response.json().catch(() => null)
  const reach = answer?.ok === false ? reachOf(answer.problems) : 'answers'
  return reach === 'answers' && REFUSALS.has(response.status) ? 'foreign' : reach
}

const REFUSALS: ReadonlySet<number> = new Set([401, 403])
const isRefused = (reach: Reach): boolean => reach === 'foreign' || reach === 'shut'

async function listen(headersNow: HeadersNow, { tell, reached }: Told, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS
  let hasListened = false
  while (!signal.aborted) {
    const headers = await headersNow()
    if (!headers.ok) return reached(reachOf(headers.problems))
    const response = await fetch(EVENT_PATH, { headers: headers.value, signal }).catch(() => null)
    const reach = await reachBy(response)
    if (signal.aborted) return
    reached(reach)
    if (isRefused(reach)) return
    if (response?.ok && response.body) {
      if (hasListened) tell({ kind: 'store' })
      hasListened = true
      wait = FIRST_WAIT_MS
      await readLines(response.body, (line) => {
        // The host is ours; its tests hold each line to this type.
        const told: AppEvent | Farewell = JSON.parse(line)
        if (told.kind === 'farewell') reached(reachOfCode(told.code))
        else tell(told)
      })
    }
    await pause(wait, signal)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

/** Resolves when the stream ends, whether properly or not. */
async function readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>, take: (line: string) => void) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const chunk = await reader.read().catch(() => null)
    if (!chunk || chunk.done) return
    const lines = (rest + chunk.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') take(line)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}
