import { describe, expect, it } from 'vitest'
import type { AccountChange, Member } from '#shared/account.ts'
import { giveFullSeats } from '#renderer/state/account-edits/full-seats.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const person = (id: string, seat: Member['seat'] = 'basic'): Member => ({
  id,
  role: 'member',
  seat,
  locked: false,
})
const invite = (on: string, id: string): AccountChange => ({ kind: 'inviteMember', on, member: person(id) })
const move = (on: string, member: string, seat: Member['seat']): AccountChange => ({
  kind: 'changeSeat',
  on,
  member,
  seat,
})
const midnight = (date: string): string => `${date}T00:00:00.000Z`

const account = (changes: readonly AccountChange[], extraSeats = 1): WindowAccount => ({
  ...content({ plan: 'enterprise' }).scenario,
  start: '2026-04-01',
  extraSeats,
  members: [person('Ann'), person('Ben'), person('Cem', 'full')],
  changes: [...changes],
})

describe('Full seats from the start', () => {
  it('are those of the members, with what is bought for them the account’s own', () => {
    const given = giveFullSeats(account([]), {
      members: ['Ann'],
      from: '2026-04-01',
      bought: [{ at: midnight('2026-04-01'), count: 2 }],
    })
    expect(given.members).toEqual([person('Ann', 'full'), person('Ben'), person('Cem', 'full')])
    expect(given.extraSeats).toBe(3)
    expect(given.changes).toEqual([])
  })

  it('leave out what moved them, invite them to Full seats, and buy later what is needed later', () => {
    const lock: AccountChange = { kind: 'lockMember', on: '2026-05-01', member: 'Ann' }
    const others = move('2026-05-02', 'Cem', 'basic')
    const given = giveFullSeats(
      account([lock, move('2026-05-01', 'Ann', 'basic'), others, invite('2026-05-10', 'Zoe')]),
      {
        members: ['Ann', 'Zoe'],
        from: '2026-04-01',
        bought: [{ at: midnight('2026-05-10'), count: 1 }],
      },
    )
    expect(given.changes).toEqual([
      lock,
      others,
      { kind: 'buySeats', on: '2026-05-10', count: 1 },
      { kind: 'inviteMember', on: '2026-05-10', member: person('Zoe', 'full') },
    ])
    expect(given.extraSeats).toBe(1)
  })
})

describe('Full seats from a later day', () => {
  it('are changed to behind all else of the day, and bought before it', () => {
    const early = move('2026-04-10', 'Ann', 'full')
    const back = move('2026-04-20', 'Ann', 'basic')
    const ofTheDay = move('2026-05-03', 'Cem', 'basic')
    const given = giveFullSeats(account([early, back, ofTheDay, move('2026-06-01', 'Ann', 'basic')]), {
      members: ['Ann'],
      from: '2026-05-03',
      bought: [{ at: midnight('2026-05-03'), count: 1 }],
    })
    expect(given.changes).toEqual([
      early,
      back,
      { kind: 'buySeats', on: '2026-05-03', count: 1 },
      ofTheDay,
      move('2026-05-03', 'Ann', 'full'),
    ])
    expect(given.members).toEqual(account([]).members)
    expect(given.extraSeats).toBe(1)
  })

  it('are changed to by who is a member then, and come with the invitation of who is not', () => {
    const remove = (on: string, member: string): AccountChange => ({ kind: 'removeMember', on, member })
    const changesFor = (member: string, changes: readonly AccountChange[]) =>
      giveFullSeats(account(changes), { members: [member], from: '2026-05-03', bought: [] }).changes
    const moved = move('2026-05-03', 'Zoe', 'full')
    const invited = invite('2026-04-10', 'Zoe')
    expect(changesFor('Zoe', [invited])).toEqual([invited, moved])
    expect(changesFor('Zoe', [invite('2026-05-10', 'Zoe')])).toEqual([
      { kind: 'inviteMember', on: '2026-05-10', member: person('Zoe', 'full') },
    ])
    const removed = remove('2026-05-03', 'Ann')
    expect(changesFor('Ann', [removed])).toEqual([removed])
    const later = remove('2026-05-04', 'Ann')
    expect(changesFor('Ann', [later])).toEqual([move('2026-05-03', 'Ann', 'full'), later])
  })
})
