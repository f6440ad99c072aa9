import { describe, expect, it } from 'vitest'
import { Scenario } from '#shared/scenario.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'
import { takePeople, type TakenPerson, type Taking } from '#renderer/state/account-edits/take-people.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from './support/scenarios.ts'

const AS: Taking = {
  seat: 'basic',
  teams: false,
  making: null,
  usedAs: { product: 'tts', model: 'v2' },
}
const account = (changes: Partial<WindowAccount> = {}): WindowAccount =>
  content({ members: [newMember('Ann', 'basic')], ...changes }).scenario
const take = (people: readonly TakenPerson[], as: Partial<Taking> = {}, to = account()) =>
  takePeople(to, people, { ...AS, ...as })

describe('taking in a list of people', () => {
  it('adds who is new with what is said of them, in the order of the list', () => {
    const { members } = take(
      [
        { id: 'Zoe', seat: 'full' },
        { id: 'Ben', role: 'admin' },
        { id: 'Cem', workspace: 'eu' },
      ],
      { seat: 'basic' },
    )
    expect(members.slice(1)).toEqual([
      { id: 'Zoe', role: 'member', seat: 'full', locked: false },
      // Admins always hold a Full seat.
      { id: 'Ben', role: 'admin', seat: 'full', locked: false },
      { id: 'Cem', role: 'member', seat: 'basic', locked: false, workspace: 'eu' },
    ])
  })

  it('gives the chosen seat to who is new without one', () => {
    expect(take([{ id: 'Zoe' }, { id: 'Ben', seat: 'basic' }], { seat: 'full' }).members).toMatchObject([
      { id: 'Ann', seat: 'basic' },
      { id: 'Zoe', seat: 'full' },
      { id: 'Ben', seat: 'basic' },
    ])
  })

  it('changes who is there in what is said only', () => {
    const locked = account({ members: [{ ...newMember('Ann', 'full'), locked: true, workspace: 'us' }] })
    expect(take([{ id: 'Ann', seat: 'basic' }], {}, locked).members).toEqual([
      { ...newMember('Ann', 'basic'), locked: true, workspace: 'us' },
    ])
    expect(take([{ id: 'Ann' }], { seat: 'basic' }, locked)).toBe(locked)
  })

  describe('makes the workspaces that it names', () => {
    const where = { billingEnvironment: 'us', environments: ['us', 'eu', 'in'] }
    const made = (names: readonly string[], to = account()) =>
      take([{ id: 'Ben', workspace: names[0] ?? '' }], { making: { names, where } }, to).workspaces.map(
        ({ id, name, kind, environment }) => [id, name, kind, environment],
      )

    it('each where its name says, the one where the billing workspace has to be for that', () => {
      expect(made(['India', 'US', 'eu'])).toEqual([
        ['India', 'India', 'reporting', 'in'],
        ['US', 'US', 'billing', 'us'],
        ['eu', 'eu', 'reporting', 'eu'],
      ])
    })

    it('where no name says anything, all there, and the first is the billing one', () => {
      expect(made(['Sales', 'Support'])).toEqual([
        ['Sales', 'Sales', 'billing', 'us'],
        ['Support', 'Support', 'reporting', 'us'],
      ])
    })

    it('with a billing workspace of their own where all are elsewhere', () => {
      expect(made(['EU'])).toEqual([
        ['us', 'US', 'billing', 'us'],
        ['EU', 'EU', 'reporting', 'eu'],
      ])
    })

    it('beside those that there are', () => {
      const billed = { id: 'main', kind: 'billing' as const, environment: 'us', creditLimit: null }
      expect(made(['US'], account({ workspaces: [billed] }))).toEqual([
        ['main', undefined, 'billing', 'us'],
        ['US', 'US', 'reporting', 'us'],
      ])
    })
  })

  it('makes groups of teams where that was asked for', () => {
    const people = [
      { id: 'Ann', team: 'Support' },
      { id: 'Ben', team: 'Sales' },
      { id: 'Cem', team: 'Support' },
      { id: 'Dia' },
    ]
    const grouped = account({ groups: [{ id: 'Sales', members: ['Ann'], limit: '5' }] })
    expect(take(people, { teams: true }, grouped).groups).toEqual([
      { id: 'Sales', members: ['Ann', 'Ben'], limit: '5' },
      { id: 'Support', members: ['Ann', 'Cem'], limit: null },
    ])
    expect(take(people, {}, grouped).groups).toBe(grouped.groups)
  })

  it('sets usage by person in place of usage as a whole, where somebody has some', () => {
    expect(take([{ id: 'Ann', usage: '500' }, { id: 'Ben' }]).usage).toEqual({
      kind: 'streams',
      streams: [
        {
          id: 'Ann · tts',
          member: 'Ann',
          product: 'tts',
          model: 'v2',
          monthly: '500',
          pattern: { kind: 'flat' },
        },
      ],
    })
    const whole = account()
    expect(take([{ id: 'Ben' }], {}, whole).usage).toBe(whole.usage)
    // Nothing has a price: the usage of the account is not lost for it.
    expect(take([{ id: 'Ben', usage: '500' }], { usedAs: null }, whole).usage).toBe(whole.usage)
  })

  it('gives usage ids of its own, however alike the names are', () => {
    const names = ['a', 'b'].map((end) => 'x'.repeat(995) + end)
    const { usage } = take(names.map((id) => ({ id, usage: '5' })))
    const ids = usage.kind === 'streams' ? usage.streams.map(({ id }) => id) : []
    expect(new Set(ids).size).toBe(2)
    expect(ids.every((id) => id.length <= 1000)).toBe(true)
  })

  it('comes to an account that can be kept', () => {
    const taken = take([{ id: 'Ben', seat: 'full', role: 'admin', team: 'T', usage: '1.5' }], { teams: true })
    expect(Scenario.safeParse({ ...taken, usageEvents: [] }).success).toBe(true)
  })

  it('comes to the same when it is taken in again', () => {
    const people = [
      { id: 'Ann', seat: 'full' as const, team: 'T' },
      { id: 'Ben', usage: '5', team: 'T' },
    ]
    const once = take(people, { teams: true })
    expect(take(people, { teams: true }, once)).toBe(once)
  })
})
