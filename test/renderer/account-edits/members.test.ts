import { describe, expect, it } from 'vitest'
import type { AccountChange, Member } from '#shared/account.ts'
import { type UsageStream, UsagePattern } from '#shared/usage.ts'
import { joinGroup, putInGroup, putInGroupOnly } from '#renderer/state/account-edits/groups.ts'
import {
  addMembers,
  changeMembers,
  newMember,
  numberedMembers,
  withLock,
  withRole,
  withSeat,
} from '#renderer/state/account-edits/members.ts'
import { setOwnUsage, streamsByMember } from '#renderer/state/account-edits/own-usage.ts'
import { mentionsOf, removeMembers } from '#renderer/state/account-edits/remove-members.ts'
import { renameMember } from '#renderer/state/account-edits/rename-member.ts'
import { moveToWorkspace } from '#renderer/state/account-edits/move-to-workspace.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const person = (id: string, changes: Partial<Member> = {}): Member => ({
  ...newMember(id, 'basic'),
  ...changes,
})
const stream = (id: string, changes: Partial<UsageStream> = {}): UsageStream => ({
  id,
  product: 'tts',
  model: 'v2',
  monthly: '100',
  pattern: UsagePattern.parse({ kind: 'flat' }),
  ...changes,
})
const using = (...streams: UsageStream[]) => ({ usage: { kind: 'streams' as const, streams } })
const account = (changes: Partial<WindowAccount>): WindowAccount => content(changes).scenario
const ids = ({ members }: WindowAccount) => members.map(({ id }) => id)
const at = (id: string, place: number) => ({ id, place })
const ANN = at('Ann', 0)
const BEN = at('Ben', 1)

/** Ann and Ben, with something of every kind that names one of them. */
const named = (): WindowAccount =>
  account({
    members: [person('Ann'), person('Ben'), person('Ann in Delhi', { user: 'Ann' })],
    groups: [
      { id: 'Support', members: ['Ann', 'Ben'], apiKeys: ['bot'], limit: null },
      { id: 'Sales', members: ['Ben'], limit: '10' },
    ],
    apiKeys: [
      { id: 'of Ann', member: 'Ann', limit: null },
      { id: 'bot', limit: null },
    ],
    changes: [
      { kind: 'lockMember', on: '2026-12-01', member: 'Ann' },
      { kind: 'changeSeat', on: '2026-12-02', member: 'Ben', seat: 'full', by: 'Ann' },
      { kind: 'removeMember', on: '2026-12-03', member: 'Ann' },
      { kind: 'inviteMember', on: '2026-12-04', member: person('Ann') },
      { kind: 'setKeyLimit', on: '2026-12-05', apiKey: 'of Ann', limit: '5' },
      { kind: 'setKeyLimit', on: '2026-12-06', apiKey: 'bot', limit: '5' },
      { kind: 'cancel', on: '2026-12-07', by: 'Ben' },
    ],
    ...using(
      stream('by Ann', { member: 'Ann' }),
      stream('by a key of Ann', { apiKey: 'of Ann' }),
      stream('by Ben', { member: 'Ben' }),
      stream('by nobody'),
    ),
  })

describe('renaming a member', () => {
  it('renames whatever names them', () => {
    const renamed = renameMember(named(), ANN, 'Anna')
    expect(ids(renamed)).toEqual(['Anna', 'Ben', 'Ann in Delhi'])
    expect(renamed.members[2]?.user).toBe('Anna')
    expect(renamed.groups.map(({ members }) => members)).toEqual([['Anna', 'Ben'], ['Ben']])
    expect(renamed.apiKeys.map(({ member }) => member)).toEqual(['Anna', undefined])
    const expected: readonly Partial<AccountChange>[] = [
      { member: 'Anna' },
      { member: 'Ben', by: 'Anna' },
      { member: 'Anna' },
      { member: person('Anna') },
      { apiKey: 'of Ann' },
      { apiKey: 'bot' },
      { by: 'Ben' },
    ]
    expect(renamed.changes).toMatchObject(expected)
    expect(renamed.usage).toMatchObject({
      streams: [{ member: 'Anna' }, { apiKey: 'of Ann' }, { member: 'Ben' }, { id: 'by nobody' }],
    })
  })

  it('renames the person of a membership that is invited later', () => {
    const later: AccountChange = {
      kind: 'inviteMember',
      on: '2026-12-04',
      member: person('Ann in Rome', { user: 'Ann' }),
    }
    const renamed = renameMember(account({ members: [person('Ann')], changes: [later] }), ANN, 'Anna')
    expect(renamed.changes).toMatchObject([{ member: { id: 'Ann in Rome', user: 'Anna' } }])
  })

  it('leaves with another member of the same name what names them', () => {
    const twice = { ...named(), members: [person('Ann'), person('Ann')] }
    const renamed = renameMember(twice, at('Ann', 1), 'Anna')
    expect(ids(renamed)).toEqual(['Ann', 'Anna'])
    expect(renamed.groups).toBe(twice.groups)
    expect(renamed.usage).toBe(twice.usage)
  })

  it('finds the member where the list has moved since', () => {
    expect(ids(renameMember(account({ members: [person('Zoe'), person('Ann')] }), ANN, 'Anna'))).toEqual([
      'Zoe',
      'Anna',
    ])
  })

  it('is nothing for a member who is not there or whose name stays', () => {
    const before = named()
    expect(renameMember(before, ANN, 'Ann')).toBe(before)
    expect(renameMember(before, at('Zoe', 0), 'Anna')).toBe(before)
  })
})

