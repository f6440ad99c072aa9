import { afterEach, describe, expect, it, vi } from 'vitest'
import { decoded, Json } from '#main/runs/json.ts'
import { MOST_WAITING_CALLS } from '#main/runs/waiting-calls.ts'
import { succeed } from '#shared/problem.ts'
import { PATIENT } from '../patience.ts'
import { problemOf } from '../store/support.ts'
import { EVENTS, job, start, stopTime, THERE, turning } from './open-thread.ts'
import type { Order } from './test-results.ts'

afterEach(() => vi.useRealTimers())

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
    const { asRaw } = start()
    const input = new Json(new TextEncoder().encode('{"do":"answer","value":"read there"}'))
    expect(decoded(await asRaw('results.open', input))).toEqual(succeed('read there'))
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
    expect(await open({ do: 'events', document: 'known', known: 'a stamp' })).toEqual(succeed(EVENTS))
    expect(wanted).toEqual([['known', 'a stamp']])
    expect(kept.bytes.byteLength).toBe(0)
  })

  it('are refused to it as they are here', async () => {
    const { open } = start()
    expect(problemOf(await open({ do: 'events', document: 'gone', known: null })).code).toBe(
      'document.unknown',
    )
  })
})

it('usage events that break down refuse the call that wants them, and harm nothing', async () => {
  const { open, look, defects } = start()
  await open({ do: 'remember', word: 'opened' })
  expect(problemOf(await open({ do: 'events', document: 'broken', known: null })).code).toBe('events.unread')
  expect(defects).toEqual([new Error('No disk.')])
  expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['opened', 'looked']))
})

it('an opening that is replaced before its events came ends nothing, however long that is ago', async () => {
  stopTime()
  const { open, look } = start()
  await open({ do: 'remember', word: 'kept' })
  const older = open({ do: 'events', document: 'known', known: null }, { job: job('older') })
  const newer = open({ do: 'remember', word: 'newer' }, { job: job('newer') })
  expect(problemOf(await older).code).toBe('result.superseded')
  expect(await newer).toEqual(succeed(['kept', 'newer']))
  vi.advanceTimersByTime(10_000)
  expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['kept', 'newer', 'looked']))
})

describe('how far a job is', () => {
  it.each(['results.open', 'results.variants'])(
    'is told of %s from 300 ms on, and at its end',
    async (method) => {
      stopTime()
      const { asRaw, toldOf } = start()
      const { turns, to } = turning()
      const asked = asRaw(method, { job: job('it'), do: 'progress', turns })
      vi.advanceTimersByTime(299)
      expect(toldOf(job('it'))).toEqual([])
      vi.advanceTimersByTime(1)
      expect(toldOf(job('it'))).toEqual([0])
      vi.useRealTimers()
      to(3)
      await vi.waitUntil(() => toldOf(job('it')).length === 2, PATIENT)
      to(10)
      expect(decoded(await asked)).toEqual(succeed('progressed'))
      expect(toldOf(job('it'))).toEqual([0, 0.3, 1, 1])
    },
  )

  it('is not told of one that is over sooner, nor of what is no job', async () => {
    stopTime()
    const { open, look, told } = start()
    await open({ do: 'answer', value: null }, { job: job('it') })
    vi.advanceTimersByTime(1000)
    const { turns, to } = turning()
    const looking = look({ do: 'progress', turns })
    vi.advanceTimersByTime(1000)
    to(10)
    await looking
    expect(told).toEqual([])
  })
})

const CANCELLED = { code: 'result.cancelled', message: 'The calculation was cancelled.', path: '' }

