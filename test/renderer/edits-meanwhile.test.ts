import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '#shared/account.ts'
import type { Method } from '#shared/api.ts'
import { succeed } from '#shared/result.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow, editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { isDirty, letGo, openScenario, redo, reopen, revertTo, saveNow, undo } from '#renderer/state/edits.ts'
import { heard } from '#renderer/state/events.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { isAsSeen } from '#renderer/state/unsaved.ts'
import { type FakeLibrary, fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

const OTHER_ID = '3f0c0f52-0d6e-4a6b-9a35-2f1a5c1f0a22'

const member = (id: string): Member => ({ id, role: 'member', seat: 'basic', locked: false })
const invite = (id: string) =>
  editAccount(`Add ${id}`, (account) => ({ ...account, members: [...account.members, member(id)] }))
const lock = (id: string) =>
  editAccount(`Lock ${id}`, (account) =>
    account.members.some((one) => one.id === id && !one.locked)
      ? {
          ...account,
          members: account.members.map((one) => (one.id === id ? { ...one, locked: true } : one)),
        }
      : account,
  )
const people = (account: WindowAccount | undefined) => account?.members.map(({ id }) => id)
const onScreen = () => people(contentNow()?.scenario)
const open = () => useOpenScenario.getState()
const withPeople = (...ids: readonly string[]): WindowContent => content({ members: ids.map(member) })

let library: FakeLibrary
/** What is done the moment that a call reaches the store, once. */
let onCall: Map<Method, () => void>

beforeEach(async () => {
  library = fakeLibrary(withPeople())
  onCall = new Map()
  setBackend({
    ...library.bridge,
    invoke: async (method, input) => {
      const act = onCall.get(method)
      onCall.delete(method)
      act?.()
      const answer = await library.bridge.invoke(method, input)
      const isOther = method === 'library.get' && JSON.stringify(input).includes(OTHER_ID)
      return isOther
        ? JSON.parse(
            JSON.stringify(succeed({ ...open().document, id: OTHER_ID, content: withPeople('Zoe') })),
          )
        : answer
    },
  })
  useOpenScenario.setState(NOTHING_OPEN, true)
  useInputs.setState(LANDING, true)
  answers.client.clear()
  library.bridge.subscribe((event) => heard(event, () => undefined))
  await openScenario(SCENARIO_ID)
})

/** Ann is kept, and while `act` waits for `call` Ben is added and the usage set on Compare. */
async function meanwhile(call: Method, act: () => Promise<unknown>): Promise<void> {
  onCall.set(call, () => {
    invite('Ben')
    setInputs({ usage: 500_000 })
  })
  await act()
}

describe('what is changed while the store works', () => {
  beforeEach(async () => {
    invite('Ann')
    await saveNow()
  })

  it.each([
    { name: 'an undo is taken', call: 'history.undo' },
    { name: 'what was undone is read', call: 'library.get' },
  ] as const)('stays while $name, and is kept on top', async ({ call }) => {
    await meanwhile(call, undo)
    expect(onScreen()).toEqual(['Ben'])
    expect(useInputs.getState().usage).toBe(500_000)
    expect(open().save).toEqual({ kind: 'saving' })
    await saveNow()
    expect(people(library.content().scenario)).toEqual(['Ben'])
    expect(library.labels()).toEqual(['Add Ben and change usage to 500,000'])
  })

  it.each(['history.redo', 'library.get'] as const)('stays while a redo waits for %s', async (call) => {
    await undo()
    await meanwhile(call, redo)
    expect(onScreen()).toEqual(['Ann', 'Ben'])
    expect(useInputs.getState().usage).toBe(500_000)
  })

  it('stays while an old version is gone back to', async () => {
    await meanwhile('library.revert', () => revertTo(1))
    expect(onScreen()).toEqual(['Ben'])
    await saveNow()
    expect(library.labels()).toEqual([
      'Add Ann',
      'Go back to revision 1',
      'Add Ben and change usage to 500,000',
    ])
  })

  it('stays while what another window kept is read', async () => {
    const usage = { kind: 'streams' as const, streams: [] }
    onCall.set('scenarios.monthlyUsage', () => invite('Ben'))
    library.editElsewhere(content({ usage, members: [member('Zoe')] }), 'Use streams')
    await saveNow()
    await saveNow()
    expect(people(library.content().scenario)).toEqual(['Zoe', 'Ben'])
  })

  it('stays while the scenario is opened again', async () => {
    await meanwhile('library.get', () => openScenario(SCENARIO_ID))
    expect(onScreen()).toEqual(['Ann', 'Ben'])
    expect(isDirty()).toBe(true)
  })

  it('stays while everything is read again', async () => {
    await meanwhile('library.get', reopen)
    expect(onScreen()).toEqual(['Ann', 'Ben'])
  })

  it('is kept of the scenario it was made in, where another one is being opened', async () => {
    await meanwhile('library.get', () => openScenario(OTHER_ID))
    expect(onScreen()).toEqual(['Zoe'])
    expect(isDirty()).toBe(false)
    expect(library.labels()).toEqual(['Add Ann', 'Add Ben and change usage to 500,000'])
  })

  it('stays where an old version is gone back to, and what cannot be kept is not', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    invite('Max')
    await meanwhile('library.revert', () => revertTo(1))
    expect(onScreen()).toEqual(['Ben'])
  })

  it('is not opened over where it cannot be kept', async () => {
    onCall.set('library.get', () => {
      invite('Ben')
      library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    })
    expect(await openScenario(OTHER_ID)).toBe('unsaved')
    expect(onScreen()).toEqual(['Ann', 'Ben'])
  })
})

