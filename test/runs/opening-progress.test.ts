import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openingProgress } from '#main/runs/opening-progress.ts'
import type { AppEvent } from '#shared/events.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function following() {
  const told: AppEvent[] = []
  return { told, ...openingProgress((event) => void told.push(event)) }
}

const at = (progress: number): AppEvent => ({ kind: 'opening', progress })

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
