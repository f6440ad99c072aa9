import { describe, expect, it } from 'vitest'
import type { AccountChange } from '#shared/account.ts'
import { ScenarioVariants, type Variant } from '#shared/variant.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { throughout, variantsChangedBy } from '#renderer/state/account-edits/in-variants.ts'
import { removeGroup, removeKey, renameGroup, renameKey } from '#renderer/state/account-edits/limits.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'
import { removeMembers } from '#renderer/state/account-edits/remove-members.ts'
import { renameMember } from '#renderer/state/account-edits/rename-member.ts'
import { variantsOf } from '#renderer/state/account-edits/variants.ts'
import { removeWorkspace } from '#renderer/state/account-edits/workspaces.ts'
import { content } from '../support/scenarios.ts'

const ON = '2026-12-01'
const ANN = { id: 'Ann', place: 0 }
const BEN = { id: 'Ben', place: 1 }
const lock = (member: string): AccountChange => ({ kind: 'lockMember', on: ON, member })
const keyLimit = (apiKey: string): AccountChange => ({ kind: 'setKeyLimit', on: ON, apiKey, limit: '5' })
const groupLimit = (group: string): AccountChange => ({ kind: 'setGroupLimit', on: ON, group, limit: '5' })
const link = (workspace: string): AccountChange => ({ kind: 'linkWorkspace', on: ON, workspace })
const invite = (id: string, workspace: string): AccountChange => ({
  kind: 'inviteMember',
  on: ON,
  member: { ...newMember(id, 'basic'), workspace },
})
const full = (member: string) => ({ member, seat: 'full' as const })

/** Ann and Ben, a group, a key of Ann's and one of nobody's, and two workspaces, with variants. */
const having = (...list: Variant[]): WindowContent => ({
  ...content({
    members: [newMember('Ann', 'basic'), newMember('Ben', 'basic')],
    groups: [{ id: 'Support', members: ['Ann'], limit: null }],
    apiKeys: [
      { id: 'of Ann', member: 'Ann', limit: null },
      { id: 'bot', limit: null },
    ],
    workspaces: [
      { id: 'hq', kind: 'billing', environment: 'us', creditLimit: null },
      { id: 'eu', kind: 'reporting', environment: 'eu', creditLimit: null },
    ],
  }),
  variants: { list, baseline: 0 },
})

const afterwards = (list: readonly Variant[], edit: Parameters<typeof throughout>[0]): readonly Variant[] => {
  const made = throughout(edit)(having(...list))
  expect(ScenarioVariants.safeParse(made.variants).error).toBeUndefined()
  return variantsOf(made)
}

describe('who is renamed', () => {
  it('is renamed in the seats and the dated changes of the variants, who is not in none', () => {
    const list: readonly Variant[] = [
      { name: 'Full', plan: 'pro', seats: [full('Ben'), full('Ann')] },
      { name: 'Locked', changes: [lock('Ann')], addedChanges: [{ ...lock('Ben'), by: 'Ann' }] },
    ]
    expect(afterwards(list, (account) => renameMember(account, ANN, 'Anna'))).toEqual([
      { name: 'Full', plan: 'pro', seats: [full('Ben'), full('Anna')] },
      { name: 'Locked', changes: [lock('Anna')], addedChanges: [{ ...lock('Ben'), by: 'Anna' }] },
    ])
  })

  it('has one seat in a variant, the first, where another has the name already', () => {
    const list = [{ name: 'Both', seats: [full('Ben'), { member: 'Ann', seat: 'basic' as const }] }]
    expect(afterwards(list, (account) => renameMember(account, ANN, 'Ben'))).toEqual([
      { name: 'Both', seats: [full('Ben')] },
    ])
  })

  it('leaves with another of the same name what variants say of them', () => {
    const twice = having({ name: 'Full', seats: [full('Ann')] })
    const members = [newMember('Ann', 'basic'), newMember('Ann', 'basic')]
    const made = throughout((account) => renameMember(account, { id: 'Ann', place: 1 }, 'Anna'))({
      ...twice,
      scenario: { ...twice.scenario, members },
    })
    expect(variantsOf(made)).toEqual([{ name: 'Full', seats: [full('Ann')] }])
  })

  it('may be a key or a group', () => {
    const list: readonly Variant[] = [
      { name: 'Less', addedChanges: [keyLimit('bot'), groupLimit('Support')] },
    ]
    expect(afterwards(list, (account) => renameKey(account, 'bot', 'robot'))).toEqual([
      { name: 'Less', addedChanges: [keyLimit('robot'), groupLimit('Support')] },
    ])
    expect(afterwards(list, (account) => renameGroup(account, 'Support', 'Help'))).toEqual([
      { name: 'Less', addedChanges: [keyLimit('bot'), groupLimit('Help')] },
    ])
  })
})

