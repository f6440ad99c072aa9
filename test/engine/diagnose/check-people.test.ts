import { describe, expect, test } from 'vitest'
import { checkScenario, run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { admin, basic, full, peopleOf, preset, workspaceOf } from '../support/people.ts'

/** Two Full and two Basic seats. */
const workspace = workspaceOf()

type Given = Parameters<typeof peopleOf>[1]

const problemsOf = (given: Given) => {
  const scenario = peopleOf(workspace, given)
  const problems = checkScenario(workspace, scenario)
  const result = run(workspace, scenario)
  expect(result.ok).toBe(problems.length === 0)
  if (!result.ok) expect(result.problems).toEqual(problems)
  return problems.map(({ code, path }) => [code, path])
}

const basicAdmin = { id: 'ada', role: 'admin' as const, seat: 'basic' as const }

describe('people who contradict the plan or each other are refused', () => {
  test('people who fit have no problems', () => {
    expect(
      problemsOf({
        members: [admin('ada'), full('ann'), basic('bea')],
        groups: [{ id: 'team', members: ['ann', 'late'], apiKeys: ['bot'], limit: '10' }],
        apiKeys: [{ id: 'web', member: 'late' }, { id: 'bot' }],
        changes: [
          { kind: 'inviteMember', on: '2026-01-01', member: basic('late') },
          { kind: 'removeMember', on: '2026-01-31T23:59:59Z', member: 'late' },
        ],
      }),
    ).toEqual([])
  })

  test.each<[string, Given, string, string]>([
    [
      'more Full members than Full seats',
      { members: [full('a'), admin('b'), full('c')] },
      'seats.over_limit',
      'members',
    ],
    [
      'more members than seats',
      { members: ['a', 'b', 'c', 'd', 'e'].map(basic) },
      'seats.over_limit',
      'members',
    ],
    [
      'a group of a key that is not there',
      { groups: [{ id: 'g', members: [], apiKeys: ['none'], limit: null }] },
      'people.unknown_key',
      'groups.0.apiKeys.0',
    ],
    [
      'a group of a key that belongs to a member',
      {
        members: [full('a')],
        groups: [{ id: 'g', members: [], apiKeys: ['bot', 'web'], limit: null }],
        apiKeys: [{ id: 'bot' }, { id: 'web', member: 'a' }],
      },
      'people.key_of_member',
      'groups.0.apiKeys.1',
    ],
    [
      'a group that names a key twice',
      {
        groups: [{ id: 'g', members: [], apiKeys: ['bot', 'bot'], limit: null }],
        apiKeys: [{ id: 'bot' }],
      },
      'people.duplicate_id',
      'groups.0.apiKeys.1',
    ],
    ['an admin on a Basic seat', { members: [basicAdmin] }, 'seats.basic_admin', 'members.0.seat'],
    [
      'an admin invited to a Basic seat',
      { changes: [{ kind: 'inviteMember', on: '2026-01-02', member: basicAdmin }] },
      'seats.basic_admin',
      'changes.0.member.seat',
    ],
    [
      'two members of one id',
      { members: [full('a'), basic('b'), basic('a')] },
      'people.duplicate_id',
      'members.2.id',
    ],
    [
      'two groups of one id',
      { groups: ['team', 'team'].map((id) => ({ id, members: [], limit: null })) },
      'people.duplicate_id',
      'groups.1.id',
    ],
    [
      'a member who is in a group twice',
      { members: [full('a')], groups: [{ id: 'team', members: ['a', 'a'], limit: '10' }] },
      'people.duplicate_id',
      'groups.0.members.1',
    ],
    [
      'two keys of one id',
      { apiKeys: [{ id: 'web' }, { id: 'web' }] },
      'people.duplicate_id',
      'apiKeys.1.id',
    ],
    [
      'a group of somebody unknown',
      { members: [full('a')], groups: [{ id: 'team', members: ['a', 'nobody'], limit: null }] },
      'people.unknown_member',
      'groups.0.members.1',
    ],
    [
      'a key of somebody unknown',
      { apiKeys: [{ id: 'web', member: 'nobody' }] },
      'people.unknown_member',
      'apiKeys.0.member',
    ],
    ...(['removeMember', 'lockMember', 'unlockMember'] as const).map(
      (kind): [string, Given, string, string] => [
        `${kind} of somebody unknown`,
        { changes: [{ kind, on: '2026-01-02', member: 'nobody' }] },
        'people.unknown_member',
        'changes.0.member',
      ],
    ),
    [
      'another seat for somebody unknown',
      { changes: [{ kind: 'changeSeat', on: '2026-01-02', member: 'nobody', seat: 'full' }] },
      'people.unknown_member',
      'changes.0.member',
    ],
    [
      'a change of somebody who is invited later only',
      {
        changes: [
          { kind: 'lockMember', on: '2026-01-05', member: 'late' },
          { kind: 'inviteMember', on: '2026-01-05', member: basic('late') },
        ],
      },
      'people.unknown_member',
      'changes.0.member',
    ],
    [
      'a limit of an unknown group',
      { changes: [{ kind: 'setGroupLimit', on: '2026-01-02', group: 'none', limit: '1' }] },
      'people.unknown_group',
      'changes.0.group',
    ],
    [
      'a limit of an unknown key',
      { changes: [{ kind: 'setKeyLimit', on: '2026-01-02', apiKey: 'none', limit: null }] },
      'people.unknown_key',
      'changes.0.apiKey',
    ],
    ['extra seats of a plan that sells none', { extraSeats: 1 }, 'seats.not_sold', 'extraSeats'],
    [
      'a change before the run',
      { changes: [{ kind: 'inviteMember', on: '2025-12-31T23:59:59Z', member: basic('b') }] },
      'changes.outside_run',
      'changes.0.on',
    ],
    [
      'a change at the end of the run',
      {
        members: [full('a')],
        changes: [
          { kind: 'lockMember', on: '2026-01-31', member: 'a' },
          { kind: 'lockMember', on: '2026-02-01', member: 'a' },
        ],
      },
      'changes.outside_run',
      'changes.1.on',
    ],
  ])('%s', (_, given, code, path) => {
    expect(problemsOf(given)).toEqual([[code, path]])
  })

  test('somebody invited on an earlier day may be changed, wherever the invitation stands', () => {
    expect(
      problemsOf({
        changes: [
          { kind: 'lockMember', on: '2026-01-06', member: 'late' },
          { kind: 'inviteMember', on: '2026-01-05', member: basic('late') },
        ],
      }),
    ).toEqual([])
  })

  test('members may sit on extra seats, as many as are sold', () => {
    const catalog = preset('elevenlabs-2026-10')
    const codes = (count: number, extraSeats: number) => {
      const members = Array.from({ length: count }, (_, index) => full(`f${index}`))
      const scenario = peopleOf(catalog, { plan: 'business', members, extraSeats })
      return checkScenario(catalog, scenario).map(({ code }) => code)
    }
    // Business has 10 Full seats, and with bought ones at most 11
    expect(codes(11, 1)).toEqual([])
    expect(codes(11, 0)).toEqual(['seats.over_limit'])
    expect(codes(11, 2)).toEqual(['seats.not_sold'])
  })

  test('locked members need no seat', () => {
    const locked = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...full(id), locked: true }))
    expect(problemsOf({ members: [...locked, full('f'), full('g')] })).toEqual([])
  })

  test('every problem is told at once, with its path', () => {
    const given: Given = {
      members: [full('a'), full('b'), full('c'), basicAdmin, basic('a')],
      groups: [{ id: 'team', members: ['nobody'], limit: '1' }],
      apiKeys: [{ id: 'web', member: 'nobody' }],
      changes: [{ kind: 'lockMember', on: '2027-01-01', member: 'a' }],
    }
    expect(problemsOf(given)).toEqual([
      ['people.duplicate_id', 'members.4.id'],
      ['seats.over_limit', 'members'],
      ['seats.basic_admin', 'members.3.seat'],
      ['people.unknown_member', 'groups.0.members.0'],
      ['people.unknown_member', 'apiKeys.0.member'],
      ['changes.outside_run', 'changes.0.on'],
    ])
  })

  test.each([
    ['a negative limit', { groups: [{ id: 'team', members: [], limit: '-1' }] }],
    ['a seat that is neither Full nor Basic', { members: [{ id: 'a', seat: 'half' }] }],
    ['a change of no kind there is', { changes: [{ kind: 'promote', on: '2026-01-01', member: 'a' }] }],
    ['a date that is none', { changes: [{ kind: 'lockMember', on: '2026-02-30', member: 'a' }] }],
    ['a member without a name', { members: [{ id: '', seat: 'full' }] }],
  ])('the schema refuses %s', (_, given) => {
    expect(Scenario.safeParse({ ...peopleOf(workspace, {}), ...given }).success).toBe(false)
  })
})

test('a seat that the plan does not sell is no seat', () => {
  // Free has 1 Full seat of its own, and sells none.
  const free = peopleOf(preset('elevenlabs-2026-10'), {
    plan: 'free',
    extraSeats: 1,
    members: [full('ann'), full('bea')],
  })
  const problems = checkScenario(preset('elevenlabs-2026-10'), free)
  expect(problems.map(({ code }) => code)).toEqual(['seats.over_limit', 'seats.not_sold'])
  expect(problems[0]?.message).toMatch(/^The plan has 1 Full seat\. /)
})
