import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { decoded, Json } from '#main/runs/json.ts'
import { startResults } from '#main/runs/results-thread.ts'
import type { AppEvent } from '#shared/events.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { PATIENT } from '../patience.ts'
import { problemOf } from '../store/support.ts'
import type { Order } from './test-results.ts'

const entry = new URL('test-results.ts', import.meta.url)

const EVENTS = [{ id: 'first' }]

afterEach(() => vi.useRealTimers())

function start(memoryMb = 256) {
  const told: AppEvent[] = []
  const defects: unknown[] = []
  const wanted: string[] = []
  const kept = new Json(new TextEncoder().encode(JSON.stringify(EVENTS)))
  const results = startResults({
    entry,
    memoryMb,
    keptEventsOf: (document) => {
      wanted.push(document)
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
  const ask = async (method: string, order: Order, signal?: AbortSignal): Promise<Result<unknown>> =>
    decoded(await results.ask(method, order, signal))
  const open = (order: Order, signal?: AbortSignal) => ask('results.open', order, signal)
  const look = (order: Order) => ask('results.ledger', order)
  const opened = () => told.flatMap((event) => (event.kind === 'opening' ? event.progress : []))
  return { ...results, open, look, told, opened, defects, wanted, kept }
}

/** Something that an order waits for, and where it is then. */
function turning() {
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const to = (at: number) => {
    Atomics.store(turns, 0, at)
    Atomics.notify(turns, 0)
  }
  return { turns, to }
}

describe('calls', () => {
  it('are answered in the order of asking, by one thread that remembers', async () => {
    const { open, look } = start()
    const asked = [
      open({ do: 'remember', word: 'opened' }),
      look({ do: 'refuse' }),
      look({ do: 'remember', word: 'looked' }),
    ]
    const [first, second, third] = await Promise.all(asked)
    expect(first).toEqual(succeed(['opened']))
    expect(second).toMatchObject({ problems: [{ code: 'test.refused', path: 'field' }] })
    expect(third).toEqual(succeed(['opened', 'looked']))
  })

  it('hand over input that came as bytes, unread', async () => {
    const { ask } = start()
    const input = new Json(new TextEncoder().encode('{"do":"answer","value":"read there"}'))
    expect(decoded(await ask('results.open', input))).toEqual(succeed('read there'))
    expect(input.bytes.byteLength).toBe(0)
  })

  it('that break in their handler are told as defects, and harm nothing', async () => {
    const { open, look, defects } = start()
    await open({ do: 'remember', word: 'opened' })
    expect(problemOf(await look({ do: 'throwInHandler' })).code).toBe('internal.error')
    expect(defects).toEqual([new Error('in the handler')])
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['opened', 'looked']))
  })
})

describe('usage events that a call wants', () => {
  it('are brought to it as bytes that change hands', async () => {
    const { open, wanted, kept } = start()
    expect(await open({ do: 'events', document: 'known' })).toEqual(succeed(EVENTS))
    expect(wanted).toEqual(['known'])
    expect(kept.bytes.byteLength).toBe(0)
  })

  it('are refused to it as they are here', async () => {
    const { open } = start()
    expect(problemOf(await open({ do: 'events', document: 'gone' })).code).toBe('document.unknown')
  })
})

describe('how far an opening is', () => {
  it('is told from 300 ms on, and at its end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { open, opened } = start()
    const { turns, to } = turning()
    const opening = open({ do: 'progress', turns })
    vi.advanceTimersByTime(299)
    expect(opened()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(opened()).toEqual([0])
    vi.useRealTimers()
    to(3)
    await vi.waitUntil(() => opened().length === 2, PATIENT)
    to(10)
    expect(await opening).toEqual(succeed('progressed'))
    expect(opened()).toEqual([0, 0.3, 1, 1])
  })

  it('is not told of one that is over sooner, nor of a look into a result', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { open, look, opened } = start()
    await open({ do: 'answer', value: null })
    vi.advanceTimersByTime(1000)
    const { turns, to } = turning()
    const looking = look({ do: 'progress', turns })
    vi.advanceTimersByTime(1000)
    to(10)
    await looking
    expect(opened()).toEqual([])
  })
})

