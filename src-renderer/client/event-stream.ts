import { type Bridge, EVENT_PATH } from '#shared/bridge.ts'
import type { AppEvent, Listener } from '#shared/events.ts'
import type { Reach } from './reach.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/** The headers under which this window may ask. */
export type HeadersNow = () => Promise<Readonly<Record<string, string>>>

/**
 * Events over HTTP: one request, which is open as long as anybody listens, for all listeners. A connection that breaks
 * is made again, waiting longer each time; what was missed meanwhile nobody knows, so listeners are then told that
 * everything they read is out of date. A token that is refused is not tried again. `reached` is told how the host was
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

function reachOf(response: Response | null): Reach {
  if (!response) return 'silent'
  return response.status === 401 || response.status === 403 ? 'foreign' : 'answers'
}

async function listen(headersNow: HeadersNow, { tell, reached }: Told, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS
  let hasListened = false
  while (!signal.aborted) {
    const response = await fetch(EVENT_PATH, { headers: await headersNow(), signal }).catch(() => null)
    if (signal.aborted) return
    const reach = reachOf(response)
    reached(reach)
    if (reach === 'foreign') return
    if (response?.ok && response.body) {
      if (hasListened) tell({ kind: 'store' })
      hasListened = true
      wait = FIRST_WAIT_MS
      await readLines(response.body, (line) => {
        // The host is ours; its tests hold each line to this type.
        const event: AppEvent = JSON.parse(line)
        tell(event)
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
