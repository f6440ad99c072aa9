import { onTestFinished, vi } from 'vitest'
import { decoded, Json } from '#main/runs/json.ts'
import { startResults } from '#main/runs/results-thread.ts'
import type { AppEvent } from '#shared/events.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Job } from '#shared/job-token.ts'
import type { Order } from './test-results.ts'

const entry = new URL('test-results.ts', import.meta.url)

export const EVENTS = [{ id: 'first' }]

/** A window, and another. */
export const [HERE, THERE] = ['the-window-that-asks', 'another-window-asks']

export const job = (name: string, asker = HERE): Job => ({ asker, token: `the-token-of-the-job-${name}` })

interface Asking {
  readonly job?: Job
  readonly signal?: AbortSignal
}

export function start(memoryMb = 256) {
  const told: AppEvent[] = []
  const defects: unknown[] = []
  const wanted: (readonly [document: string, known: string | null])[] = []
  const late = Promise.withResolvers<Result<unknown>>()
  const bring = () => late.resolve(succeed(kept))
  const kept = new Json(new TextEncoder().encode(JSON.stringify(EVENTS)))
  const results = startResults({
    entry,
    memoryMb,
    keptEventsOf: (document, stamp) => {
      wanted.push([document, stamp])
      if (document === 'late') return late.promise
      if (document === 'broken') return Promise.reject(new Error('No disk.'))
      return Promise.resolve(
        document === 'known'
          ? succeed(kept)
          : refuse({ code: 'document.unknown', message: 'No.', path: 'id' }),
      )
    },
    events: { emit: (event) => void told.push(event) },
    onDefect: (error) => void defects.push(error),
  })
  onTestFinished(() => results.close())
  const ask = async (method: string, order: Order, asking: Asking = {}): Promise<Result<unknown>> => {
    const input = asking.job ? { job: asking.job, ...order } : order
    return decoded(await results.ask(method, input, asking.signal))
  }
  const open = (order: Order, asking?: Asking) => ask('results.open', order, asking)
  const look = (order: Order, asking?: Asking) => ask('results.ledger', order, asking)
  const analyse = (order: Order, asking?: Asking) => ask('results.bestUpgrades', order, asking)
  const toldOf = ({ token }: Job) =>
    told.flatMap((event) => (event.kind === 'job' && event.token === token ? event.progress : []))
  return { ...results, asRaw: results.ask, open, look, analyse, told, toldOf, defects, wanted, bring, kept }
}

/** From here on no time passes here: however busy the machine is, the thread is given long enough to listen. */
export const stopTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

/** Something that an order waits for, and where it is then. */
export function turning() {
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const to = (at: number) => {
    Atomics.store(turns, 0, at)
    Atomics.notify(turns, 0)
  }
  return { turns, to }
}
