import { describe, expect, test } from 'vitest'
import { enterpriseOf, eu, hq } from '../support/consolidation.ts'
import { admin, basic, full, use, workspaceOf } from '../support/people.ts'
import { memberOf, reportOf, stepsOf } from '../support/seats.ts'

describe('occupancy', () => {
  const one = workspaceOf({ full: 1, basic: 0 })

  test('locking a member frees the seat that an invitation was refused before', () => {
    const seats = reportOf(one, {
      members: [full('ann')],
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: full('bob') },
        { kind: 'lockMember', on: '2026-01-10', member: 'ann' },
        { kind: 'inviteMember', on: '2026-01-11', member: full('bob') },
      ],
      usageEvents: [use(6, 'bob', 'agents', 7), use(12, 'ann', 'agents', 5), use(13, 'ann', 'agents', 4)],
    })
    expect(stepsOf(seats)).toEqual([
      ['2026-01-01', 1, 0, 0, 0],
      ['2026-01-10', 0, 0, 0, 1],
      ['2026-01-11', 1, 0, 0, 1],
    ])
    expect(seats.refusals).toEqual([
      {
        at: '2026-01-05T00:00:00.000Z',
        path: 'changes.0',
        kind: 'inviteMember',
        who: 'bob',
        why: 'The plan has 1 Full seat. Lock or remove a Full member, or buy a seat where the plan sells them.',
      },
    ])
    const told = seats.members.map(({ member, stops }) => [member, ...stops])
    const stop = { period: 1, requests: 1 }
    expect(told).toEqual([
      [
        'ann',
        {
          ...stop,
          requests: 2,
          cause: 'locked',
          subject: 'ann',
          at: '2026-01-12T12:00:00.000Z',
          credits: '9',
        },
      ],
      ['bob', { ...stop, cause: 'noSeat', subject: 'bob', at: '2026-01-06T12:00:00.000Z', credits: '7' }],
    ])
    expect(memberOf(seats, 'ann').seats.map(({ from, holds }) => [from.slice(0, 10), holds])).toEqual([
      ['2026-01-01', 'full'],
      ['2026-01-10', 'locked'],
    ])
  })

  test('of several changes at one instant only what they come to is a step, and none where that is nothing', () => {
    const { steps, members } = reportOf(one, {
      members: [full('ann')],
      changes: [
        { kind: 'lockMember', on: '2026-01-10', member: 'ann' },
        { kind: 'unlockMember', on: '2026-01-10', member: 'ann' },
        { kind: 'removeMember', on: '2026-01-20', member: 'ann' },
        { kind: 'inviteMember', on: '2026-01-20', member: full('bob') },
        { kind: 'removeMember', on: '2026-01-25', member: 'bob' },
        { kind: 'inviteMember', on: '2026-01-25', member: full('cem') },
        { kind: 'removeMember', on: '2026-01-25', member: 'cem' },
        { kind: 'inviteMember', on: '2026-01-25', member: full('bob') },
      ],
    })
    expect(members.map(({ member, seats }) => [member, seats.map(({ holds }) => holds)])).toEqual([
      ['ann', ['full', 'none']],
      ['bob', ['full']],
    ])
    // On the 20th one goes and one comes: nothing is counted otherwise, and yet somebody else sits there.
    expect(steps.map(({ from }) => from.slice(0, 10))).toEqual(['2026-01-01', '2026-01-20'])
  })

  test('who is refused leaves no trace among the members', () => {
    const { members, steps } = reportOf(one, {
      members: [full('ann')],
      changes: [{ kind: 'inviteMember', on: '2026-01-05', member: full('bob') }],
    })
    expect([members.map(({ member }) => member), steps.length]).toEqual([['ann'], 1])
  })

  test('a plan with too few seats locks all but the owner from its first day', () => {
    const small = workspaceOf({ full: 1, basic: 0, id: 'small' })
    const large = workspaceOf({ full: 2, basic: 1, id: 'large' })
    const seats = reportOf(
      { ...large, plans: [...small.plans, ...large.plans] },
      {
        plan: 'large',
        members: [full('ann'), admin('ada'), basic('bea')],
        changes: [{ kind: 'changePlan', on: '2026-01-20', plan: 'small', timing: 'now' }],
      },
    )
    expect(seats.steps.map(({ plan, full: { limit } }) => [plan, limit])).toEqual([
      ['large', 2],
      ['small', 1],
    ])
    expect(stepsOf(seats)[1]).toEqual(['2026-01-20', 1, 0, 0, 2])
    expect(memberOf(seats, 'ada').seats.map(({ holds }) => holds)).toEqual(['full'])
    expect(memberOf(seats, 'bea').seats.map(({ holds }) => holds)).toEqual(['basic', 'locked'])
  })

  test('members of a workspace need seats here while it is linked', () => {
    const catalog = enterpriseOf({ full: 2, basic: 2 })
    const seats = reportOf(catalog, {
      plan: 'enterprise',
      workspaces: [hq, eu],
      members: [full('ann'), { ...basic('bea'), workspace: 'eu' }],
      changes: [
        { kind: 'linkWorkspace', on: '2026-01-10', workspace: 'eu' },
        { kind: 'unlinkWorkspace', on: '2026-01-20', workspace: 'eu', afterwards: { kind: 'removed' } },
      ],
    })
    expect(stepsOf(seats)).toEqual([
      ['2026-01-01', 1, 0, 0, 0],
      ['2026-01-10', 1, 1, 0, 0],
      ['2026-01-20', 1, 0, 0, 0],
    ])
    expect(memberOf(seats, 'bea').seats.map(({ holds }) => holds)).toEqual(['elsewhere', 'basic', 'none'])
  })

  test('those of a workspace that goes on by itself have their seats there', () => {
    const seats = reportOf(enterpriseOf({ full: 2, basic: 2 }), {
      plan: 'enterprise',
      workspaces: [hq, eu],
      members: [{ ...basic('bea'), workspace: 'eu' }],
      changes: [
        {
          kind: 'unlinkWorkspace',
          on: '2026-01-20',
          workspace: 'eu',
          afterwards: { kind: 'newSubscription', plan: 'small' },
        },
      ],
    })
    expect(memberOf(seats, 'bea').seats.map(({ holds }) => holds)).toEqual(['basic', 'elsewhere'])
  })

  test('an account that names nobody has its seats free', () => {
    const seats = reportOf(workspaceOf({ full: 3, basic: 4 }), {
      usage: { kind: 'series', credits: ['1500'] },
    })
    expect(seats.steps.map(({ full: { free }, basic: { free: all } }) => [free, all])).toEqual([[3, 7]])
    // 1,000 of the plan; the rest is nobody's.
    expect(seats.nameless).toMatchObject({ servedCredits: '1000', lostCredits: '500' })
    expect(seats.members).toEqual([])
  })
})
