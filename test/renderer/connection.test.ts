import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unreachable } from '#renderer/client/unreachable.ts'
import { invoke, setBackend } from '#renderer/state/backend.ts'
import { followConnection, noteReach, useConnection } from '#renderer/state/connection.ts'
import { refuse, type Result } from '#shared/problem.ts'

const reach = () => useConnection.getState().reach
const refusedFor = (code: string) => refuse({ code, message: 'No.', path: '' })

/** What is found when a call is answered so. */
async function foundBy(answer: Result<never>): Promise<string> {
  setBackend({ invoke: () => Promise.resolve(answer), subscribe: () => () => undefined })
  await invoke('catalogs.list', {})
  return reach()
}

describe('whether Tierwise answers', () => {
  beforeEach(() => noteReach('answers'))

  it('is told by every call, a refusal among them: somebody refused', async () => {
    expect(await foundBy(unreachable())).toBe('silent')
    expect(await foundBy(refusedFor('http.token'))).toBe('foreign')
    expect(await foundBy(refusedFor('http.other_user'))).toBe('foreign')
    expect(await foundBy(refusedFor('store.full'))).toBe('answers')
  })

  it('is told of one that stops, and of one that shut this window out', async () => {
    expect(await foundBy(refusedFor('http.ended'))).toBe('shut')
    expect(await foundBy(refusedFor('http.ticket_twice'))).toBe('shut')
    expect(await foundBy(refusedFor('host.stopping'))).toBe('stopped')
    // It said so: that nobody answers any more is what was to come.
    expect(await foundBy(unreachable())).toBe('stopped')
    // What was asked before it stopped may be answered after: only the stream of events tells that it is there again.
    expect(await foundBy(refusedFor('store.full'))).toBe('stopped')
    noteReach('answers')
    expect(await foundBy(unreachable())).toBe('silent')
  })

  it('is one thing at a time: the newest that was found', async () => {
    expect(await foundBy(unreachable())).toBe('silent')
    // Started again meanwhile: that nobody answers is not true any more.
    expect(await foundBy(refusedFor('http.token'))).toBe('foreign')
  })
})

describe('what could not be asked', () => {
  const again = vi.fn<() => void>()
  const attempt = vi.fn<() => void>()
  let leave: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    again.mockClear()
    attempt.mockClear()
    noteReach('answers')
    leave = followConnection(attempt, again)
  })
  afterEach(() => {
    leave()
    vi.useRealTimers()
  })

  it.each(['silent', 'stopped'] as const)(
    'is asked again by itself once somebody answers after it was %s',
    async (before) => {
      noteReach(before)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(again).not.toHaveBeenCalled()
      expect(attempt).toHaveBeenCalledTimes(5)
      noteReach('answers')
      await vi.advanceTimersByTimeAsync(10_000)
      expect(again).toHaveBeenCalledTimes(1)
      expect(attempt).toHaveBeenCalledTimes(5)
    },
  )

  it('waits for an answer that is not the last one', async () => {
    noteReach('silent')
    noteReach('answers')
    await vi.advanceTimersByTimeAsync(299)
    noteReach('silent')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(again).not.toHaveBeenCalled()
  })
})
