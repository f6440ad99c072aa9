import { describe, expect, it } from 'vitest'
import {
  addGroup,
  addKey,
  changeGroup,
  changeKey,
  removeGroup,
  removeKey,
  renameGroup,
  renameKey,
} from '#renderer/state/account-edits/limits.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const account = (changes: Partial<WindowAccount> = {}): WindowAccount => content(changes).scenario

const used = account({
  groups: [
    { id: 'Team', members: ['Ann'], apiKeys: ['bot', 'other'], limit: '100' },
    { id: 'Rest', members: [], limit: null },
  ],
  apiKeys: [
    { id: 'bot', limit: null },
    { id: 'other', limit: '5' },
  ],
  changes: [
    { kind: 'setGroupLimit', on: '2026-12-01', group: 'Team', limit: '200' },
    { kind: 'setKeyLimit', on: '2026-12-02', apiKey: 'bot', limit: '7' },
    { kind: 'cancel', on: '2026-12-03' },
  ],
  usage: {
    kind: 'streams',
    streams: [
      { id: 's', product: 'p', model: 'm', monthly: '1', pattern: { kind: 'flat' }, apiKey: 'bot' },
      { id: 't', product: 'p', model: 'm', monthly: '1', pattern: { kind: 'flat' }, apiKey: 'other' },
    ],
  },
})
const keysOfUsage = ({ usage }: WindowAccount) =>
  usage.kind === 'streams' ? usage.streams.map(({ apiKey }) => apiKey) : []

describe('billing groups of an account', () => {
  it('get a name that nothing has yet', () => {
    const two = addGroup(addGroup(account()))
    expect(two.groups).toEqual([
      { id: 'Team', members: [], limit: null },
      { id: 'Team 2', members: [], limit: null },
    ])
  })

  it('are changed one at a time', () => {
    expect(changeGroup(used, 'Rest', { limit: '9' }).groups.map(({ limit }) => limit)).toEqual(['100', '9'])
  })

  it('are called otherwise wherever they are named', () => {
    const after = renameGroup(used, 'Team', 'Voices')
    expect(after.groups.map(({ id }) => id)).toEqual(['Voices', 'Rest'])
    expect(after.changes[0]).toMatchObject({ group: 'Voices' })
  })

  it.each(['Rest', ' ', ''])('keep their name where “%s” is taken or none', (name) => {
    expect(renameGroup(used, 'Team', name)).toBe(used)
  })

  it('go with the dated changes of their limits', () => {
    const after = removeGroup(used, 'Team')
    expect(after.groups.map(({ id }) => id)).toEqual(['Rest'])
    expect(after.changes.map(({ kind }) => kind)).toEqual(['setKeyLimit', 'cancel'])
  })
})

describe('API keys of an account', () => {
  it('get a name that nothing has yet', () => {
    expect(addKey(addKey(account())).apiKeys.map(({ id }) => id)).toEqual(['Key', 'Key 2'])
  })

  it('are changed one at a time', () => {
    expect(changeKey(used, 'bot', { company: 'Acme' }).apiKeys).toEqual([
      { id: 'bot', limit: null, company: 'Acme' },
      { id: 'other', limit: '5' },
    ])
  })

  it('are called otherwise wherever they are named', () => {
    const after = renameKey(used, 'bot', 'agent')
    expect(after.apiKeys.map(({ id }) => id)).toEqual(['agent', 'other'])
    expect(after.groups[0]?.apiKeys).toEqual(['agent', 'other'])
    expect(after.changes[1]).toMatchObject({ apiKey: 'agent' })
    expect(keysOfUsage(after)).toEqual(['agent', 'other'])
    expect(JSON.stringify(after)).not.toContain('bot')
  })

  it('keep their name where another has it', () => {
    expect(renameKey(used, 'bot', 'other')).toBe(used)
  })

  it('go with all that names them, and their usage stays without a key', () => {
    const after = removeKey(used, 'bot')
    expect(after.apiKeys.map(({ id }) => id)).toEqual(['other'])
    expect(after.groups[0]?.apiKeys).toEqual(['other'])
    expect(after.changes.map(({ kind }) => kind)).toEqual(['setGroupLimit', 'cancel'])
    expect(keysOfUsage(after)).toEqual([undefined, 'other'])
  })

  it('are left alone in usage that names no keys', () => {
    const whole = account({ apiKeys: [{ id: 'bot', limit: null }] })
    expect(renameKey(whole, 'bot', 'agent').usage).toBe(whole.usage)
    expect(removeKey(whole, 'bot').usage).toBe(whole.usage)
  })
})