describe('what is changed after a step was asked for', () => {
  it('is not what the step undoes', async () => {
    invite('Ann')
    const undone = undo()
    invite('Ben')
    setInputs({ usage: 500_000 })
    await undone
    expect(onScreen()).toEqual(['Ben'])
    expect(library.labels()).toEqual([])
    await saveNow()
    expect(library.labels()).toEqual(['Add Ben and change usage to 500,000'])
  })

  it('stays where what was there before cannot be kept and is taken back', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    setInputs({ months: 24 })
    invite('Ann')
    const undone = undo()
    invite('Ben')
    await undone
    expect(onScreen()).toEqual(['Ben'])
    expect(useInputs.getState().months).toBe(12)
    library.refuseEdits(null)
    await saveNow()
    expect(library.labels()).toEqual(['Add Ben'])
  })

  it('is taken back by one undo each where nothing can be kept', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    invite('Ann')
    await saveNow()
    setInputs({ months: 24 })
    invite('Ben')
    await saveNow()
    invite('Cem')
    await undo()
    expect(onScreen()).toEqual(['Ann', 'Ben'])
    // They were to be kept together.
    await undo()
    expect([onScreen(), useInputs.getState().months]).toEqual([['Ann'], 12])
    await undo()
    expect(onScreen()).toEqual([])
  })

  it('stays where what was there before is let go of', async () => {
    invite('Ann')
    const gone = letGo()
    invite('Ben')
    await gone
    expect(onScreen()).toEqual(['Ben'])
  })

  it('lands in no other scenario that is opened without it', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    invite('Ann')
    onCall.set('library.get', () => invite('Ben'))
    expect(await openScenario(OTHER_ID, 'discard')).toBe('shown')
    expect(onScreen()).toEqual(['Zoe'])
    expect(isDirty()).toBe(false)
  })

  it('is all let go of that was there when another scenario was to be opened without it', async () => {
    library.refuseEdits({ code: 'store.full', message: 'The disk is full.', path: '' })
    invite('Ann')
    const opened = openScenario(SCENARIO_ID, 'discard')
    invite('Ben')
    expect(await opened).toBe('shown')
    expect(onScreen()).toEqual(['Ben'])
  })
})