describe('a job that is called off by its token', () => {
  it('is left between two of its steps, with all that was opened before', async () => {
    const { open, look, analyse, cancel, toldOf, defects } = start()
    await open({ do: 'remember', word: 'before' })
    const { turns, to } = turning()
    const long = analyse({ do: 'progress', turns }, { job: job('it') })
    await vi.waitUntil(() => toldOf(job('it')).length > 0, PATIENT)
    stopTime()
    expect(cancel(job('it').token)).toBe(true)
    expect(problemOf(await long)).toEqual(CANCELLED)
    // Its end is told at once, and whatever else it says is heard by nobody.
    expect(toldOf(job('it'))).toEqual([0, 1])
    to(1)
    expect(await look({ do: 'remember', word: 'after' })).toEqual(succeed(['before', 'after']))
    expect(toldOf(job('it'))).toEqual([0, 1])
    // What is asked next is not called off with it.
    const next = turning()
    next.to(10)
    expect(await analyse({ do: 'progress', turns: next.turns })).toEqual(succeed('progressed'))
    expect(defects).toEqual([])
  })

  it('is ended with its thread where it does not listen, which leaves the calls behind it to a new one', async () => {
    const { open, look, cancel, toldOf, defects } = start()
    await open({ do: 'remember', word: 'before' })
    const endless = open({ do: 'spin' }, { job: job('it') })
    const behind = look({ do: 'remember', word: 'behind' })
    await vi.waitUntil(() => toldOf(job('it')).length > 0, PATIENT)
    expect(cancel(job('it').token)).toBe(true)
    expect(problemOf(await endless)).toEqual(CANCELLED)
    expect(await behind).toEqual(succeed(['behind']))
    expect(toldOf(job('it'))).toEqual([0, 1])
    expect(defects).toEqual([])
  })

  it('keeps its thread while that waits for usage events, and is left once they are there', async () => {
    const { open, look, cancel, wanted, bring } = start()
    await open({ do: 'remember', word: 'before' })
    const opening = open({ do: 'events', document: 'late', known: null }, { job: job('it') })
    await vi.waitUntil(() => wanted.length > 0, PATIENT)
    stopTime()
    expect(cancel(job('it').token)).toBe(true)
    expect(problemOf(await opening)).toEqual(CANCELLED)
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    bring()
    expect(await look({ do: 'remember', word: 'after' })).toEqual(succeed(['before', 'after']))
  })

  it('is not begun where it waited', async () => {
    const { open, look, cancel } = start()
    const { turns, to } = turning()
    const first = open({ do: 'progress', turns })
    const waiting = open({ do: 'remember', word: 'waited' }, { job: job('it') })
    expect(cancel(job('it').token)).toBe(true)
    expect(problemOf(await waiting)).toEqual(CANCELLED)
    to(10)
    await first
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['looked']))
  })

  it('is no other: there is none where nobody asked, nor where it was answered', async () => {
    const { open, look, cancel } = start()
    expect(cancel(job('it').token)).toBe(false)
    await open({ do: 'remember', word: 'opened' }, { job: job('it') })
    const looking = open({ do: 'remember', word: 'other' }, { job: job('another') })
    expect(cancel(job('it').token)).toBe(false)
    expect(await looking).toEqual(succeed(['opened', 'other']))
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['opened', 'other', 'looked']))
  })
})

describe('whoever opens a newer state', () => {
  it('calls off what they asked of an older one, under way or not, and waits for none of it', async () => {
    const { open, analyse, toldOf } = start()
    await open({ do: 'remember', word: 'old' }, { job: job('old') })
    const { turns, to } = turning()
    const underWay = analyse({ do: 'progress', turns }, { job: job('one') })
    const waiting = analyse({ do: 'remember', word: 'analysed' }, { job: job('two') })
    await vi.waitUntil(() => toldOf(job('one')).length > 0, PATIENT)
    stopTime()
    const newer = open({ do: 'remember', word: 'new' }, { job: job('new') })
    for (const asked of [underWay, waiting]) expect(problemOf(await asked).code).toBe('result.superseded')
    to(1)
    expect(await newer).toEqual(succeed(['old', 'new']))
  })

  it('calls off an older opening that waits', async () => {
    const { open } = start()
    const { turns, to } = turning()
    const first = open({ do: 'progress', turns }, { job: job('elsewhere', THERE) })
    const older = open({ do: 'remember', word: 'older' }, { job: job('older') })
    const newer = open({ do: 'remember', word: 'newer' }, { job: job('newer') })
    expect(problemOf(await older).code).toBe('result.superseded')
    to(10)
    await first
    expect(await newer).toEqual(succeed(['newer']))
  })

  it('says so in an input that nobody reads', async () => {
    const { asRaw, analyse, toldOf } = start()
    const { turns, to } = turning()
    const older = analyse({ do: 'progress', turns }, { job: job('older') })
    await vi.waitUntil(() => toldOf(job('older')).length > 0, PATIENT)
    stopTime()
    const written = JSON.stringify({ job: job('newer'), do: 'answer', value: 'read there' })
    const newer = asRaw('results.open', new Json(new TextEncoder().encode(written)))
    expect(problemOf(await older).code).toBe('result.superseded')
    to(1)
    expect(decoded(await newer)).toEqual(succeed('read there'))
  })

  it('disturbs nobody else, and nothing that is no job', async () => {
    const { open, look, analyse } = start()
    const { turns, to } = turning()
    const first = look({ do: 'progress', turns })
    const elsewhere = analyse({ do: 'remember', word: 'elsewhere' }, { job: job('one', THERE) })
    const plain = look({ do: 'remember', word: 'looked' })
    const newer = open({ do: 'remember', word: 'new' }, { job: job('new') })
    to(10)
    expect(await first).toEqual(succeed('progressed'))
    expect(await plain).toEqual(succeed(['looked']))
    expect(await newer).toEqual(succeed(['looked', 'new']))
    expect(await elsewhere).toEqual(succeed(['looked', 'new', 'elsewhere']))
  })
})

