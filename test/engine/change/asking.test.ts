import { describe, expect, test } from 'vitest'
import { checkScenario } from '#main/engine/index.ts'
import { catalogOf, planOf } from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise } from '../support/consolidation.ts'
import { admin, basic, billPeople, full, peopleOf, workspaceOf } from '../support/people.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'

const workspace = workspaceOf({ full: 3, basic: 3 })
const members = [admin('ada'), full('ann'), basic('bea')]

type Changes = Parameters<typeof billPeople>[1]['changes']

const messages = (changes: Changes, people: Parameters<typeof billPeople>[1]['members'] = members) =>
  billPeople(workspace, {
    members: people,
    changes,
    groups: [{ id: 'team', members: [], limit: null }],
  }).refusals.map(({ message, path }) => [path, message.replace(/^Refused on [\d-]+: /, '')])

describe('only workspace admins manage seats', () => {
  test.each([
    { kind: 'inviteMember', member: basic('ben') } as const,
    { kind: 'removeMember', member: 'bea' } as const,
    { kind: 'lockMember', member: 'bea' } as const,
    { kind: 'changeSeat', member: 'bea', seat: 'full' } as const,
  ])('$kind is done for an admin, and refused to anybody else', (change) => {
    expect(messages([{ ...change, on: '2026-01-05', by: 'ada' }])).toEqual([])
    expect(messages([{ ...change, on: '2026-01-05', by: 'ann' }])).toEqual([
      ['changes.0', '"ann" is no admin, and only admins manage members and their seats.'],
    ])
  })

  test('what is refused changes nothing', () => {
    const changes = [
      { kind: 'lockMember' as const, on: '2026-01-05', member: 'bea', by: 'bea' },
      { kind: 'unlockMember' as const, on: '2026-01-06', member: 'bea', by: 'ada' },
    ]
    const { usage, refusals } = billPeople(workspace, {
      members,
      changes,
      usageEvents: [
        {
          id: 'e',
          at: '2026-01-05T12:00:00Z',
          product: 'agents',
          model: 'Standard',
          quantity: '5',
          member: 'bea',
        },
      ],
    })
    expect([refusals.length, usage[0]?.poolCredits]).toEqual([1, '5'])
  })

  test('they manage the subscription and its limits too', () => {
    const ladder = { ...workspace, plans: [sellingSeats({ ...planOf({}), ...workspace.plans[0] }, 3)] }
    const asked = (by: string) =>
      billPeople(ladder, {
        members,
        groups: [{ id: 'team', members: ['bea'], limit: null }],
        changes: [
          { kind: 'buySeats', on: '2026-01-05', count: 1, by },
          { kind: 'setGroupLimit', on: '2026-01-06', group: 'team', limit: '5', by },
        ],
      }).refusals.map(({ message }) => message)
    expect(asked('ada')).toEqual([])
    expect(asked('bea')).toEqual([
      'Refused on 2026-01-05: "bea" is no admin, and only admins manage the subscription.',
      'Refused on 2026-01-06: "bea" is no admin, and only admins manage limits.',
    ])
  })

  test('an admin who is locked, or gone by then, manages nothing', () => {
    const invite = { kind: 'inviteMember' as const, on: '2026-01-09', member: basic('ben'), by: 'ada' }
    const two = [admin('ada'), admin('abe')]
    expect(
      messages([{ kind: 'lockMember', on: '2026-01-05', member: 'ada', by: 'abe' }, invite], two),
    ).toEqual([['changes.1', '"ada" is locked.']])
    expect(
      messages([{ kind: 'removeMember', on: '2026-01-05', member: 'ada', by: 'ada' }, invite], two),
    ).toEqual([['changes.1', 'There is no member "ada".']])
  })

  test('a change that names nobody was decided by somebody who may', () => {
    expect(messages([{ kind: 'lockMember', on: '2026-01-05', member: 'bea' }])).toEqual([])
  })

  test('somebody who is no member by then is a contradiction, with its path', () => {
    const changes = [
      { kind: 'lockMember' as const, on: '2026-01-05', member: 'ann', by: 'eve' },
      { kind: 'lockMember' as const, on: '2026-01-06', member: 'zoe', by: 'eve' },
      { kind: 'inviteMember' as const, on: '2026-01-07', member: admin('eve') },
    ]
    expect(
      checkScenario(workspace, peopleOf(workspace, { members, changes })).map(({ code, path }) => [
        code,
        path,
      ]),
    ).toEqual([
      ['people.unknown_member', 'changes.0.by'],
      ['people.unknown_member', 'changes.1.by'],
      ['people.unknown_member', 'changes.1.member'],
    ])
    const alone = catalogOf([planOf({})])
    const cancel = { kind: 'cancel' as const, on: '2026-01-05', by: 'ada' }
    expect(checkScenario(alone, peopleOf(alone, { changes: [cancel] })).map(({ path }) => path)).toEqual([
      'changes.0.by',
    ])
  })
})

