import { expect, it } from 'vitest'
import { countByGroup, peopleByGroup } from '#renderer/state/account-edits/people-by-group.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'
import { content } from './support/scenarios.ts'

const account = content({
  workspaces: [
    { id: 'us', kind: 'billing', environment: 'us', creditLimit: null },
    { id: 'w2', name: 'Acme EU', kind: 'reporting', environment: 'eu', creditLimit: null },
    { id: 'w3', name: 'India', kind: 'reporting', environment: 'in', creditLimit: null },
  ],
  members: ['Ann', 'Ben', 'Cem', 'Dia', 'Eve'].map((id) => newMember(id, 'basic')),
  groups: [
    { id: 'US', members: ['Ann'], limit: null },
    { id: 'acme eu ', members: ['Ben'], limit: null },
    { id: 'India', members: ['Cem', 'Dia', 'Gone'], limit: null },
    { id: 'Sales', members: ['Eve'], limit: null },
  ],
}).scenario

it('everybody goes into the workspace that is called as their group, by its name or its place', () => {
  expect(countByGroup(account)).toBe(3)
  const after = peopleByGroup(account)
  expect(after.members.map(({ id, workspace }) => [id, workspace])).toEqual([
    ['Ann', undefined],
    ['Ben', 'w2'],
    ['Cem', 'w3'],
    ['Dia', 'w3'],
    ['Eve', undefined],
  ])
})

it('where everybody is in theirs, nothing is left to do', () => {
  const after = peopleByGroup(account)
  expect(countByGroup(after)).toBe(0)
  expect(peopleByGroup(after)).toBe(after)
})
