import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Invoke } from '#shared/api.ts'
import type { AppEvent } from '#shared/events.ts'
import { type DocumentSummary, ListInput } from '#shared/library.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { unreachable } from '#renderer/client/unreachable.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { heard } from '#renderer/state/events.ts'
import { redoInLibrary, renameScenario, undoInLibrary } from '#renderer/state/library-actions.ts'
import { EMPTY_LIBRARY, searchFor, showBin, sortBy, useLibrary } from '#renderer/state/library.ts'
import { neighbourOf, readListAgain, scenarioList } from '#renderer/state/scenario-list.ts'
import { PATIENT } from '../patience.ts'

const AT = '2026-11-20T12:00:00.000Z'

const idOf = (index: number): string => `3f0c0f52-0d6e-4a6b-9a35-${String(index).padStart(12, '0')}`

const summaryOf = (index: number): DocumentSummary => ({
  id: idOf(index),
  kind: 'scenario',
  name: `Scenario ${String(index)}`,
  revision: 1,
  createdAt: AT,
  updatedAt: AT,
  deletedAt: null,
})

const documents = (count: number): readonly DocumentSummary[] =>
  Array.from({ length: count }, (_, index) => summaryOf(index))

/** A store of so many scenarios. */
class Store {
  stored = documents(0)
  /** Refuses to be read for this reason. */
  refusal: Result<never> | null = null
  /** Comes before a page is answered. */
  beforePage: (offset: number) => Promise<void> = () => Promise.resolve()
  asked: string[] = []

  constructor(count: number) {
    this.stored = documents(count)
    setBackend({ invoke: this.#invoke, subscribe: () => () => undefined })
  }

  #invoke: Invoke = async (method, input) => JSON.parse(JSON.stringify(await this.#answer(method, input)))

  async #answer(method: string, input: unknown): Promise<Result<unknown>> {
    if (method === 'library.rename') return this.#rename(Object(input))
    if (method !== 'library.list') return refuse({ code: 'test.unasked', message: method, path: '' })
    const { deleted, search, limit, offset } = ListInput.parse(input)
    this.asked.push(`${deleted ? 'bin' : 'in use'} “${search}” from ${String(offset)}`)
    const found = this.stored.filter(
      ({ name, deletedAt }) => name.includes(search) && (deletedAt !== null) === deleted,
    )
    await this.beforePage(offset)
    return this.refusal ?? succeed(found.slice(offset, offset + limit))
  }

  #rename({ id, name }: { readonly id: string; readonly name: string }): Result<DocumentSummary> {
    this.stored = this.stored.map((one) => (one.id === id ? { ...one, name } : one))
    const renamed = this.stored.find((one) => one.id === id)
    return renamed ? succeed(renamed) : refuse({ code: 'library.unknown', message: 'None.', path: 'id' })
  }
}

const names = () => scenarioList.now().value?.map(({ name }) => name)
const unread = () => scenarioList.now().unread.map(({ message }) => message)
const expectNames = (...expected: readonly string[]) =>
  vi.waitFor(() => expect(names()).toEqual(expected), PATIENT)

const CHANGED: AppEvent = { kind: 'document', document: summaryOf(0) }
const told = (event: AppEvent): void => heard(event, () => undefined)

let leave: () => void = () => undefined
/** The Scenarios screen is gone to. */
const show = (): void => {
  leave = scenarioList.subscribe(() => undefined)
}

beforeEach(() => {
  answers.client.clear()
  showBin(true)
  useLibrary.setState(EMPTY_LIBRARY, true)
})
afterEach(() => leave())

