import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventStream } from '#renderer/client/event-stream.ts'
import type { AppEvent } from '#shared/events.ts'
import { refuse, succeed } from '#shared/result.ts'

const open = (id: string): AppEvent => ({ kind: 'open', id })
const line = (event: AppEvent) => `${JSON.stringify(event)}\n`
const encoder = new TextEncoder()

/** One connection that the page made: what it asked with, and the host's end of the stream. */
interface Connection {
  readonly path: string
  readonly headers: unknown
  readonly signal: AbortSignal
  readonly send: (text: string) => void
  readonly end: () => void
}

let connections: Connection[]
let answer: (body: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<Response>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  connections = []
  answer = (body) => Promise.resolve(new Response(body))
  vi.stubGlobal('fetch', (path: string, init: RequestInit & { readonly signal: AbortSignal }) => {
    let send: Connection['send'] = () => undefined
    let end: Connection['end'] = () => undefined
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        send = (text) => controller.enqueue(encoder.encode(text))
        end = () => controller.close()
        init.signal.addEventListener('abort', () => controller.error(new Error('aborted')))
      },
    })
    const made = { path, headers: init.headers, signal: init.signal, send, end }
    connections.push(made)
    return answer(body)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => new Promise((resolve) => setImmediate(resolve))
const heard = () => {
  const events: AppEvent[] = []
  return { events, listener: (event: AppEvent) => void events.push(event) }
}
function connection(index: number): Connection {
  const found = connections[index]
  if (!found) throw new Error(`there is no connection ${index}`)
  return found
}

const keyless = () => Promise.resolve(succeed({}))

describe('the stream of events', () => {
  it('is asked for with the token, once for all who listen', async () => {
    const subscribe = eventStream(() => Promise.resolve(succeed({ 'x-tierwise-token': 'secret' })))
    subscribe(() => undefined)
    subscribe(() => undefined)
    await settle()
    expect(connections).toHaveLength(1)
    expect(connection(0)).toMatchObject({ path: '/events', headers: { 'x-tierwise-token': 'secret' } })
  })

  it('tells every listener of every event, however its bytes were cut', async () => {
    const subscribe = eventStream(keyless)
    const [first, second] = [heard(), heard()]
    subscribe(first.listener)
    subscribe(second.listener)
    await settle()
    const text = line(open('a')) + line(open('b'))
    connection(0).send(text.slice(0, 9))
    connection(0).send(`${text.slice(9)}\n`)
    await settle()
    expect(first.events).toEqual([open('a'), open('b')])
    expect(second.events).toEqual(first.events)
  })

  it('tells the others although one fails', async () => {
    const report = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', report)
    const subscribe = eventStream(keyless)
    const { events, listener } = heard()
    subscribe(() => {
      throw new Error('mine')
    })
    subscribe(listener)
    await settle()
    connection(0).send(line(open('a')))
    await settle()
    expect(events).toEqual([open('a')])
    expect(report).toHaveBeenCalledTimes(1)
  })

  it('ends with its last listener, and begins again with the next', async () => {
    const subscribe = eventStream(keyless)
    const stopFirst = subscribe(() => undefined)
    const stopSecond = subscribe(() => undefined)
    await settle()
    stopFirst()
    expect(connection(0).signal.aborted).toBe(false)
    stopSecond()
    expect(connection(0).signal.aborted).toBe(true)
    subscribe(() => undefined)
    await settle()
    expect(connections).toHaveLength(2)
  })
})

describe('a stream that breaks', () => {
  it('is made again, and everything read before is then out of date', async () => {
    const { events, listener } = heard()
    eventStream(keyless)(listener)
    await settle()
    connection(0).end()
    await settle()
    await vi.advanceTimersByTimeAsync(500)
    await settle()
    expect(connections).toHaveLength(2)
    expect(events).toEqual([{ kind: 'store' }])
  })

  it('is tried after longer and longer, up to ten seconds', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'))
    eventStream(keyless)(() => undefined)
    await settle()
    const tries: number[] = []
    for (const wait of [500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
      await vi.advanceTimersByTimeAsync(wait - 1)
      await settle()
      const before = connections.length
      await vi.advanceTimersByTimeAsync(1)
      await settle()
      tries.push(connections.length - before)
    }
    expect(tries).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(connections).toHaveLength(8)
  })

  it('tells that nobody is there any more, and that somebody is again', async () => {
    const found: string[] = []
    eventStream(keyless, (reach) => found.push(reach))(() => undefined)
    await settle()
    const made = answer
    answer = () => Promise.reject(new TypeError('fetch failed'))
    connection(0).end()
    await settle()
    await vi.advanceTimersByTimeAsync(500)
    await settle()
    expect(found).toEqual(['answers', 'silent'])
    answer = made
    await vi.advanceTimersByTimeAsync(1000)
    await settle()
    expect(found).toEqual(['answers', 'silent', 'answers'])
  })

  it('is not tried again while nobody listens', async () => {
    const stop = eventStream(keyless)(() => undefined)
    await settle()
    connection(0).end()
    await settle()
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(connections).toHaveLength(1)
  })

  it.each([401, 403])('is given up when the token is refused with %i', async (status) => {
    answer = () => Promise.resolve(new Response('{}', { status }))
    const found: string[] = []
    eventStream(keyless, (reach) => found.push(reach))(() => undefined)
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(connections).toHaveLength(1)
    expect(found).toEqual(['foreign'])
  })

  it('is not asked for by a window that was not let in, which says why', async () => {
    const twice = refuse({ code: 'http.ticket_twice', message: 'No.', path: 'ticket' })
    const found: string[] = []
    eventStream(
      () => Promise.resolve(twice),
      (reach) => found.push(reach),
    )(() => undefined)
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(connections).toHaveLength(0)
    expect(found).toEqual(['shut'])
  })
})

describe('a stream that the host ends', () => {
  const farewell = (code: string) => `${JSON.stringify({ kind: 'farewell', code })}\n`

  it('says that it stops, which is no event, and is tried again', async () => {
    const { events, listener } = heard()
    const found: string[] = []
    eventStream(keyless, (reach) => found.push(reach))(listener)
    await settle()
    connection(0).send(farewell('host.stopping'))
    connection(0).end()
    await settle()
    expect(found).toEqual(['answers', 'stopped'])
    await vi.advanceTimersByTimeAsync(500)
    await settle()
    expect(connections).toHaveLength(2)
    expect(events).toEqual([{ kind: 'store' }])
  })

  it('says that this window was shut out, and is given up once it is refused for that', async () => {
    const found: string[] = []
    eventStream(keyless, (reach) => found.push(reach))(() => undefined)
    await settle()
    connection(0).send(farewell('http.ended'))
    connection(0).end()
    const refused = refuse({ code: 'http.ended', message: 'No.', path: '' })
    answer = () => Promise.resolve(Response.json(refused, { status: 401 }))
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(connections).toHaveLength(2)
    expect(found).toEqual(['answers', 'shut', 'shut'])
  })
})
