import { afterEach, expect, it } from 'vitest'
import { decoded } from '#main/runs/json.ts'
import { createThreadedCalls } from '#main/runs/threaded-calls.ts'
import { Turns } from './pool.ts'
import type { Order } from './test-worker.ts'

const TEST_WORKER = new URL('test-worker.ts', import.meta.url)

const opened: ReturnType<typeof createThreadedCalls>[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((calls) => calls.close()))
})

function callsWith(size: number) {
  const calls = createThreadedCalls({ worker: TEST_WORKER, size })
  opened.push(calls)
  const call = async (order: Order, signal?: AbortSignal) =>
    decoded(await calls.answer('scenarios.run', order, signal))
  return { ...calls, call }
}

it('answers what the thread answers, and refuses what it refuses', async () => {
  const { call } = callsWith(1)
  expect(await call({ do: 'answer', value: { total: '94.00' } })).toEqual({
    ok: true,
    value: { total: '94.00' },
  })
  expect(await call({ do: 'refuse' })).toMatchObject({ problems: [{ code: 'test.refused', path: 'field' }] })
})

it('gives each caller its own answer, whichever comes first', async () => {
  const { call } = callsWith(2)
  const turns = new Turns()
  const slow = call({ do: 'wait', turns: turns.turns })
  expect(await call({ do: 'answer', value: 'quick' })).toEqual({ ok: true, value: 'quick' })
  turns.let()
  expect(await slow).toEqual({ ok: true, value: 'waited' })
})

it('ends what nobody waits for any more, and the next call has the thread', async () => {
  const { call } = callsWith(1)
  const gone = new AbortController()
  const endless = call({ do: 'spin' }, gone.signal)
  const next = call({ do: 'answer', value: 'next' })
  gone.abort()
  expect(await endless).toMatchObject({ problems: [{ code: 'run.cancelled' }] })
  expect(await next).toEqual({ ok: true, value: 'next' })
})

it('does not begin what nobody waits for', async () => {
  const { call } = callsWith(1)
  expect(await call({ do: 'spin' }, AbortSignal.abort())).toMatchObject({
    problems: [{ code: 'run.cancelled' }],
  })
})

it('leaves no caller without an answer when the thread breaks down, or all is closed', async () => {
  const { call, close } = callsWith(1)
  expect(await call({ do: 'exit' })).toMatchObject({ problems: [{ code: 'run.crashed' }] })
  // More than the pool remembers of those that ended.
  const left = Array.from({ length: 40 }, () => call({ do: 'spin' }))
  await close()
  for (const answer of await Promise.all([...left, call({ do: 'answer', value: 1 })]))
    expect(answer).toMatchObject({ problems: [{ code: 'run.cancelled' }] })
})