describe('the list of scenarios', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])(
    'holds all of %i, however many the store answers at once',
    async (count) => {
      const store = new Store(count)
      show()
      await expectNames(...documents(count).map(({ name }) => name))
      // A full page may have another one behind it.
      expect(store.asked).toHaveLength(Math.floor(count / 1000) + 1)
    },
  )

  it('holds none twice that moved to the next page meanwhile', async () => {
    const store = new Store(1500)
    store.beforePage = async (offset) => {
      if (offset === 0) store.stored = [...documents(1501).slice(-1), ...store.stored]
    }
    show()
    await vi.waitFor(() => expect(names()).toHaveLength(1500), PATIENT)
    expect(new Set(names()).size).toBe(1500)
  })

  it('stays while others are searched for, and is never that of an older search', async () => {
    const store = new Store(12)
    show()
    await vi.waitFor(() => expect(names()).toHaveLength(12), PATIENT)
    const held = Promise.withResolvers<undefined>()
    store.beforePage = () => held.promise
    searchFor('1')
    searchFor('11')
    expect(names()).toHaveLength(12)
    held.resolve(undefined)
    await expectNames('Scenario 11')
    searchFor('1')
    await expectNames('Scenario 1', 'Scenario 10', 'Scenario 11')
  })

  it('is not shown as what lies in the bin', async () => {
    const store = new Store(3)
    show()
    await vi.waitFor(() => expect(names()).toHaveLength(3), PATIENT)
    showBin(true)
    expect(names()).toBeUndefined()
    await expectNames()
    expect(store.asked).toEqual(['in use “” from 0', 'bin “” from 0'])
  })

  it('is asked for once for all that show it, and not again when its screen is come back to', async () => {
    const store = new Store(2)
    show()
    const leaveToo = scenarioList.subscribe(() => undefined)
    await expectNames('Scenario 0', 'Scenario 1')
    leaveToo()
    leave()
    show()
    await expectNames('Scenario 0', 'Scenario 1')
    expect(store.asked).toHaveLength(1)
  })

  it('is asked for anew once this window has changed something', async () => {
    const store = new Store(2)
    show()
    await expectNames('Scenario 0', 'Scenario 1')
    await renameScenario(idOf(1), 'Budget')
    await expectNames('Scenario 0', 'Budget')
    expect(store.asked).toHaveLength(2)
  })

  it('is asked for anew once another window has, and only when it is shown', async () => {
    const store = new Store(2)
    show()
    await expectNames('Scenario 0', 'Scenario 1')
    leave()
    store.stored = documents(3)
    told(CHANGED)
    told({ kind: 'history', scope: 'library' })
    expect(store.asked).toHaveLength(1)
    show()
    await expectNames('Scenario 0', 'Scenario 1', 'Scenario 2')
  })

  it('is asked for anew where it was let go of while nobody showed it', async () => {
    const store = new Store(2)
    show()
    await expectNames('Scenario 0', 'Scenario 1')
    leave()
    // As the library does with what nobody has shown for some minutes.
    answers.client.clear()
    store.stored = documents(3)
    told(CHANGED)
    show()
    await expectNames('Scenario 0', 'Scenario 1', 'Scenario 2')
  })

  it('is read again where something changed while it was first read', async () => {
    const store = new Store(1)
    const held = Promise.withResolvers<undefined>()
    store.beforePage = () => held.promise
    show()
    await vi.waitFor(() => expect(store.asked).toHaveLength(1), PATIENT)
    store.stored = documents(2)
    told(CHANGED)
    held.resolve(undefined)
    await expectNames('Scenario 0', 'Scenario 1')
  })

  it('stays as it was where it cannot be read, says why, and is whole again once it can', async () => {
    const store = new Store(2)
    show()
    await expectNames('Scenario 0', 'Scenario 1')
    store.refusal = refuse({ code: 'store.failed', message: 'The disk failed.', path: '' })
    told(CHANGED)
    await vi.waitFor(() => expect(unread()).toEqual(['The disk failed.']), PATIENT)
    expect(names()).toEqual(['Scenario 0', 'Scenario 1'])
    searchFor('1')
    expect(unread()).toEqual(['The disk failed.'])
    store.refusal = unreachable()
    readListAgain()
    await vi.waitFor(() => expect(unread()).toEqual(['Tierwise does not answer.']), PATIENT)
    expect(names()).toEqual(['Scenario 0', 'Scenario 1'])
    store.refusal = null
    told({ kind: 'store' })
    await expectNames('Scenario 1')
    expect(unread()).toEqual([])
  })

  it('is not read to its end once nobody wants to know any more', async () => {
    const store = new Store(2500)
    const held = Promise.withResolvers<undefined>()
    store.beforePage = () => held.promise
    show()
    await vi.waitFor(() => expect(store.asked).toHaveLength(1), PATIENT)
    searchFor('Scenario 7')
    held.resolve(undefined)
    // 7, ten of 70 to 79 and a hundred of 700 to 799.
    await vi.waitFor(() => expect(names()).toHaveLength(111), PATIENT)
    expect(store.asked).toEqual(['in use “” from 0', 'in use “Scenario 7” from 0'])
  })

  it('names the row that takes the place of one that goes', async () => {
    const { asked } = new Store(3)
    show()
    sortBy('name')
    await vi.waitFor(() => expect(names()).toHaveLength(3), PATIENT)
    expect([0, 1, 2].map((index) => neighbourOf(idOf(index)))).toEqual([idOf(1), idOf(2), idOf(1)])
    expect(asked).toHaveLength(1)
  })
})

describe('undo in the library', () => {
  it('that has nothing to do says nothing, as its button shows; one that should have says why not', async () => {
    const { asked } = new Store(0)
    await undoInLibrary()
    expect(useLibrary.getState().report).toBeNull()
    answers.keep('history.state', { scope: 'library' }, succeed({ undo: 'Delete “May”', redo: null }))
    await undoInLibrary()
    expect(useLibrary.getState().report).toEqual({ kind: 'refused', text: 'history.undo' })
    answers.keep('history.state', { scope: 'library' }, succeed({ undo: 'Delete “May”', redo: null }))
    useLibrary.setState({ report: null })
    await redoInLibrary()
    expect(useLibrary.getState().report).toBeNull()
    // Nobody shows the list.
    expect(asked).toEqual([])
  })
})