const CANCELLED = { code: 'result.cancelled', message: 'The calculation was cancelled.', path: '' }

describe('an opening that is cancelled', () => {
  it('ends whatever it is doing, tells that it is over, and leaves the calls behind it to a new thread', async () => {
    const { open, look, cancel, opened, defects } = start()
    await open({ do: 'remember', word: 'before' })
    const endless = open({ do: 'spin' })
    const behind = look({ do: 'remember', word: 'behind' })
    await vi.waitUntil(() => opened().length > 0, PATIENT)
    expect(cancel()).toBe(true)
    expect(problemOf(await endless)).toEqual(CANCELLED)
    expect(opened()).toEqual([0, 1])
    expect(await behind).toEqual(succeed(['behind']))
    expect(defects).toEqual([])
  })

  it('is the one under way: there is none where nothing is opened', async () => {
    const { open, look, cancel } = start()
    expect(cancel()).toBe(false)
    await open({ do: 'remember', word: 'opened' })
    const looking = look({ do: 'remember', word: 'looked' })
    expect(cancel()).toBe(false)
    expect(await looking).toEqual(succeed(['opened', 'looked']))
  })
})

describe('an opening that nobody waits for any more', () => {
  it('is not begun when its turn comes', async () => {
    const { open, look } = start()
    const { turns, to } = turning()
    const first = open({ do: 'progress', turns })
    const leaving = new AbortController()
    const left = open({ do: 'remember', word: 'left' }, leaving.signal)
    const stayed = open({ do: 'remember', word: 'stayed' }, new AbortController().signal)
    leaving.abort()
    to(10)
    await first
    expect(problemOf(await left)).toEqual(CANCELLED)
    expect(await stayed).toEqual(succeed(['stayed']))
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['stayed', 'looked']))
  })

  it('goes on where it has begun, for its result is kept', async () => {
    const { open, look } = start()
    const leaving = new AbortController()
    const opening = open({ do: 'remember', word: 'opened' }, leaving.signal)
    leaving.abort()
    expect(await opening).toEqual(succeed(['opened']))
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['opened', 'looked']))
  })
})

describe('a thread that ends by itself', () => {
  const REST =
    'Nothing that is saved is concerned; open results are worked out again when they are asked for.'

  it.each<[Order['do'] & ('throwOutside' | 'exit' | 'eatMemory'), string, string]>([
    ['throwOutside', 'result.broke_down', 'broke down inside Tierwise'],
    ['exit', 'result.broke_down', 'broke down inside Tierwise'],
    ['eatMemory', 'result.out_of_memory', 'needed more than the 64 MB of memory that it may use'],
  ])(
    '(%s) takes the call that it was at with it, says so, and is replaced for the next',
    async (act, code, why) => {
      const { open, look, defects } = start(64)
      await open({ do: 'remember', word: 'before' })
      const [opening, behind, looking, last] = await Promise.all([
        open({ do: act }),
        look({ do: 'remember', word: 'behind' }),
        look({ do: act }),
        open({ do: 'remember', word: 'last' }),
      ])
      expect(problemOf(opening)).toEqual({
        code,
        message: `Working out the result ${why}. ${REST}`,
        path: '',
      })
      expect(behind).toEqual(succeed(['behind']))
      expect(problemOf(looking)).toEqual({
        code,
        message: `Looking into the result ${why}. ${REST}`,
        path: '',
      })
      expect(last).toEqual(succeed(['last']))
      expect(defects).toHaveLength(2)
      for (const defect of defects) expect(defect).toBeInstanceOf(Error)
    },
  )
})

it('leaves no caller without an answer when all is closed', async () => {
  const { open, look, close, opened, defects } = start()
  const asked = [open({ do: 'spin' }), look({ do: 'answer', value: null })]
  await vi.waitUntil(() => opened().length > 0, PATIENT)
  await close()
  for (const answer of await Promise.all([...asked, look({ do: 'answer', value: null })]))
    expect(problemOf(answer)).toEqual(CANCELLED)
  expect(defects).toEqual([])
  expect(opened().at(-1)).toBe(1)
})
