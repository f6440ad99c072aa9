import { describe, expect, it } from 'vitest'
import type { Workspace } from '#shared/workspace.ts'
import { sharersBySeat, sharersByWorkspace } from '#renderer/pages/account/inputs/share/sharers.ts'
import { sharedInWords } from '#renderer/pages/account/inputs/share/share-in-words.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'

const workspace = (id: string, kind: Workspace['kind'], name?: string): Workspace => ({
  id,
  kind,
  environment: id,
  creditLimit: null,
  ...(name === undefined ? {} : { name }),
})

describe('those among whom usage is shared out', () => {
  const members = [
    { ...newMember('Ann', 'basic'), role: 'admin' as const },
    newMember('Ben', 'full'),
    newMember('Cem', 'basic'),
    { ...newMember('Dia', 'basic'), locked: true },
  ]

  it('are people by seat, admins among the Full ones, without who is locked', () => {
    expect(sharersBySeat({ members, workspaces: [] })).toEqual([
      { id: 'full', name: 'Full', parts: 3, of: [{ id: 'Ann' }, { id: 'Ben' }] },
      { id: 'basic', name: 'Basic', parts: 1, of: [{ id: 'Cem' }] },
    ])
    expect(sharersBySeat({ members: [newMember('Ben', 'full')], workspaces: [] })).toHaveLength(1)
  })

  it('are at home in the billing workspace unless another one is named', () => {
    const workspaces = [workspace('us', 'billing'), workspace('eu', 'reporting')]
    const two = [newMember('Ben', 'full'), { ...newMember('Cem', 'full'), workspace: 'eu' }]
    expect(sharersBySeat({ members: two, workspaces })[0]?.of).toEqual([
      { id: 'Ben', workspace: 'us' },
      { id: 'Cem', workspace: 'eu' },
    ])
  })

  it('are workspaces by their names', () => {
    expect(sharersByWorkspace([workspace('us', 'billing', 'US'), workspace('eu', 'reporting')])).toEqual([
      { id: 'us', name: 'US', parts: 1, of: [{ id: 'us' }] },
      { id: 'eu', name: 'eu', parts: 1, of: [{ id: 'eu' }] },
    ])
  })
})

it('says what was shared out among whom', () => {
  expect(sharedInWords('pattern', 'members', 60)).toEqual({
    label: 'Share the usage out among 60 people',
    done: 'The usage is shared out among 60 people. Undo takes that back.',
  })
  expect(sharedInWords('series', 'workspaces', 3).done).toBe(
    'The average of the months is shared out among 3 workspaces. Undo takes that back.',
  )
})