describe('removing members', () => {
  it('says what else names them', () => {
    expect(mentionsOf(named(), [ANN])).toEqual({ groups: 1, apiKeys: 1, streams: 2, changes: 5 })
    expect(mentionsOf(named(), [at('Ann in Delhi', 2)])).toEqual({
      groups: 0,
      apiKeys: 0,
      streams: 0,
      changes: 0,
    })
  })

  it('takes all of that with them, and nothing else', () => {
    const left = removeMembers(named(), [ANN])
    expect(ids(left)).toEqual(['Ben', 'Ann in Delhi'])
    expect(left.groups).toEqual([
      { id: 'Support', members: ['Ben'], apiKeys: ['bot'], limit: null },
      { id: 'Sales', members: ['Ben'], limit: '10' },
    ])
    expect(left.apiKeys.map(({ id }) => id)).toEqual(['bot'])
    expect(left.changes.map(({ on }) => on)).toEqual(['2026-12-06', '2026-12-07'])
    expect(left.usage).toMatchObject({ streams: [{ id: 'by Ben' }, { id: 'by nobody' }] })
  })

  it('takes a key of theirs out of groups', () => {
    const keyed = {
      ...named(),
      groups: [{ id: 'All', members: [], apiKeys: ['of Ann', 'bot'], limit: null }],
    }
    expect(removeMembers(keyed, [ANN]).groups[0]?.apiKeys).toEqual(['bot'])
  })

  it('leaves what names two of one name with the one who stays', () => {
    const twice = { ...named(), members: [person('Ann'), person('Ann')] }
    const left = removeMembers(twice, [at('Ann', 1)])
    expect(ids(left)).toEqual(['Ann'])
    expect(left.apiKeys).toEqual(twice.apiKeys)
    expect(left.changes).toEqual(twice.changes)
    expect(left.usage).toEqual(twice.usage)
  })

  it('leaves usage alone that is set as a whole, and an account without them as it is', () => {
    const whole = account({ members: [person('Ann')] })
    expect(removeMembers(whole, [ANN]).usage).toBe(whole.usage)
    expect(removeMembers(whole, [at('Zoe', 3)])).toBe(whole)
  })
})

describe('changing members', () => {
  const three = () =>
    account({ members: [person('Ann', { role: 'admin', seat: 'full' }), person('Ben'), person('Cem')] })

  it('gives seats, but no admin a Basic one', () => {
    const seats = ({ members }: WindowAccount) => members.map(({ seat }) => seat)
    expect(seats(changeMembers(three(), [ANN, BEN], withSeat('full')))).toEqual(['full', 'full', 'basic'])
    expect(seats(changeMembers(three(), [ANN, BEN], withSeat('basic')))).toEqual(['full', 'basic', 'basic'])
  })

  it('makes admins with a Full seat, and members who keep theirs', () => {
    expect(changeMembers(three(), [BEN], withRole('admin')).members[1]).toMatchObject({
      role: 'admin',
      seat: 'full',
    })
    expect(changeMembers(three(), [ANN], withRole('member')).members[0]).toMatchObject({
      role: 'member',
      seat: 'full',
    })
  })

  it('locks those who are meant', () => {
    const locked = changeMembers(three(), [BEN], withLock(true))
    expect(locked.members.map((member) => member.locked)).toEqual([false, true, false])
  })

  it('leaves the account and each member alone where nothing is another', () => {
    const before = three()
    for (const change of [withSeat('full'), withRole('admin'), withLock(false)])
      expect(changeMembers(before, [ANN], change)).toBe(before)
    expect(changeMembers(before, [BEN], withLock(true)).members[0]).toBe(before.members[0])
  })

  it('adds people at the end, by numbers that nobody has', () => {
    const some = numberedMembers(new Set(['Agent 2']), { full: 1, basic: 2, prefix: 'Agent' })
    expect(some.map(({ id, seat }) => [id, seat])).toEqual([
      ['Agent 1', 'full'],
      ['Agent 3', 'basic'],
      ['Agent 4', 'basic'],
    ])
    expect(some[0]).toEqual({ id: 'Agent 1', role: 'member', seat: 'full', locked: false })
    expect(ids(addMembers(three(), some)).slice(2)).toEqual(['Cem', 'Agent 1', 'Agent 3', 'Agent 4'])
    const before = three()
    expect(addMembers(before, [])).toBe(before)
  })
})

