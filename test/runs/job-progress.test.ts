import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { jobProgress } from '#main/runs/job-progress.ts'
import type { AppEvent } from '#shared/events.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const TOKEN = 'the-token-of-the-asker'

function following() {
  const told: AppEvent[] = []
  return { told, ...jobProgress(TOKEN, (event) => void told.push(event)) }
}

const at = (progress: number): AppEvent => ({ kind: 'job', token: TOKEN, progress })

it('first tells how far it is by then, and that it is over when it is', () => {
  const { told, ...progress } = following()
  progress.at(0.4)
  vi.advanceTimersByTime(299)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([at(0.4)])
  progress.at(0.7)
  progress.end()
  expect(told).toEqual([at(0.4), at(0.7), at(1)])
})

it('tells nothing of what is over in a moment, not even later', () => {
  const { told, ...progress } = following()
  progress.at(0.4)
  vi.advanceTimersByTime(299)
  progress.end()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([])
})