describe('where another window was first', () => {
  it('makes every edit anew on its state, in order', async () => {
    invite('Ann')
    invite('Ben')
    lock('Ann')
    library.editElsewhere(withPeople('Zoe'), 'Add Zoe')
    await saveNow()
    expect(library.content().scenario.members.map(({ id, locked }) => [id, locked])).toEqual([
      ['Zoe', false],
      ['Ann', true],
      ['Ben', false],
    ])
    expect(library.labels()).toEqual(['Add Zoe', 'Add Ann, add Ben and lock Ann'])
    expect(open()).toMatchObject({ notice: null, save: { kind: 'saved' } })
  })

  it('tells which edit found nothing to change there, and keeps the others', async () => {
    invite('Ann')
    await saveNow()
    lock('Ann')
    invite('Ben')
    library.editElsewhere(withPeople('Zoe'), 'Remove Ann')
    await saveNow()
    expect(people(library.content().scenario)).toEqual(['Zoe', 'Ben'])
    expect(open().notice).toBe(
      'It was changed in another window meanwhile. Nothing was left there to do for: Lock Ann.',
    )
    // Nothing of what was meant is there to be undone.
    lock('Ben')
    library.editElsewhere(withPeople('Zoe'), 'Remove Ben')
    await undo()
    expect(library.labels().at(-1)).toBe('Remove Ben')
  })

  it('tries again where it is first once more, and gives up in the end', async () => {
    const first = () => {
      library.editElsewhere(withPeople('Zoe'), 'Add Zoe')
      onCall.set('library.edit', first)
    }
    library.editElsewhere(withPeople('Max'), 'Add Max')
    onCall.set('library.edit', () =>
      onCall.set('library.edit', () => library.editElsewhere(withPeople('Zoe'), 'Add Zoe')),
    )
    invite('Ann')
    await saveNow()
    expect(onScreen()).toEqual(['Zoe', 'Ann'])
    expect(isDirty()).toBe(false)
    first()
    invite('Ben')
    await saveNow()
    expect(open().save).toEqual({ kind: 'failed', reason: 'Edited since.' })
    expect(onScreen()).toContain('Ben')
  })

  it('does nothing with a state that was not seen', async () => {
    invite('Ann')
    library.editElsewhere(withPeople('Zoe'), 'Add Zoe')
    expect(await isAsSeen(SCENARIO_ID, 'Not exported')).toBe(false)
    expect(open().notice).toBe(
      'Not exported: it was changed in another window meanwhile. This is the newest state, with your last change on top.',
    )
    expect(await isAsSeen(SCENARIO_ID, 'Not exported')).toBe(true)
  })

  it('says with what was not done why not', async () => {
    invite('Ann')
    await saveNow()
    lock('Ann')
    library.editElsewhere(withPeople('Zoe'), 'Remove Ann')
    expect(await isAsSeen(SCENARIO_ID, 'Not exported')).toBe(false)
    expect(open().notice).toBe(
      'Not exported. It was changed in another window meanwhile. Nothing was left there to do for: Lock Ann.',
    )
  })
})

it('says what a restored store has nothing left of', async () => {
  invite('Ann')
  await saveNow()
  lock('Ann')
  library.restore(withPeople('Zoe'))
  await reopen()
  expect(open().notice).toBe(
    'The store was restored or changed meanwhile: this is its newest state. Nothing was left there to do for: Lock Ann.',
  )
})

it('names what Compare changed before and after another edit', async () => {
  setInputs({ usage: 500_000 })
  invite('Ann')
  setInputs({ billing: 'annual' })
  invite('Ben')
  await saveNow()
  expect(library.labels()).toEqual(['Change usage to 500,000, add Ann, bill annually and add Ben'])
})

type Act = 'edit' | 'compare' | 'save' | 'undo' | 'redo' | 'elsewhere' | 'wait'
const ACTS = array(constantFrom<Act[]>('edit', 'compare', 'save', 'undo', 'redo', 'elsewhere', 'wait'), {
  maxLength: 14,
})

it('loses no edit that was made after the last undo, whatever happens at the same time', async () => {
  await assert(
    asyncProperty(ACTS, async (acts) => {
      await letGo()
      library.restore(withPeople())
      await reopen()
      let made: string[] = []
      let elsewhere = 0
      let usage = 400_000
      for (const [place, act] of acts.entries()) {
        switch (act) {
          case 'edit': {
            made.push(`person ${String(place)}`)
            invite(`person ${String(place)}`)
            break
          }
          case 'compare':
            usage = 600_000 + place
            setInputs({ usage })
            break
          case 'save':
            void saveNow()
            break
          case 'undo':
          case 'redo':
            // What it takes back or brings again is not told apart here.
            made = []
            usage = 0
            void (act === 'undo' ? undo() : redo())
            break
          case 'elsewhere': {
            const { scenario } = library.content()
            const name = `elsewhere ${String(elsewhere++)}`
            library.editElsewhere(
              content({ ...scenario, members: [...scenario.members, member(name)] }),
              name,
            )
            break
          }
          case 'wait':
            await new Promise((resolve) => setImmediate(resolve))
        }
      }
      await saveNow()
      await saveNow()
      const kept = people(library.content().scenario) ?? []
      expect(kept.filter((id) => made.includes(id))).toEqual(made)
      expect(onScreen()).toEqual(kept)
      expect(isDirty()).toBe(false)
      const { usage: keptUsage } = library.content().scenario
      const monthly = keptUsage.kind === 'pattern' ? Number(keptUsage.monthly) : -1
      expect(usage === 0 ? monthly : usage).toBe(monthly)
    }),
    { numRuns: 150 },
  )
})
