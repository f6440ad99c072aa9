import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shownLate } from '#main/hosts/shown-late.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const shown: number[] = []
  return { shown, ...shownLate((progress) => shown.push(progress)) }
}

it('shows nothing of what is done within half a second', () => {
  const { shown, tell, end } = watched()
  tell(0)
  vi.advanceTimersByTime(400)
  tell(0.9)
  vi.advanceTimersByTime(90)
  end()
  vi.advanceTimersByTime(10_000)
  expect(shown).toEqual([])
})

it('shows how far it is by then of what takes longer, and all that is told from then on', () => {
  const { shown, tell } = watched()
  tell(0)
  tell(0.2)
  vi.advanceTimersByTime(500)
  expect(shown).toEqual([0.2])
  tell(0.3)
  tell(0.4)
  expect(shown).toEqual([0.2, 0.3, 0.4])
})

it('shows that nothing is done yet, where nothing more is told', () => {
  const { shown, tell } = watched()
  tell(0)
  vi.advanceTimersByTime(500)
  expect(shown).toEqual([0])
})