describe('putting members in groups', () => {
  const members = ({ groups }: WindowAccount) => groups.map((group) => [group.id, ...group.members])

  it('adds them to a group beside those they are in, once', () => {
    expect(members(putInGroup(named(), [ANN, BEN], 'Sales'))).toEqual([
      ['Support', 'Ann', 'Ben'],
      ['Sales', 'Ben', 'Ann'],
    ])
    const before = named()
    expect(putInGroup(before, [BEN], 'Sales')).toBe(before)
  })

  it('makes a group that is not there, without a limit', () => {
    expect(joinGroup(account({}), ['Ann'], 'New').groups).toEqual([
      { id: 'New', members: ['Ann'], limit: null },
    ])
  })

  it('puts them in one group only, or in none', () => {
    expect(members(putInGroupOnly(named(), [BEN], 'Sales'))).toEqual([
      ['Support', 'Ann'],
      ['Sales', 'Ben'],
    ])
    expect(members(putInGroupOnly(named(), [BEN], null))).toEqual([['Support', 'Ann'], ['Sales']])
    const before = named()
    expect(putInGroupOnly(before, [at('Ann in Delhi', 2)], null)).toBe(before)
    expect(putInGroupOnly(before, [ANN], 'Support')).toBe(before)
  })
})

describe('moving members to another workspace', () => {
  it('takes along their usage that names one, and later invitations of the same name', () => {
    const moved = moveToWorkspace(
      account({
        members: [person('Ann', { workspace: 'us' }), person('Ben', { workspace: 'us' })],
        apiKeys: [{ id: 'of Ann', member: 'Ann', limit: null }],
        changes: [
          { kind: 'inviteMember', on: '2026-12-04', member: person('Ann', { workspace: 'us' }) },
          { kind: 'inviteMember', on: '2026-12-05', member: person('Zoe', { workspace: 'us' }) },
        ],
        ...using(
          stream('1', { member: 'Ann', workspace: 'us' }),
          stream('2', { member: 'Ann' }),
          stream('3', { apiKey: 'of Ann', workspace: 'us' }),
          stream('4', { member: 'Ben', workspace: 'us' }),
          stream('5', { workspace: 'us' }),
        ),
      }),
      [ANN],
      'eu',
    )
    expect(moved.members.map(({ workspace }) => workspace)).toEqual(['eu', 'us'])
    expect(moved.changes).toMatchObject([{ member: { workspace: 'eu' } }, { member: { workspace: 'us' } }])
    expect(moved.usage).toMatchObject({
      streams: [
        { workspace: 'eu' },
        { id: '2' },
        { workspace: 'eu' },
        { workspace: 'us' },
        { workspace: 'us' },
      ],
    })
    expect(moved.usage.kind === 'streams' && moved.usage.streams[1]?.workspace).toBeUndefined()
    expect(moveToWorkspace(moved, [ANN], 'eu')).toBe(moved)
  })
})

describe('the usage of a member', () => {
  const TTS = { product: 'tts', model: 'v2' }
  const monthly = ({ usage }: WindowAccount) =>
    usage.kind === 'streams' ? usage.streams.map((each) => `${each.id}: ${each.monthly}`) : null

  it('is what names them or a key of theirs', () => {
    const own = streamsByMember(named())
    expect(own.get('Ann')?.map(({ id }) => id)).toEqual(['by Ann', 'by a key of Ann'])
    expect(own.get('Ben')?.map(({ id }) => id)).toEqual(['by Ben'])
    expect([...own.keys()]).toEqual(['Ann', 'Ben'])
    expect(streamsByMember(account({})).size).toBe(0)
  })

  it('is one figure in place of another', () => {
    expect(monthly(setOwnUsage(named(), 'Ben', '250', null))).toContain('by Ben: 250')
    const before = named()
    expect(setOwnUsage(before, 'Ben', '100', null)).toBe(before)
  })

  it('begins as what is usual, under an id of its own', () => {
    const before = account(using(stream('Cem · tts')))
    const begun = setOwnUsage(before, 'Cem', '7', TTS)
    expect(begun.usage).toMatchObject({
      streams: [{ id: 'Cem · tts' }, { id: 'Cem · tts 2', member: 'Cem', ...TTS, monthly: '7' }],
    })
    expect(setOwnUsage(before, 'Cem', '7', null)).toBe(before)
  })

  it('ends without a figure', () => {
    expect(monthly(setOwnUsage(named(), 'Ben', null, null))).not.toContain('by Ben: 100')
    const before = named()
    expect(setOwnUsage(before, 'Cem', null, TTS)).toBe(before)
  })

  it('stays where one figure cannot stand for it', () => {
    const several = named()
    expect(setOwnUsage(several, 'Ann', '7', TTS)).toBe(several)
    expect(setOwnUsage(several, 'Ann', null, TTS)).toBe(several)
    const whole = account({})
    expect(setOwnUsage(whole, 'Ann', '7', TTS)).toBe(whole)
  })
})
