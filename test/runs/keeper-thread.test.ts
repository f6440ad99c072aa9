import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decoded, Json } from '#main/runs/json.ts'
import { startKeeper } from '#main/runs/keeper-thread.ts'
import type { AppEvent } from '#shared/events.ts'
import { problemOf, valueOf } from '../store/support.ts'

const entry = new URL('test-keeper.ts', import.meta.url)

async function open(memoryMb = 256) {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-keeper-thread-'))
  const told: AppEvent[] = []
  const noted: string[] = []
  const started = await startKeeper({
    entry,
    place: { folder, isOwnFolder: true },
    memoryMb,
    events: { emit: (event) => void told.push(event) },
    note: (message, defect) =>
      void noted.push(`${message}: ${defect instanceof Error ? defect.message : String(defect)}`),
  })
  const keeper = valueOf(started)
  onTestFinished(async () => {
    await keeper.close()
    rmSync(folder, { recursive: true })
  })
  const done = () => readFileSync(join(folder, 'done.txt'), 'utf8').trim().split('\n')
  return { ...keeper, told, noted, done }
}

it('answers with what the thread says, in the order of asking, and tells its events before the answer', async () => {
  const { ask, told, noted, done } = await open()
  const order: string[] = []
  const asked = ['wait', 'tell', 'note'].map(async (method) => {
    const answer = decoded(await ask(method, { of: method }))
    order.push(method)
    return valueOf(answer)
  })
  expect(await Promise.all(asked)).toEqual(
    ['wait', 'tell', 'note'].map((method) => ({ method, input: { of: method } })),
  )
  expect(order).toEqual(['wait', 'tell', 'note'])
  expect(told).toEqual([{ kind: 'store' }])
  expect(noted).toEqual(['Something for the log: a defect'])
  expect(done()).toEqual(['open', 'wait', 'tell', 'note'])
  expect(problemOf(await ask('refuse', {})).code).toBe('x')
})

it('hands input that came as bytes over unread', async () => {
  const { ask } = await open()
  const input = new Json(new TextEncoder().encode('{"of":"bytes"}'))
  // The keeper of these tests answers with the input as it got it, and bytes in JSON are numbers by their places.
  const answer = decoded(await ask('look', input))
  expect(answer).toMatchObject({ value: { input: { bytes: { 0: 123, 13: 125 } } } })
  expect(input.bytes.byteLength).toBe(0)
})

it('is refused as the store is', async () => {
  const none = { emit: () => undefined }
  const started = await startKeeper({
    entry,
    place: { folder: '/in/use', isOwnFolder: true },
    events: none,
    note: () => undefined,
  })
  expect(problemOf(started)).toMatchObject({ code: 'store.in_use', message: 'In use.' })
})

it.each([
  ['break', 'broke down inside Tierwise'],
  ['fill', 'needed more than the 64 MB of memory that it may use'],
])(
  'refuses what waits when the thread ends over a call (%s), and opens it again for the next',
  async (act, why) => {
    const { ask, told, noted, done } = await open(64)
    const [broken, behind] = await Promise.all([ask(act, {}), ask('tell', {})])
    expect(problemOf(broken)).toEqual({
      code: 'store.broke_down',
      message: `Reading or writing documents ${why}. Everything saved before is kept; look whether this was done before you try again.`,
      path: '',
    })
    expect(problemOf(behind)).toEqual({
      code: 'store.broke_down',
      message: `Reading or writing documents ${why}, so this was not begun. Everything saved before is kept; try again.`,
      path: '',
    })
    expect(noted).toEqual([expect.stringContaining('The thread that keeps documents broke down')])
    // Whatever the call did is not told by it, so that everything is to be read again.
    expect(told).toEqual([{ kind: 'store' }])
    expect(valueOf(decoded(await ask('look', {})))).toEqual({ method: 'look', input: {} })
    expect(done()).toEqual(['open', 'open', 'look'])
  },
)

it('closes once everything that was asked is answered, and answers nothing after', async () => {
  const { ask, close, done } = await open()
  const asked = [ask('wait', {}), ask('look', {})]
  await close()
  expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true])
  expect(done()).toEqual(['open', 'wait', 'look', 'close'])
  expect(problemOf(await ask('look', {}))).toEqual({
    code: 'store.closing',
    message: 'Tierwise is stopping.',
    path: '',
  })
  expect(done()).toEqual(['open', 'wait', 'look', 'close'])
})

describe('an opening that brings documents up to this version', () => {
  /** A thread that never stops working on it, and what it told. */
  function migrating(signal: AbortSignal, hear: (told: readonly number[]) => void = () => undefined) {
    const parent = mkdtempSync(join(tmpdir(), 'tierwise-keeper-thread-'))
    onTestFinished(() => rmSync(parent, { recursive: true }))
    const folder = join(parent, 'of-an-older-version')
    mkdirSync(folder)
    const told: number[] = []
    const started = startKeeper({
      entry,
      place: { folder, isOwnFolder: true },
      events: { emit: () => undefined },
      note: () => undefined,
      onMigrating: (progress) => {
        told.push(progress)
        hear(told)
      },
      signal,
    })
    const pieces = () => Number.parseInt(readFileSync(join(folder, 'done.txt'), 'utf8'), 10)
    return { started, told, pieces }
  }

  it('tells how far it is, at a pace that can be read, and is called off though it is busy', async () => {
    const leaving = new AbortController()
    const { started, told, pieces } = migrating(leaving.signal, ({ length }) => {
      if (length === 4) leaving.abort()
    })
    expect(problemOf(await started).code).toBe('store.migration_cancelled')
    expect(told[0]).toBe(0)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(Math.max(...told)).toBeLessThanOrEqual(1)
    expect(pieces()).toBeGreaterThan(100 * told.length)
  })

  it('is not begun where it was called off before', async () => {
    const { started, told, pieces } = migrating(AbortSignal.abort())
    expect(problemOf(await started).code).toBe('store.migration_cancelled')
    expect({ told, pieces: pieces() }).toEqual({ told: [0], pieces: 0 })
  })
})
