import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HistoryState } from '#shared/library.ts'
import { answers } from '#renderer/state/answers.ts'
import { startAutosave } from '#renderer/state/autosave.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow } from '#renderer/state/draft.ts'
import { isDirty, openScenario, redo, reopen, saveNow, takeSummary, undo } from '#renderer/state/edits.ts'
import { heard } from '#renderer/state/events.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { fetchScenario, NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { type FakeLibrary, fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

const usage = () => useInputs.getState().usage
const open = () => useOpenScenario.getState()

/** What the buttons of undo and redo say. */
async function history(): Promise<HistoryState> {
  const answer = await answers.ask('history.state', { scope: SCENARIO_ID })
  if (!answer.ok) throw new Error('There is no history.')
  return answer.value
}

/** What lists say of the open scenario. */
async function stored() {
  const answer = await fetchScenario(SCENARIO_ID)
  if (!answer) throw new Error('Nothing is open.')
  const { content: _content, ...summary } = answer
  return summary
}

describe('the open scenario', () => {
  let library: FakeLibrary

  beforeEach(async () => {
    library = fakeLibrary(content())
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    answers.client.clear()
    library.bridge.subscribe((event) => heard(event, () => undefined))
    await openScenario(SCENARIO_ID)
  })

  it('keeps an edit with its label, once', async () => {
    setInputs({ usage: 500_000 })
    expect(isDirty()).toBe(true)
    await saveNow()
    await saveNow()
    expect(library.labels()).toEqual(['Change usage to 500,000'])
    expect(library.content().scenario.usage).toMatchObject({ monthly: '500000' })
    expect(open().save).toEqual({ kind: 'saved' })
    expect(await history()).toEqual({ undo: 'Change usage to 500,000', redo: null })
  })

  it('undoes and redoes what is on screen', async () => {
    setInputs({ usage: 500_000 })
    await saveNow()
    setInputs({ billing: 'annual' })
    await undo()
    expect(useInputs.getState()).toMatchObject({ usage: 500_000, billing: 'monthly' })
    expect(await history()).toEqual({ undo: 'Change usage to 500,000', redo: 'Bill annually' })
    await undo()
    expect(usage()).toBe(400_000)
    await redo()
    await redo()
    expect(useInputs.getState()).toMatchObject({ usage: 500_000, billing: 'annual' })
  })

  it('bears its new name in what is billed at once, and keeps an edit that waits', async () => {
    setInputs({ usage: 500_000 })
    await takeSummary({ ...(await stored()), name: 'Acme' })
    expect(contentNow()?.scenario).toMatchObject({ name: 'Acme', usage: { monthly: '500000' } })
    expect(open().document?.name).toBe('Acme')
    await saveNow()
    expect(isDirty()).toBe(false)
    await takeSummary({ ...(await stored()), name: 'Acme Inc.' })
    expect(contentNow()?.scenario.name).toBe('Acme Inc.')
    expect(isDirty()).toBe(false)
  })

  it('does not take its own echo for somebody else’s edit', async () => {
    // The echo comes before the answer, and the next change while the first is being kept.
    library.bridge.subscribe(() => {
      if (usage() === 500_000) setInputs({ usage: 600_000 })
    })
    setInputs({ usage: 500_000 })
    await saveNow()
    expect(usage()).toBe(600_000)
    await saveNow()
    expect(usage()).toBe(600_000)
    expect(library.labels()).toEqual(['Change usage to 500,000', 'Change usage to 600,000'])
  })

  it('follows another window while nothing is being changed', async () => {
    library.editElsewhere(content({ billing: 'annual' }), 'Bill annually')
    await saveNow()
    expect(useInputs.getState().billing).toBe('annual')
    expect(await history()).toEqual({ undo: 'Bill annually', redo: null })
    expect(open().notice).toBeNull()
  })

  it('keeps a change on top of what another window kept first', async () => {
    setInputs({ usage: 500_000 })
    library.editElsewhere(content({ billing: 'annual' }), 'Bill annually')
    await saveNow()
    expect(useInputs.getState()).toMatchObject({ usage: 500_000, billing: 'annual' })
    expect(library.content().scenario).toMatchObject({ billing: 'annual', usage: { monthly: '500000' } })
    expect(open()).toMatchObject({ notice: null, save: { kind: 'saved' } })
    expect(library.labels()).toEqual(['Bill annually', 'Change usage to 500,000'])
  })

  it('undoes its own edit, and not that of another window which was first', async () => {
    setInputs({ usage: 500_000 })
    library.editElsewhere(content({ billing: 'annual' }), 'Bill annually')
    await undo()
    expect(library.labels()).toEqual(['Bill annually'])
    expect(useInputs.getState()).toMatchObject({ usage: 400_000, billing: 'annual' })
  })

  it('says why an edit was not kept, keeps it on screen, and keeps it when that is mended', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    setInputs({ usage: 500_000 })
    await saveNow()
    expect(open().save).toEqual({ kind: 'failed', reason: 'The disk is full.' })
    expect(usage()).toBe(500_000)
    library.refuseEdits(null)
    await saveNow()
    expect(open().save).toEqual({ kind: 'saved' })
    expect(library.labels()).toEqual(['Change usage to 500,000'])
  })

  it('keeps a change that is on screen before everything is read again', async () => {
    setInputs({ usage: 500_000 })
    expect(await reopen()).toBe(true)
    expect(usage()).toBe(500_000)
    expect(library.labels()).toEqual(['Change usage to 500,000'])
  })

  it('leaves on screen what cannot be kept while the store is where it was', async () => {
    library.refuseEdits({ code: 'input.invalid', message: 'No.', path: '' })
    setInputs({ usage: 500_000 })
    expect(await reopen()).toBe(true)
    expect(usage()).toBe(500_000)
    expect(open().save).toEqual({ kind: 'failed', reason: 'No.' })
  })

  it('says that it is in the bin when it cannot be kept for that, and keeps it once it is out', async () => {
    library.bin(true, false)
    setInputs({ usage: 500_000 })
    await saveNow()
    expect(open().document?.deletedAt).not.toBeNull()
    expect(open().save.kind).toBe('failed')
    library.bin(false)
    await saveNow()
    expect(open()).toMatchObject({ document: { deletedAt: null }, save: { kind: 'saved' } })
    expect(library.labels()).toEqual(['Change usage to 500,000'])
  })

  it('takes back with undo what could not be kept', async () => {
    library.refuseEdits({ code: 'input.invalid', message: 'No.', path: '' })
    setInputs({ usage: 500_000 })
    await undo()
    expect(usage()).toBe(400_000)
    expect(open().save).toEqual({ kind: 'saved' })
  })

  describe('when the store may have changed unheard', () => {
    it('saves a change that could not be kept meanwhile, where nothing else has happened', async () => {
      setInputs({ usage: 500_000 })
      expect(await reopen()).toBe(true)
      expect([usage(), isDirty(), open().notice]).toEqual([500_000, false, null])
      expect(library.labels()).toEqual(['Change usage to 500,000'])
    })

    it('keeps the change on top of a state that was restored under the same number, and says so', async () => {
      setInputs({ usage: 500_000 })
      library.restore(content({ billing: 'annual' }))
      expect(await reopen()).toBe(true)
      expect(useInputs.getState()).toMatchObject({ usage: 500_000, billing: 'annual' })
      expect(library.content().scenario).toMatchObject({ billing: 'annual', usage: { monthly: '500000' } })
      expect(open().save).toEqual({ kind: 'saved' })
      expect(open().notice).toContain('restored or changed meanwhile')
    })

    it('keeps a change on screen that cannot be kept, and why', async () => {
      library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
      setInputs({ usage: 500_000 })
      library.restore(content({ billing: 'annual' }))
      await reopen()
      expect([usage(), isDirty()]).toEqual([500_000, true])
      expect(open().save).toEqual({ kind: 'failed', reason: 'The disk is full.' })
    })

    it('shows what is in the store where nothing was changed here', async () => {
      library.restore(content({ billing: 'annual' }))
      await reopen()
      expect(useInputs.getState()).toMatchObject({ usage: 400_000, billing: 'annual' })
      expect(open().notice).toBeNull()
    })
  })

  describe('with usage in streams', () => {
    const opened = async (...monthly: readonly string[]) => {
      const streams = monthly.map((each, index) => ({
        id: `stream ${String(index)}`,
        product: 'text-to-speech',
        model: 'Any',
        monthly: each,
        pattern: { kind: 'flat' as const },
      }))
      library = fakeLibrary(content({ usage: { kind: 'streams', streams } }))
      setBackend(library.bridge)
      useOpenScenario.setState(NOTHING_OPEN, true)
      await openScenario(SCENARIO_ID)
    }

    it('shows what the engine says they burn a month', async () => {
      await opened('200', '50.6')
      expect(usage()).toBe(251)
      expect(open().unbilled).toBeNull()
      expect(isDirty()).toBe(false)
    })

    it('shows none, and why, where the engine cannot tell', async () => {
      await opened()
      expect(usage()).toBe(0)
      expect(open().unbilled).toMatchObject({ code: 'test.unbilled' })
    })
  })

  it('says that usage written out was replaced', async () => {
    library = fakeLibrary(content({ usage: { kind: 'series', credits: ['100', '300'] } }))
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    await openScenario(SCENARIO_ID)
    expect(usage()).toBe(200)
    setInputs({ usage: 250 })
    await saveNow()
    expect(open().notice).toContain('taken the place of the usage written out')
  })
})

