import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { namedUsage, shareOut as engineShareOut } from '#main/engine/index.ts'
import type { Member } from '#shared/account.ts'
import { succeed } from '#shared/problem.ts'
import { NamedUsageInput, ShareOutInput } from '#shared/share-out.ts'
import type { SeatCount } from '#shared/seat-count.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow, editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { openScenario, saveNow, undo } from '#renderer/state/edits.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { shareOut } from '#renderer/state/share-out.ts'
import {
  edit,
  finish,
  go,
  removeNow,
  removeSelected,
  toggle,
  wrongWith,
} from '#renderer/pages/account/inputs/people/grid-actions.ts'
import { rename } from '#renderer/pages/account/inputs/people/edit-people.ts'
import { lockInWords, seatsInWords } from '#renderer/pages/account/inputs/people/seats-in-words.ts'
import { beginGrid, useGrid } from '#renderer/pages/account/inputs/people/use-grid.ts'
import { compareWith } from '#renderer/pages/account/variants/variant-edits.ts'
import { plainUse, usablesOf, usualUse, usualUseNow } from '#renderer/state/used-as.ts'
import { type FakeLibrary, fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

const person = (id: string, changes: Partial<Member> = {}): Member => ({
  ...newMember(id, 'basic'),
  ...changes,
})
const stream = (id: string, member: string) => ({
  id,
  member,
  product: 'tts',
  model: 'v2',
  monthly: '100',
  pattern: { kind: 'flat' as const },
})
const THREE = [person('Ann', { role: 'admin', seat: 'full' }), person('Ben'), person('Cem')]

describe('what is done in the grid of people', () => {
  let library: FakeLibrary

  const open = async (changes: Partial<WindowAccount> = {}) => {
    library = fakeLibrary(content({ members: THREE, ...changes }), {
      'scenarios.namedUsage': (asked) => succeed(namedUsage(NamedUsageInput.parse(asked))),
      'scenarios.shareOut': (asked) => engineShareOut(ShareOutInput.parse(asked)),
    })
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    useResults.setState({ catalog: elevenLabs202604 })
    answers.client.clear()
    await openScenario(SCENARIO_ID)
    beginGrid()
  }
  beforeEach(() => open())
  // Other tests share the state.
  afterAll(() => useResults.setState(useResults.getInitialState(), true))

  const onScreen = (): WindowAccount => {
    const now = contentNow()
    if (!now) throw new Error('Nothing is open.')
    return now.scenario
  }
  const shape = () =>
    onScreen().members.map(({ id, role, seat, locked }) => `${id} ${role} ${seat}${locked ? ' locked' : ''}`)
  const { getState: grid } = useGrid

  it('keeps what is typed for whom it is typed, where others come into the row meanwhile', () => {
    edit(1, 'name')
    editAccount('Invite Abe', (now) => ({ ...now, members: [person('Abe'), ...now.members] }))
    expect(finish(1, 'name', 'Benno')).toBe(true)
    expect(onScreen().members.map(({ id }) => id)).toEqual(['Abe', 'Ann', 'Benno', 'Cem'])
  })

  it('gives what is typed to nobody else where that person is gone, and says so', () => {
    edit(1, 'name')
    editAccount('Remove Ben', (now) => ({ ...now, members: now.members.filter(({ id }) => id !== 'Ben') }))
    expect(finish(1, 'name', 'Benno')).toBe(true)
    expect(onScreen().members.map(({ id }) => id)).toEqual(['Ann', 'Cem'])
    expect(grid().said).toBe('Ben is not there any more.')
  })

  it('changes everybody who is selected with the cell, and whoever is not alone', () => {
    go(1, 'seat')
    go(2, 'seat', { shift: true })
    toggle(2, 'seat')
    expect(shape()).toEqual(['Ann admin full', 'Ben member full', 'Cem member full'])
    toggle(0, 'locked')
    expect(shape()[0]).toBe('Ann admin full locked')
    expect(shape()[1]).toBe('Ben member full')
  })

  it('lets no admin have a Basic seat, and says so', () => {
    go(0, 'seat')
    go(1, 'seat', { shift: true })
    edit(0, 'seat', 'b')
    expect(grid().said).toBe('Ann stays Full: admins always hold a Full seat.')
    edit(2, 'role', 'a')
    expect(shape()).toEqual(['Ann admin full', 'Ben member basic', 'Cem admin full'])
    expect(grid().said).toBe('An admin always holds a Full seat.')
  })

  it.each([
    ['seat', 'f', 'Ben member full'],
    ['seat', 'x', 'Ben member basic'],
    ['role', 'A', 'Ben admin full'],
    ['locked', 'l', 'Ben member basic locked'],
    ['locked', 'u', 'Ben member basic'],
  ] as const)('takes a value of %s by its letter %s', (column, letter, expected) => {
    go(1, column)
    edit(1, column, letter)
    expect(shape()[1]).toBe(expected)
  })

  it('selects with Space where a cell has no other value', () => {
    go(1, 'name')
    toggle(2, 'name')
    expect([...grid().selected]).toEqual([1, 2])
  })

  it('adds whoever is named in the row behind the last, and goes on to the next', async () => {
    edit(3, 'usage')
    expect(grid()).toMatchObject({ row: 3, column: 'name', typed: '' })
    expect(finish(3, 'name', ' Dia ', true)).toBe(true)
    expect(shape()[3]).toBe('Dia member basic')
    expect(grid()).toMatchObject({ row: 4, typed: null })
    expect(finish(4, 'name', '', true)).toBe(true)
    expect(shape()).toHaveLength(4)
    expect(grid().row).toBe(4)
    await saveNow()
    expect(library.labels()).toEqual(['Add Dia'])
  })

  it('takes a name that nobody else has, and says that events keep the old one', async () => {
    await open({ usageEvents: { kept: 7 } })
    expect(wrongWith(1, 'name', 'Ann')).toBe('Somebody is named Ann already.')
    expect(wrongWith(1, 'name', 'Ben')).toBeNull()
    expect(wrongWith(1, 'name', ' ')).toBeNull()
    expect(wrongWith(1, 'name', 'x'.repeat(1001))).toBe('1,001 characters: a name has at most 1,000.')
    expect(finish(1, 'name', 'Ann')).toBe(false)
    finish(1, 'name', 'Benno', true)
    expect(shape()[1]).toBe('Benno member basic')
    expect(grid()).toMatchObject({ row: 2, said: 'The 7 usage events of this account keep the name Ben.' })
  })

  it('edits a figure of usage in its cell, and nothing that is set elsewhere', async () => {
    await open({ usage: { kind: 'series', credits: Array.from({ length: 12 }, () => '10') } })
    edit(1, 'usage')
    expect(grid()).toMatchObject({
      typed: null,
      said: 'Usage is written out by month, which is nobody’s: under Usage, say it as one figure first.',
    })
    const streams = [stream('1', 'Ann'), stream('2', 'Ben'), stream('3', 'Ben')]
    await open({ usage: { kind: 'streams', streams } })
    edit(1, 'usage')
    expect(grid().said).toBe('Ben uses 2 products, which are set under Usage.')
    edit(0, 'usage')
    expect(grid().typed).toBe('100')
    expect(wrongWith(0, 'usage', '-1')).toBe('From 0 to 9,007,199,254.')
    finish(0, 'usage', '2.5k')
    edit(2, 'usage', '7')
    finish(2, 'usage', '7')
    expect(onScreen().usage).toMatchObject({
      streams: [
        { id: '1', monthly: '2500' },
        { id: '2' },
        { id: '3' },
        { member: 'Cem', product: 'tts', model: 'v2', monthly: '7' },
      ],
    })
    finish(2, 'usage', '')
    expect(onScreen().usage).toMatchObject({ streams: { length: 3 } })
  })

  it('takes what somebody uses out of one figure for all, which the others go on using as it moves', async () => {
    const pattern = { kind: 'growth', percent: '8' } as const
    const SAY = { product: 'text-to-speech', model: 'English v1', pattern }
    await open({ plan: 'creator', usage: { kind: 'pattern', monthly: '1400000', pattern } })
    edit(1, 'usage', '2')
    expect(grid().typed).toBe('2')
    // The second is typed before the engine has answered for the first.
    finish(1, 'usage', '20k')
    finish(2, 'usage', '1500')
    const [bens, cems] = [
      { id: 'Ben · text-to-speech', member: 'Ben', ...SAY, monthly: '20000' },
      { id: 'Cem · text-to-speech', member: 'Cem', ...SAY, monthly: '1500' },
    ]
    const rest = (monthly: string) => ({ id: 'text-to-speech', ...SAY, monthly })
    await expect
      .poll(() => onScreen().usage)
      .toEqual({ kind: 'streams', streams: [rest('1378500'), bens, cems] })
    expect(grid().said).toBe('Cem uses 1,500 a month; nobody by name uses the other 1,378,500.')
    finish(1, 'usage', '')
    await expect.poll(() => onScreen().usage).toEqual({ kind: 'streams', streams: [rest('1398500'), cems] })
    expect(grid().said).toBe('Ben uses nothing by name; nobody by name uses the other 1,398,500.')
    finish(2, 'usage', '2000000')
    await expect
      .poll(() => grid().said)
      .toBe('Cem uses 2,000,000 a month; nothing is left that nobody is named for.')
    // Who has no figure has none to take out.
    finish(0, 'usage', '')
    await saveNow()
    expect(library.labels()).toEqual(['Take out the usage of Ben and set the usage of Cem to 2,000,000'])
  })

  it('takes it out of what is used by then, where that is changed before the engine has answered', async () => {
    const usage = (monthly: string) => ({ kind: 'pattern', monthly, pattern: { kind: 'flat' } }) as const
    await open({ plan: 'creator', usage: usage('1400000') })
    finish(1, 'usage', '20k')
    await Promise.resolve()
    editAccount('Use less', (account) => ({ ...account, usage: usage('1000000') }))
    await expect
      .poll(() => onScreen().usage)
      .toMatchObject({
        kind: 'streams',
        streams: [{ monthly: '980000' }, { member: 'Ben', monthly: '20000' }],
      })
  })

  it('shares one figure out among people, by seat', async () => {
    await open({ plan: 'creator', usage: { kind: 'pattern', monthly: '100', pattern: { kind: 'flat' } } })
    const shares = [
      { id: 'Ann', parts: 3 },
      { id: 'Ben', parts: 1 },
    ]
    const as = usualUseNow()
    expect(await shareOut('members', shares, as, 'Share out')).toMatchObject({ ok: true })
    expect(onScreen().usage).toMatchObject({
      kind: 'streams',
      streams: [
        { member: 'Ann', product: 'text-to-speech', model: 'English v1', monthly: '75' },
        { member: 'Ben', monthly: '25' },
      ],
    })
    await undo()
    expect(onScreen().usage).toMatchObject({ kind: 'pattern', monthly: '100' })
    expect(await shareOut('members', shares, null, 'Share out')).toMatchObject({
      problems: [{ code: 'usage.not_by_product' }],
    })
  })

  it('shares the average of months out, where they are written out', async () => {
    await open({ plan: 'creator', months: 2, usage: { kind: 'series', credits: ['100', '300'] } })
    const as = plainUse(elevenLabs202604, 'creator')
    await shareOut('members', [{ id: 'Ben', parts: 1 }], as, 'Share out')
    expect(onScreen().usage).toMatchObject({ streams: [{ member: 'Ben', monthly: '200' }] })
  })

  it('removes who is selected with their usage, and goes on where they were', async () => {
    await open({ usage: { kind: 'streams', streams: [stream('1', 'Cem'), stream('2', 'Ann')] } })
    go(1, 'name')
    go(2, 'name', { shift: true })
    removeSelected()
    expect(shape()).toEqual(['Ann admin full'])
    expect(grid()).toMatchObject({ row: 1, said: 'Removed Ben and Cem, with 1 row of usage.' })
    // The row that adds a person cannot be removed.
    removeSelected()
    expect(shape()).toHaveLength(1)
    await saveNow()
    expect(library.labels()).toEqual(['Remove Ben and Cem'])
  })

  it('asks before keys or dated changes go with somebody', async () => {
    await open({
      apiKeys: [{ id: 'of Ben', member: 'Ben', limit: null }],
      changes: [{ kind: 'lockMember', on: '2026-12-01', member: 'Cem' }],
    })
    for (const row of [1, 2]) {
      go(row, 'name')
      removeSelected()
      expect(grid().dialog.kind).toBe('remove')
      expect(shape()).toHaveLength(3)
    }
    removeNow()
    expect(grid()).toMatchObject({ dialog: { kind: 'none' }, said: 'Removed Cem, with 1 dated change.' })
    expect(onScreen().changes).toEqual([])
  })

  it('asks before variants stop saying something of somebody, and says how many do', async () => {
    await open()
    compareWith('More Full seats', [{ name: 'More', seats: [{ member: 'Ben', seat: 'full' }] }])
    go(2, 'name')
    removeSelected()
    expect(grid()).toMatchObject({ dialog: { kind: 'none' }, said: 'Removed Cem.' })
    go(1, 'name')
    removeSelected()
    expect(grid().dialog.kind).toBe('remove')
    removeNow()
    expect(grid().said).toBe('Removed Ben, with what 1 variant says of them.')
    expect(contentNow()?.variants?.list).toEqual([{ name: 'More' }])
  })

  it('renames somebody in variants too', async () => {
    await open()
    compareWith('More Full seats', [{ name: 'More', seats: [{ member: 'Ben', seat: 'full' }] }])
    rename({ id: 'Ben', place: 1 }, 'Bea')
    expect(shape()).toContain('Bea member basic')
    expect(contentNow()?.variants?.list).toEqual([{ name: 'More', seats: [{ member: 'Bea', seat: 'full' }] }])
  })
})

describe('the seats that people hold', () => {
  const counted: SeatCount = {
    plan: 'creator',
    extraSeats: 0,
    isByContract: false,
    full: { held: 1, limit: 1, holdBasic: 0, free: 0, forSale: 0 },
    basic: { held: 20, limit: 20, free: 0 },
    locked: 0,
    people: 21,
    withoutSeat: 0,
    problem: null,
    wouldLock: [],
  }
  const words = (changes: Partial<SeatCount>) => seatsInWords({ ...counted, ...changes })
  const problem = 'The plan has 1 Full seat.'

  it('are told of where they do not suffice, and how many people have none', () => {
    expect(words({})).toBe('')
    expect(words({ problem, people: 60, withoutSeat: 37 })).toBe(
      '37 of 60 people have no seat. The plan has 1 Full seat.',
    )
    expect(words({ problem, people: 2, withoutSeat: 1 })).toBe(
      '1 of 2 people has no seat. The plan has 1 Full seat.',
    )
    expect(lockInWords('Ben')).toBe(
      'There is no seat for everybody; a move to a plan with so few would lock Ben.',
    )
  })

  it('are told of where they hold others than they are for, or the contract says how many there are', () => {
    expect(words({ full: { ...counted.full, held: 0, holdBasic: 1 } })).toBe(
      'Unused Full seats hold 1 Basic member beyond the Basic seats.',
    )
    expect(words({ isByContract: true })).toBe('The contract says how many seats there are.')
  })
})

describe('what usage of a person is of', () => {
  it('is what has a price on the plan, that under the Basic ceiling first', () => {
    const usables = usablesOf(elevenLabs202604, 'creator')
    const families = new Map(elevenLabs202604.products.map(({ id, family }) => [id, family]))
    const under =
      elevenLabs202604.plans.find(({ id }) => id === 'creator')?.seats.basicCeiling?.families ?? []
    const isUnder = usables.map(({ product }) => under.includes(families.get(product) ?? ''))
    expect(isUnder[0]).toBe(true)
    expect(isUnder.lastIndexOf(true)).toBeLessThan(isUnder.indexOf(false))
    const priced = elevenLabs202604.burnRates.filter(
      ({ rate, plans }) => rate.value !== null && plans?.includes('creator') !== false,
    )
    expect(usables.map(({ key }) => key).toSorted()).toEqual(
      priced.map(({ product, model }) => `${product} ${model}`).toSorted(),
    )
    expect(usablesOf(null, 'creator')).toEqual([])
  })

  it('is usually what a person of the account used last', () => {
    const streams = [
      { ...stream('1', 'Ann'), model: 'v3' },
      { ...stream('2', ''), member: undefined },
    ]
    const { scenario } = content({ plan: 'creator', usage: { kind: 'streams', streams } })
    expect(usualUse(scenario, elevenLabs202604)).toEqual({ product: 'tts', model: 'v3' })
    const [first] = usablesOf(elevenLabs202604, 'creator')
    expect(usualUse(content({ plan: 'creator' }).scenario, elevenLabs202604)).toEqual({
      product: first?.product,
      model: first?.model,
    })
    expect(usualUse(content().scenario, null)).toBeNull()
  })
})
