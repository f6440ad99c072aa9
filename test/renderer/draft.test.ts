import { beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '#shared/account.ts'
import { changePlan } from '#renderer/state/account-edits/change-plan.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow, editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { isDirty, openScenario, reopen, saveNow, undo } from '#renderer/state/edits.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { type FakeLibrary, fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

const member = (id: string): Member => ({ id, role: 'member', seat: 'basic', locked: false })
const invite = (id: string) =>
  editAccount(`Add ${id}`, (account) => ({ ...account, members: [...account.members, member(id)] }))
const setSeats = (count: number) =>
  editAccount(`Buy ${String(count)} seats`, (account) => ({ ...account, extraSeats: count }), 'extraSeats')
const onScreen = (): WindowAccount => {
  const now = contentNow()
  if (!now) throw new Error('Nothing is open.')
  return now.scenario
}
const people = (account: WindowAccount) => account.members.map(({ id }) => id)

describe('the draft of the open scenario', () => {
  let library: FakeLibrary

  beforeEach(async () => {
    library = fakeLibrary(content())
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    answers.client.clear()
    await openScenario(SCENARIO_ID)
  })

  it('is what the store has until something is changed', () => {
    expect(contentNow()).toBe(useOpenScenario.getState().document?.content)
    expect(isDirty()).toBe(false)
  })

  it('has an edit at once, which is kept under its name and can be undone', async () => {
    invite('Ann')
    expect(people(onScreen())).toEqual(['Ann'])
    expect(library.content().scenario.members).toEqual([])
    expect(isDirty()).toBe(true)
    await saveNow()
    expect(people(library.content().scenario)).toEqual(['Ann'])
    expect(library.labels()).toEqual(['Add Ann'])
    expect(isDirty()).toBe(false)
    await undo()
    expect(people(onScreen())).toEqual([])
  })

  it('is left alone by an edit that changes nothing', () => {
    editAccount('Nothing', (account) => account)
    expect(isDirty()).toBe(false)
  })

  it('keeps several edits as one revision that names each thing once, by what became of it', async () => {
    setSeats(1)
    setSeats(12)
    invite('Ann')
    await saveNow()
    expect(library.labels()).toEqual(['Buy 12 seats and add Ann'])
    expect(library.content().scenario.extraSeats).toBe(12)
  })

  it('has what Compare changed before, between and after its own edits', async () => {
    setInputs({ usage: 500_000 })
    invite('Ann')
    setInputs({ billing: 'annual' })
    expect(onScreen()).toMatchObject({ billing: 'annual', usage: { monthly: '500000' } })
    await saveNow()
    expect(library.content().scenario).toMatchObject({
      billing: 'annual',
      usage: { monthly: '500000' },
      members: [{ id: 'Ann' }],
    })
    expect(library.labels()).toEqual(['Change usage to 500,000, add Ann and bill annually'])
    expect(isDirty()).toBe(false)
  })

  it('tells Compare of what it changed there', async () => {
    editAccount('Bill annually', (account) => ({ ...account, billing: 'annual' }))
    expect(useInputs.getState().billing).toBe('annual')
    // And Compare may change it back.
    setInputs({ billing: 'monthly' })
    await saveNow()
    expect(library.content().scenario.billing).toBe('monthly')
  })

  it('calls another plan by what was done, and shows it on Compare', async () => {
    changePlan('pro', 'Pro')
    expect(onScreen().plan).toBe('pro')
    expect(useInputs.getState().focus).toBe('pro')
    await saveNow()
    changePlan('pro', 'Pro')
    expect(isDirty()).toBe(false)
    expect(library.labels()).toEqual(['Change the plan to Pro'])
    expect(library.content()).toMatchObject({ shows: 'plan', scenario: { plan: 'pro' } })
  })

  it('asks the engine for the figure a month of usage that is written out', async () => {
    editAccount('Write out two months', (account) => ({
      ...account,
      usage: { kind: 'series', credits: ['100', '300'] },
    }))
    await expect.poll(() => useInputs.getState().usage).toBe(200)
    expect(onScreen().usage).toEqual({ kind: 'series', credits: ['100', '300'] })
    await saveNow()
    expect(library.content().scenario.usage).toEqual({ kind: 'series', credits: ['100', '300'] })
  })

  describe('where the engine tells the figure while an edit is being kept', () => {
    /** Answers of the engine and of the store, as late as a test lets them come. */
    function late() {
      const held = new Map<string, () => void>()
      const { bridge } = library
      setBackend({
        ...bridge,
        invoke: async (method, input) => {
          if (method === 'scenarios.monthlyUsage' || method === 'library.edit')
            await new Promise<void>((resolve) => held.set(method, resolve))
          return bridge.invoke(method, input)
        },
      })
      return async (method: 'scenarios.monthlyUsage' | 'library.edit') => {
        await expect.poll(() => held.has(method)).toBe(true)
        held.get(method)?.()
        held.delete(method)
      }
    }
    const written = { kind: 'series', credits: ['2244000', '2244000'] } as const
    const writeOut = () =>
      editAccount('Write out two months', (account) => ({
        ...account,
        usage: { kind: 'series', credits: [...written.credits] },
      }))

    async function toldMeanwhile(): Promise<void> {
      const answer = late()
      writeOut()
      const kept = saveNow()
      await answer('scenarios.monthlyUsage')
      await expect.poll(() => useInputs.getState().usage).toBe(2_244_000)
      await answer('library.edit')
      await kept
    }

    it('makes no edit of that figure', async () => {
      await toldMeanwhile()
      expect(onScreen().usage).toEqual(written)
      expect(isDirty()).toBe(false)
      expect(library.labels()).toEqual(['Write out two months'])
      expect(useOpenScenario.getState().notice).toBeNull()
    })

    it('takes the figure of before for an edit where a person sets it again', async () => {
      await toldMeanwhile()
      setInputs({ usage: 400_000 })
      expect(onScreen().usage).toEqual({ kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } })
    })

    it('leaves the figure alone that a person has set before it was told', async () => {
      const answer = late()
      writeOut()
      setInputs({ usage: 900_000 })
      await answer('scenarios.monthlyUsage')
      const kept = saveNow()
      await answer('library.edit')
      await kept
      expect(onScreen().usage).toMatchObject({ kind: 'pattern', monthly: '900000' })
      expect(useInputs.getState().usage).toBe(900_000)
    })
  })

  it('goes on with what is changed while it is being kept', async () => {
    invite('Ann')
    const kept = saveNow()
    await Promise.resolve()
    invite('Ben')
    setInputs({ usage: 500_000 })
    await kept
    expect(isDirty()).toBe(true)
    await saveNow()
    expect(people(library.content().scenario)).toEqual(['Ann', 'Ben'])
    expect(library.content().scenario.usage).toMatchObject({ monthly: '500000' })
    expect(library.labels()).toEqual(['Add Ann', 'Add Ben and change usage to 500,000'])
  })

  it('is made anew on top of another state that a restore brought', async () => {
    invite('Ann')
    setInputs({ usage: 500_000 })
    library.restore(content({ members: [member('Zoe')] }))
    await reopen()
    expect(people(library.content().scenario)).toEqual(['Zoe', 'Ann'])
    expect(library.content().scenario.usage).toMatchObject({ monthly: '500000' })
    expect(isDirty()).toBe(false)
  })
})
