import { describe, expect, it } from 'vitest'
import type { Workspace } from '#shared/workspace.ts'
import {
  addWorkspace,
  changeWorkspace,
  namedIn,
  removeWorkspace,
} from '#renderer/state/account-edits/workspaces.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const TERMS = { billingEnvironment: 'us', environments: ['us', 'eu', 'in'] }
const account = (changes: Partial<WindowAccount> = {}): WindowAccount => content(changes).scenario
const workspace = (id: string, kind: Workspace['kind'] = 'reporting'): Workspace => ({
  id,
  kind,
  environment: id,
  creditLimit: null,
})
const shown = ({ workspaces }: WindowAccount) =>
  workspaces.map(({ id, name, kind, environment }) =>
    [id, ...(name === undefined ? [] : [`(${name})`]), kind, environment].join(' '),
  )

describe('workspaces of an account', () => {
  it('begin with the billing workspace where the vendor has it, and one that reports', () => {
    expect(shown(addWorkspace(account(), TERMS))).toEqual(['us (US) billing us', 'eu (EU) reporting eu'])
  })

  it('are added in the first environment without one, and then where the billing workspace is', () => {
    const three = addWorkspace(addWorkspace(account(), TERMS), TERMS)
    expect(shown(three)).toEqual(['us (US) billing us', 'eu (EU) reporting eu', 'in (India) reporting in'])
    expect(shown(addWorkspace(three, TERMS)).at(-1)).toBe('us 2 (US 2) reporting us')
  })

  it('are changed one at a time', () => {
    const two = addWorkspace(account(), TERMS)
    expect(changeWorkspace(two, 'eu', { name: 'Berlin', creditLimit: '500' }).workspaces).toEqual([
      { ...workspace('us', 'billing'), name: 'US' },
      { ...workspace('eu'), name: 'Berlin', creditLimit: '500' },
    ])
  })

  const everywhere = account({
    workspaces: [workspace('us', 'billing'), workspace('eu'), workspace('in')],
    members: [
      { id: 'Ann', role: 'member', seat: 'full', locked: false, workspace: 'eu' },
      { id: 'Ben', role: 'member', seat: 'full', locked: false, workspace: 'in' },
    ],
    apiKeys: [
      { id: 'one', limit: null, workspace: 'eu' },
      { id: 'two', limit: null },
    ],
    usage: {
      kind: 'streams',
      streams: [
        { id: 's', product: 'p', model: 'm', monthly: '1', pattern: { kind: 'flat' }, workspace: 'eu' },
        { id: 't', product: 'p', model: 'm', monthly: '1', pattern: { kind: 'flat' }, workspace: 'in' },
      ],
    },
    changes: [
      { kind: 'unlinkWorkspace', on: '2026-12-01', workspace: 'eu', afterwards: { kind: 'removed' } },
      { kind: 'linkWorkspace', on: '2026-12-02', workspace: 'in' },
      { kind: 'setWorkspaceLimit', on: '2026-12-03', workspace: 'eu', limit: null },
      { kind: 'cancel', on: '2026-12-04' },
      {
        kind: 'inviteMember',
        on: '2026-12-05',
        member: { id: 'Cid', role: 'member', seat: 'basic', locked: false, workspace: 'eu' },
      },
    ],
  })

  it('are named by members, keys, usage and dated changes', () => {
    expect(namedIn(everywhere, 'eu')).toEqual({ members: 1, keys: 1, streams: 1, changes: 2 })
    expect(namedIn(everywhere, 'us')).toEqual({ members: 0, keys: 0, streams: 0, changes: 0 })
    expect(namedIn(account(), 'us').streams).toBe(0)
  })

  it('leave who was in them to the billing workspace, and nothing that names them', () => {
    const after = removeWorkspace(everywhere, 'eu')
    expect(shown(after)).toEqual(['us billing us', 'in reporting in'])
    expect(after.members.map(({ id, workspace: at }) => [id, at])).toEqual([
      ['Ann', undefined],
      ['Ben', 'in'],
    ])
    expect(after.apiKeys.map(({ workspace: at }) => at)).toEqual([undefined, undefined])
    expect(after.usage.kind === 'streams' && after.usage.streams.map(({ workspace: at }) => at)).toEqual([
      undefined,
      'in',
    ])
    expect(after.changes.map(({ kind }) => kind)).toEqual(['linkWorkspace', 'cancel', 'inviteMember'])
    expect(JSON.stringify(after)).not.toContain('"eu"')
  })
})