describe('who is removed', () => {
  it('goes from the variants with whatever names them, a key of theirs too', () => {
    const list: readonly Variant[] = [
      { name: 'Full', plan: 'pro', seats: [full('Ann'), full('Ben')] },
      { name: 'Less', addedChanges: [keyLimit('of Ann'), keyLimit('bot')] },
    ]
    expect(afterwards(list, (account) => removeMembers(account, [ANN]))).toEqual([
      { name: 'Full', plan: 'pro', seats: [full('Ben')] },
      { name: 'Less', addedChanges: [keyLimit('bot')] },
    ])
  })

  it('leaves nothing empty but changes that take the place of the account’s', () => {
    const list: readonly Variant[] = [
      { name: 'A', seats: [full('Ann')] },
      { name: 'B', addedChanges: [lock('Ann')] },
      { name: 'C', changes: [lock('Ann')] },
    ]
    expect(afterwards(list, (account) => removeMembers(account, [ANN]))).toEqual([
      { name: 'A' },
      { name: 'B' },
      { name: 'C', changes: [] },
    ])
  })

  it('may be a key, a group or a workspace', () => {
    const changes = [keyLimit('bot'), groupLimit('Support'), link('eu'), invite('Cem', 'eu')]
    const list: readonly Variant[] = [{ name: 'Own', changes }]
    expect(afterwards(list, (account) => removeKey(account, 'bot'))).toEqual([
      { name: 'Own', changes: changes.slice(1) },
    ])
    expect(afterwards(list, (account) => removeGroup(account, 'Support'))).toEqual([
      { name: 'Own', changes: [changes[0], ...changes.slice(2)] },
    ])
    const { workspace: _, ...cem } = { ...newMember('Cem', 'basic'), workspace: 'eu' }
    expect(afterwards(list, (account) => removeWorkspace(account, 'eu'))).toEqual([
      { name: 'Own', changes: [...changes.slice(0, 2), { kind: 'inviteMember', on: ON, member: cem }] },
    ])
  })
})

describe('an edit', () => {
  const list: readonly Variant[] = [
    { name: 'Full', seats: [full('Ann')] },
    { name: 'Pro', plan: 'pro', changes: [lock('Ben'), invite('Cem', 'hq')] },
  ]

  it('leaves the baseline where it is, and variants that name nothing of it the very same', () => {
    const before = having(...list)
    const made = throughout((account) => removeMembers(account, [ANN]))(before)
    expect(made.variants?.baseline).toBe(0)
    expect(made.scenario.members.map(({ id }) => id)).toEqual(['Ben'])
    expect(variantsOf(made)[1]).toBe(variantsOf(before)[1])
  })

  it('is of no variant where nothing is edited, and none where there are none', () => {
    const before = having(...list)
    expect(throughout((account) => account)(before)).toBe(before)
    const { variants: _, ...alone } = before
    expect(throughout((account) => removeMembers(account, [ANN]))(alone)).not.toHaveProperty('variants')
    expect(variantsChangedBy(alone, (account) => removeMembers(account, [ANN]))).toBe(0)
  })

  it('is told how many variants it would change', () => {
    const before = having(...list)
    expect(variantsChangedBy(before, (account) => removeMembers(account, [ANN]))).toBe(1)
    expect(variantsChangedBy(before, (account) => removeMembers(account, [ANN, BEN]))).toBe(2)
    expect(variantsChangedBy(before, (account) => removeWorkspace(account, 'eu'))).toBe(0)
  })
})