describe('keeping by itself', () => {
  let library: FakeLibrary
  let surface: EventTarget
  let autosave: ReturnType<typeof startAutosave>

  beforeEach(async () => {
    library = fakeLibrary(content())
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    await openScenario(SCENARIO_ID)
    vi.useFakeTimers()
    surface = new EventTarget()
    autosave = startAutosave(surface)
  })
  afterEach(() => {
    autosave.stop()
    vi.useRealTimers()
  })

  it('waits for the last of quick changes', async () => {
    for (const to of [410_000, 420_000, 430_000]) {
      setInputs({ usage: to })
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(library.labels()).toEqual([])
    expect(open().save).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(200)
    expect(library.labels()).toEqual(['Change usage to 430,000'])
    expect(open().save).toEqual({ kind: 'saved' })
  })

  it('makes one revision of a drag, however long it rests under the button', async () => {
    surface.dispatchEvent(new Event('pointerdown'))
    setInputs({ usage: 410_000 })
    await vi.advanceTimersByTimeAsync(2000)
    setInputs({ usage: 420_000 })
    await vi.advanceTimersByTimeAsync(2000)
    expect(library.labels()).toEqual([])
    surface.dispatchEvent(new Event('pointerup'))
    await vi.advanceTimersByTimeAsync(60)
    expect(library.labels()).toEqual(['Change usage to 420,000'])
  })

  it('makes a revision of each of two gestures, however soon the second follows, so that each is undone by itself', async () => {
    setInputs({ usage: 410_000 })
    surface.dispatchEvent(new Event('pointerdown'))
    setInputs({ billing: 'annual' })
    surface.dispatchEvent(new Event('pointerup'))
    await vi.advanceTimersByTimeAsync(60)
    expect(library.labels()).toEqual(['Change usage to 410,000', 'Bill annually'])
    await undo()
    expect(useInputs.getState()).toMatchObject({ usage: 410_000, billing: 'monthly' })
  })

  it('makes none of a drag that comes back', async () => {
    setInputs({ usage: 410_000 })
    setInputs({ usage: 400_000 })
    await vi.advanceTimersByTimeAsync(500)
    expect(library.labels()).toEqual([])
    expect(open().save).toEqual({ kind: 'saved' })
  })

  it('keeps what is there when the page goes', async () => {
    setInputs({ usage: 410_000 })
    surface.dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(0)
    expect(library.labels()).toEqual(['Change usage to 410,000'])
  })
})
