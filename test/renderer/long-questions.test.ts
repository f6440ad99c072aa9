import { QueryObserver } from '@tanstack/query-core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Invoke, Output } from '#shared/api.ts'
import { refuse, type Result, succeed } from '#shared/result.ts'
import { openWith } from '#renderer/queries/open-results.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import {
  askCancelledAgain,
  cancelQuestion,
  forgetCancelled,
  heardOfQuestion,
  useLongQuestions,
} from '#renderer/state/long-questions.ts'

type Failures = Output<'results.bothFailures'>

const QUESTION = { id: 'a' }
const NONE: Result<Failures> = succeed([])
const refusedFor = (code: string): Result<never> => refuse({ code, message: 'No.', path: '' })
const shown = () => useLongQuestions.getState()

/** What the API was asked as a job, and how each is answered when a test says so. */
interface Asked {
  readonly job: { readonly asker: string; readonly token: string }
  readonly answer: (answer: Result<Failures>) => void
}
let asked: Asked[]
let cancelled: string[]
let settle: () => void

beforeEach(() => {
  asked = []
  cancelled = []
  answers.client.clear()
  forgetCancelled()
  const settled = Promise.withResolvers<void>()
  settle = settled.resolve
  openWith({ reopen: () => Promise.resolve(false), settled: () => settled.promise })
  const invoke = (method: string, input: { readonly token: string; readonly job: Asked['job'] }) => {
    if (method !== 'results.cancel') return new Promise((answer) => asked.push({ job: input.job, answer }))
    cancelled.push(input.token)
    return Promise.resolve(succeed({ cancelled: true }))
  }
  const anywhere: Invoke = (method, input) => Reflect.apply(invoke, undefined, [method, input])
  setBackend({ invoke: anywhere, subscribe: () => () => undefined })
})

/** Something on the screen that shows the question until it is left. */
function show() {
  const observer = new QueryObserver(answers.client, answers.optionsOf('results.bothFailures', QUESTION))
  return { leave: observer.subscribe(() => undefined), value: () => observer.getCurrentResult() }
}

const job = (place: number): Asked => {
  const found = asked[place]
  if (!found) throw new Error(`Nothing was asked ${place + 1} times.`)
  return found
}

describe('a long question', () => {
  it('is a job of its own, of one asker, which tells how far it is', async () => {
    const first = answers.ask('results.bothFailures', QUESTION)
    const second = answers.ask('results.bothFailures', { id: 'b' })
    expect(asked).toHaveLength(2)
    expect(job(0).job.asker).toBe(job(1).job.asker)
    expect(job(0).job.token).not.toBe(job(1).job.token)
    heardOfQuestion(job(1).job.token, 0.4)
    heardOfQuestion('that of another window', 0.7)
    expect(shown().asked.map(({ method, progress }) => [method, progress])).toEqual([
      ['results.bothFailures', null],
      ['results.bothFailures', 0.4],
    ])
    for (const { answer } of asked) answer(NONE)
    expect(await Promise.all([first, second])).toEqual([NONE, NONE])
    expect(shown().asked).toEqual([])
  })

  it('is called off where nobody shows it any more', async () => {
    const { leave } = show()
    expect(cancelled).toEqual([])
    leave()
    expect(cancelled).toEqual([job(0).job.token])
    job(0).answer(refusedFor('result.cancelled'))
    await expect.poll(() => shown().asked).toEqual([])
  })

  it('that an edit called off is asked again once the edit is settled, and no word is said of it', async () => {
    const { leave, value } = show()
    job(0).answer(refusedFor('result.superseded'))
    await expect.poll(() => shown().asked).toEqual([])
    expect(value()).toMatchObject({ isFetching: true, error: null })
    expect(asked).toHaveLength(1)
    settle()
    await expect.poll(() => asked.length).toBe(2)
    job(1).answer(NONE)
    await expect.poll(() => value().data).toEqual(NONE)
    expect(cancelled).toEqual([])
    leave()
  })

  it('that an edit called off is not asked again where it is shown no more', async () => {
    const { leave } = show()
    job(0).answer(refusedFor('result.superseded'))
    await expect.poll(() => shown().asked).toEqual([])
    leave()
    settle()
    await new Promise((resolve) => setTimeout(resolve))
    expect(asked).toHaveLength(1)
  })

  it('that a person called off can be asked again where it is shown', async () => {
    const { leave, value } = show()
    cancelQuestion(job(0).job.token)
    expect(cancelled).toEqual([job(0).job.token])
    job(0).answer(refusedFor('result.cancelled'))
    await expect.poll(() => value().isError).toBe(true)
    expect(shown().isCancelled).toBe(true)
    askCancelledAgain()
    expect(shown().isCancelled).toBe(false)
    await expect.poll(() => asked.length).toBe(2)
    job(1).answer(NONE)
    await expect.poll(() => value().data).toEqual(NONE)
    leave()
  })
})
