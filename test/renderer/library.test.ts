import { beforeEach, expect, it, vi } from 'vitest'
import type { Invoke } from '#shared/api.ts'
import type { DocumentSummary } from '#shared/library.ts'
import { ListInput } from '#shared/library.ts'
import { refuse, succeed } from '#shared/problem.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { EMPTY_LIBRARY, refreshLibrary, useLibrary } from '#renderer/state/library.ts'
import { PATIENT } from '../patience.ts'

const AT = '2026-11-20T12:00:00.000Z'

const documents = (count: number): readonly DocumentSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `3f0c0f52-0d6e-4a6b-9a35-${String(index).padStart(12, '0')}`,
    kind: 'scenario',
    name: `Scenario ${String(index)}`,
    revision: 1,
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
  }))

/** A store of so many scenarios; before the second page is asked for one more is made, which moves the others on. */
function storeOf(count: number, isGrowing = false): void {
  let stored = documents(count)
  const invoke: Invoke = async (method, input) => {
    if (method !== 'library.list') return refuse({ code: 'test.unasked', message: method, path: '' })
    const { limit, offset } = ListInput.parse(input)
    if (isGrowing && offset > 0) stored = [...documents(count + 1).slice(-1), ...stored]
    return JSON.parse(JSON.stringify(succeed(stored.slice(offset, offset + limit))))
  }
  setBackend({ invoke, subscribe: () => () => undefined })
}

const names = () => useLibrary.getState().documents?.map(({ name }) => name)

beforeEach(() => useLibrary.setState(EMPTY_LIBRARY, true))

it.each([0, 1, 999, 1000, 1001, 2500])(
  'lists all of %i scenarios, however many the store answers at once',
  async (count) => {
    storeOf(count)
    refreshLibrary()
    await vi.waitFor(() => expect(names()).toEqual(documents(count).map(({ name }) => name)), PATIENT)
  },
)

it('lists none twice that moved to the next page meanwhile', async () => {
  storeOf(1500, true)
  refreshLibrary()
  await vi.waitFor(() => expect(names()).toHaveLength(1500), PATIENT)
  expect(new Set(names()).size).toBe(1500)
})