it('a long question waits until there is nothing else to answer', async () => {
  const { look, open, analyse } = start()
  const { turns, to } = turning()
  const first = look({ do: 'progress', turns })
  const asked = [
    analyse({ do: 'remember', word: 'first long' }),
    look({ do: 'remember', word: 'looked' }),
    analyse({ do: 'remember', word: 'second long' }),
    open({ do: 'remember', word: 'opened' }),
  ]
  to(10)
  await first
  await Promise.all(asked)
  const order = ['looked', 'opened', 'first long', 'second long', 'at last']
  expect(await look({ do: 'remember', word: 'at last' })).toEqual(succeed(order))
})

it('so many calls may wait, and one more is refused and never begun', async () => {
  const { look } = start()
  const { turns, to } = turning()
  const first = look({ do: 'progress', turns })
  const waiting = Array.from({ length: MOST_WAITING_CALLS }, () => look({ do: 'answer', value: 'waited' }))
  expect(problemOf(await look({ do: 'answer', value: 'one more' }))).toEqual({
    code: 'result.too_many',
    message: '200 questions about results are waiting already. Wait for some of them, and ask again.',
    path: '',
  })
  to(10)
  await first
  for (const answer of await Promise.all(waiting)) expect(answer).toEqual(succeed('waited'))
})

describe('a call that nobody waits for any more', () => {
  it('is not begun when its turn comes', async () => {
    const { open, look, analyse } = start()
    const { turns, to } = turning()
    const first = open({ do: 'progress', turns })
    const leaving = new AbortController()
    const { signal } = leaving
    const left = [
      open({ do: 'remember', word: 'left' }, { signal }),
      look({ do: 'remember', word: 'left' }, { signal }),
      analyse({ do: 'remember', word: 'left' }, { signal }),
    ]
    const stayed = open({ do: 'remember', word: 'stayed' }, { signal: new AbortController().signal })
    leaving.abort()
    for (const answer of await Promise.all(left)) expect(problemOf(answer)).toEqual(CANCELLED)
    expect(problemOf(await look({ do: 'remember', word: 'late' }, { signal }))).toEqual(CANCELLED)
    to(10)
    await first
    expect(await stayed).toEqual(succeed(['stayed']))
    expect(await look({ do: 'remember', word: 'looked' })).toEqual(succeed(['stayed', 'looked']))
  })

  it('is ended where it has begun, but for an opening, whose result is kept', async () => {
    const { open, look, analyse, toldOf } = start()
    const leaving = new AbortController()
    const { signal } = leaving
    const { turns, to } = turning()
    const long = analyse({ do: 'progress', turns }, { job: job('it'), signal })
    await vi.waitUntil(() => toldOf(job('it')).length > 0, PATIENT)
    stopTime()
    leaving.abort()
    expect(problemOf(await long)).toEqual(CANCELLED)
    to(1)
    const closing = new AbortController()
    const opening = open({ do: 'remember', word: 'opened' }, { signal: closing.signal })
    await look({ do: 'answer', value: null }, { signal: new AbortController().signal })
    closing.abort()
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
  const { open, look, close, toldOf, defects } = start()
  const asked = [open({ do: 'spin' }, { job: job('it') }), look({ do: 'answer', value: null })]
  await vi.waitUntil(() => toldOf(job('it')).length > 0, PATIENT)
  await close()
  for (const answer of await Promise.all([...asked, look({ do: 'answer', value: null })]))
    expect(problemOf(answer)).toEqual(CANCELLED)
  expect(defects).toEqual([])
  expect(toldOf(job('it')).at(-1)).toBe(1)
})