describe('with consolidated billing each workspace is managed by its own admins', () => {
  const catalog = enterpriseOf({ full: 4 })
  const people = [admin('ada'), { ...admin('eda'), workspace: 'eu' }, { ...basic('ben'), workspace: 'eu' }]
  const refused = (changes: Changes) =>
    billPeople(catalog, onEnterprise({ workspaces: [hq, eu], members: people, changes })).refusals.map(
      ({ message }) => message.replace(/^Refused on [\d-]+: /, ''),
    )

  test('a member, and an invitation, by those of the workspace they are of', () => {
    const invite = { kind: 'inviteMember' as const, on: '2026-01-05' }
    const lock = { kind: 'lockMember' as const, on: '2026-01-06', member: 'ben' }
    const cem = { ...basic('cem'), workspace: 'eu' }
    expect(
      refused([
        { ...invite, member: cem, by: 'eda' },
        { ...lock, by: 'eda' },
      ]),
    ).toEqual([])
    expect(
      refused([
        { ...invite, member: cem, by: 'ada' },
        { ...lock, by: 'ada' },
      ]),
    ).toEqual(['"ada" is no admin of "eu".', '"ada" is no admin of "eu".'])
  })

  test('the subscription by those of the billing workspace', () => {
    const optIn = { kind: 'setOverage' as const, on: '2026-01-05', optIn: false }
    expect(refused([{ ...optIn, by: 'ada' }])).toEqual([])
    expect(refused([{ ...optIn, by: 'eda' }])).toEqual(['"eda" is no admin of "hq".'])
  })

  test('linking and unlinking by no member: it is configured by the vendor’s team', () => {
    const changes = [
      {
        kind: 'unlinkWorkspace' as const,
        on: '2026-01-05',
        workspace: 'eu',
        afterwards: { kind: 'removed' as const },
        by: 'ada',
      },
      { kind: 'linkWorkspace' as const, on: '2026-01-06', workspace: 'eu', by: 'ada' },
    ]
    const scenario = peopleOf(catalog, onEnterprise({ workspaces: [hq, eu], members: people, changes }))
    expect(
      checkScenario(catalog, scenario).flatMap(({ code, path }) =>
        code === 'workspaces.by_member' ? [path] : [],
      ),
    ).toEqual(['changes.0.by', 'changes.1.by'])
  })
})

test('a limit of a group that was asked for in vain is none after the workspace goes its own way', () => {
  const catalog = enterpriseOf({ full: 4, credits: '1000' })
  const { separateAccounts } = billPeople(
    catalog,
    onEnterprise({
      workspaces: [hq, eu],
      members: [admin('ada'), { ...full('ben'), workspace: 'eu' }],
      groups: [{ id: 'team', members: ['ben'], limit: null }],
      changes: [
        { kind: 'setGroupLimit', on: '2026-01-02', group: 'team', limit: '1', by: 'ben' },
        {
          kind: 'unlinkWorkspace',
          on: '2026-01-10',
          workspace: 'eu',
          afterwards: { kind: 'newSubscription', plan: 'small' },
        },
      ],
      usageEvents: [
        {
          id: 'e',
          at: '2026-01-12T00:00:00Z',
          product: 'api',
          model: 'Standard',
          quantity: '50',
          member: 'ben',
        },
      ],
    }),
  )
  expect(separateAccounts[0]?.totals).toMatchObject({ poolCredits: '50', blockedCredits: '0' })
})
