import { describe, expect, test } from 'vitest'
import { occupied, seatProblem } from '#main/engine/gate/seats.ts'
import { checkScenario } from '#main/engine/index.ts'
import type { Member } from '#shared/account.ts'
import {
  admin,
  basic,
  billPeople,
  full,
  peopleOf,
  preset,
  refusalsOf,
  servedRows,
  use,
  workspaceOf,
} from '../support/people.ts'

/** Two Full and two Basic seats. */
const LIMITS = { full: 2, basic: 2 }
const workspace = workspaceOf({ ...LIMITS })

describe('seats of a plan', () => {
  test('no more Full members than Full seats', () => {
    expect(seatProblem({ full: 2, basic: 0 }, LIMITS)).toBeNull()
    expect(seatProblem({ full: 3, basic: 0 }, LIMITS)).toBe(
      'The plan has 2 Full seats. Move a Full member to a Basic seat, lock or remove one, or buy a seat where the plan sells them.',
    )
  })

  test('unused Full slots hold Basic members', () => {
    expect(seatProblem({ full: 0, basic: 4 }, LIMITS)).toBeNull()
    expect(seatProblem({ full: 1, basic: 3 }, LIMITS)).toBeNull()
    expect(seatProblem({ full: 2, basic: 2 }, LIMITS)).toBeNull()
  })

  test('once all seats are taken nobody fits, on whatever seat', () => {
    const all =
      'The plan has 4 seats in all. Lock or remove a member, or buy a seat where the plan sells them.'
    expect(seatProblem({ full: 0, basic: 5 }, LIMITS)).toBe(all)
    expect(seatProblem({ full: 2, basic: 3 }, LIMITS)).toBe(all)
  })

  test('where all seats are taken, moving a Full member to Basic frees none for another Full member', () => {
    expect(seatProblem({ full: 3, basic: 2 }, LIMITS)).toBe(
      'The plan has 2 Full seats. Lock or remove a Full member, or buy a seat where the plan sells them.',
    )
  })

  test('unused Basic seats hold no Full members', () => {
    expect(seatProblem({ full: 2, basic: 0 }, { full: 1, basic: 20 })).toContain('The plan has 1 Full seat.')
  })

  test('admins always hold a Full seat', () => {
    const asked: Member = { id: 'ada', role: 'admin', seat: 'basic', locked: false }
    expect(occupied([asked])).toEqual({ full: 1, basic: 0 })
  })

  test('a locked member holds no seat', () => {
    expect(occupied([{ id: 'ada', role: 'member', seat: 'full', locked: true }])).toEqual({
      full: 0,
      basic: 0,
    })
  })

  test.each([
    ['elevenlabs-2026-04', 'free', 1, 20],
    ['elevenlabs-2026-04', 'scale', 3, 20],
    ['elevenlabs-2026-04', 'business', 5, 20],
    ['elevenlabs-2026-04', 'enterprise', 11, 1000],
    ['elevenlabs-2026-10', 'business', 10, 20],
    ['dodo-elevenlabs', 'scale', 3, 0],
  ])(
    '%s %s takes %d Full and %d Basic members, all others Basic, and not one more',
    (id, plan, fulls, basics) => {
      const catalog = preset(id)
      const codes = (fullMembers: number, basicMembers: number) => {
        const members = [
          ...Array.from({ length: fullMembers }, (_, index) => full(`f${index}`)),
          ...Array.from({ length: basicMembers }, (_, index) => basic(`b${index}`)),
        ]
        return checkScenario(catalog, peopleOf(catalog, { plan, members })).map(({ code, path }) => [
          code,
          path,
        ])
      }
      expect(codes(fulls, basics)).toEqual([])
      expect(codes(0, fulls + basics)).toEqual([])
      expect(codes(fulls + 1, 0)).toEqual([['seats.over_limit', 'members']])
      expect(codes(fulls, basics + 1)).toEqual([['seats.over_limit', 'members']])
      expect(codes(0, fulls + basics + 1)).toEqual([['seats.over_limit', 'members']])
    },
  )
})

describe('seats change on a date', () => {
  test('locking frees the seat and stops the member, whose earlier usage stays', () => {
    const result = billPeople(workspaceOf({ full: 1, basic: 0 }), {
      members: [full('ann')],
      changes: [
        { kind: 'lockMember', on: '2026-01-10', member: 'ann' },
        { kind: 'inviteMember', on: '2026-01-11', member: full('bob') },
      ],
      usageEvents: [use(5, 'ann', 'agents', 10), use(12, 'ann', 'agents', 20), use(12, 'bob', 'agents', 30)],
    })
    expect(result.refusals).toEqual([])
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 10, { locked: 20 }],
      ['bob', 'agents', 30, {}],
    ])
  })

  test('unlocking is refused while the seats are taken, and done once one is free', () => {
    const result = billPeople(workspaceOf({ full: 1, basic: 0 }), {
      members: [{ ...full('ann'), locked: true }, full('bob')],
      changes: [
        { kind: 'unlockMember', on: '2026-01-05', member: 'ann' },
        { kind: 'removeMember', on: '2026-01-10', member: 'bob' },
        { kind: 'unlockMember', on: '2026-01-15', member: 'ann' },
      ],
      usageEvents: [use(6, 'ann', 'agents', 1), use(16, 'ann', 'agents', 2)],
    })
    expect(refusalsOf(result)).toEqual([['change.refused', 'changes.0']])
    expect(servedRows(result)).toEqual([['ann', 'agents', 2, { locked: 1 }]])
  })

  test('an invitation at the limit is refused with what would free a seat, and the run goes on', () => {
    const result = billPeople(workspaceOf({ full: 1, basic: 1 }), {
      members: [full('ann')],
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: full('bob') },
        { kind: 'inviteMember', on: '2026-01-06', member: basic('bea') },
        { kind: 'inviteMember', on: '2026-01-07', member: basic('ben') },
      ],
      usageEvents: ['ann', 'bob', 'bea', 'ben'].map((member) => use(20, member, 'agents', 10)),
    })
    expect(result.refusals).toEqual([
      {
        code: 'change.refused',
        message:
          'Refused on 2026-01-05: The plan has 1 Full seat. Move a Full member to a Basic seat, lock or remove one, or buy a seat where the plan sells them.',
        path: 'changes.0',
      },
      {
        code: 'change.refused',
        message:
          'Refused on 2026-01-07: The plan has 2 seats in all. Lock or remove a member, or buy a seat where the plan sells them.',
        path: 'changes.2',
      },
    ])
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 10, {}],
      ['bob', 'agents', 0, { noSeat: 10 }],
      ['bea', 'agents', 10, {}],
      ['ben', 'agents', 0, { noSeat: 10 }],
    ])
  })

  test('moving a Full member to Basic frees a Full seat', () => {
    const result = billPeople(workspaceOf({ full: 1, basic: 1 }), {
      members: [full('ann')],
      changes: [
        { kind: 'changeSeat', on: '2026-01-05', member: 'ann', seat: 'basic' },
        { kind: 'inviteMember', on: '2026-01-05', member: full('bob') },
      ],
      usageEvents: [use(6, 'ann', 'create', 101), use(6, 'bob', 'create', 101)],
    })
    expect(result.refusals).toEqual([])
    expect(servedRows(result)).toEqual([
      ['ann', 'create', 0, { ceiling: 101 }],
      ['bob', 'create', 101, {}],
    ])
  })

  test('moving to a Full seat is refused where none is free, and the member stays Basic', () => {
    const result = billPeople(workspaceOf({ full: 1, basic: 1 }), {
      members: [full('ann'), basic('bea')],
      changes: [{ kind: 'changeSeat', on: '2026-01-05', member: 'bea', seat: 'full' }],
      usageEvents: [use(6, 'bea', 'create', 101)],
    })
    expect(refusalsOf(result)).toEqual([['change.refused', 'changes.0']])
    expect(servedRows(result)).toEqual([['bea', 'create', 0, { ceiling: 101 }]])
  })

  test('an admin is not moved to a Basic seat', () => {
    const result = billPeople(workspace, {
      members: [admin('ada')],
      changes: [{ kind: 'changeSeat', on: '2026-01-05', member: 'ada', seat: 'basic' }],
      usageEvents: [use(6, 'ada', 'create', 101)],
    })
    expect(result.refusals.map(({ message }) => message)).toEqual([
      'Refused on 2026-01-05: Admins always hold a Full seat.',
    ])
    expect(servedRows(result)).toEqual([['ada', 'create', 101, {}]])
  })

  test('who is not yet invited, or removed, has no seat', () => {
    const result = billPeople(workspace, {
      changes: [
        { kind: 'inviteMember', on: '2026-01-10', member: basic('bea') },
        { kind: 'removeMember', on: '2026-01-20', member: 'bea' },
      ],
      usageEvents: [5, 15, 25].map((day) => use(day, 'bea', 'agents', day)),
    })
    expect(servedRows(result)).toEqual([['bea', 'agents', 15, { noSeat: 5 + 25 }]])
  })

  test('at one instant changes come before usage', () => {
    const result = billPeople(workspace, {
      changes: [
        { kind: 'inviteMember', on: '2026-01-10T12:00:00Z', member: basic('bea') },
        { kind: 'removeMember', on: '2026-01-20T12:00:00Z', member: 'bea' },
      ],
      usageEvents: [use(10, 'bea', 'agents', 1), use(20, 'bea', 'agents', 2)],
    })
    expect(servedRows(result)).toEqual([['bea', 'agents', 1, { noSeat: 2 }]])
  })

  test('a change of somebody who is there no longer is refused, and so is inviting a member again', () => {
    const result = billPeople(workspace, {
      members: [basic('bea'), basic('ben')],
      changes: [
        { kind: 'inviteMember', on: '2026-01-02', member: full('bea') },
        { kind: 'removeMember', on: '2026-01-03', member: 'ben' },
        { kind: 'removeMember', on: '2026-01-04', member: 'ben' },
        { kind: 'lockMember', on: '2026-01-05', member: 'ben' },
        { kind: 'unlockMember', on: '2026-01-06', member: 'ben' },
        { kind: 'changeSeat', on: '2026-01-07', member: 'ben', seat: 'full' },
      ],
    })
    expect(result.refusals.map(({ message }) => message)).toEqual([
      'Refused on 2026-01-02: "bea" is a member already.',
      'Refused on 2026-01-04: There is no member "ben".',
      'Refused on 2026-01-05: There is no member "ben".',
      'Refused on 2026-01-06: There is no member "ben".',
      'Refused on 2026-01-07: There is no member "ben".',
    ])
  })
})

describe('a plan with too few seats for everybody locks all but the owner', () => {
  /** Three Full and two Basic seats, then one and two. */
  const large = workspaceOf({ full: 3, basic: 2, id: 'large' })
  const small = workspaceOf({ full: 1, basic: 2, id: 'small' })
  const catalog = { ...large, plans: [...small.plans, ...large.plans] }

  type Given = Parameters<typeof billPeople>[1]

  const servedInFebruary = (
    members: Given['members'],
    changes: NonNullable<Given['changes']> = [],
    on = catalog,
    plan = 'small',
  ) =>
    billPeople(on, {
      plan: 'large',
      months: 2,
      members,
      changes: [{ kind: 'changePlan', on: '2026-01-20', plan }, ...changes],
      usageEvents: members?.map(({ id }) => use('2026-02-05', id, 'agents', 1)),
    }).usage.flatMap(({ member, poolCredits }) => (poolCredits === '1' ? [member] : []))

  test('of three Full members for one Full seat the first to join stays, and no Basic member', () => {
    const members = [full('ann'), full('abe'), full('amy'), basic('bea'), basic('ben')]
    expect(servedInFebruary(members)).toEqual(['ann'])
  })

  test('the first admin is the owner, whenever they joined', () => {
    expect(servedInFebruary([full('ann'), admin('ada'), admin('amy')])).toEqual(['ada'])
  })

  test('so it is where there are too many Basic members in all, though three of five would fit', () => {
    expect(servedInFebruary(['b1', 'b2', 'b3', 'b4', 'b5'].map(basic))).toEqual(['b1'])
  })

  test('nobody is locked where everybody has a seat', () => {
    expect(servedInFebruary([admin('ada'), basic('bea'), basic('ben')])).toEqual(['ada', 'bea', 'ben'])
  })

  test('nor where an admin locked enough of them first: those alone are without a seat', () => {
    const members = [admin('ada'), full('ann'), full('abe'), basic('bea')]
    const lock = (member: string) => ({ kind: 'lockMember' as const, on: '2026-01-25', member, by: 'ada' })
    expect(servedInFebruary(members, [lock('ann'), lock('abe')])).toEqual(['ada', 'bea'])
    // one too few: Full members are still two for one seat
    expect(servedInFebruary(members, [lock('abe')])).toEqual(['ada'])
  })

  test('the owner unlocks whom there are seats for', () => {
    const unlock = (member: string) => ({
      kind: 'unlockMember' as const,
      on: '2026-02-02',
      member,
      by: 'ada',
    })
    const members = [admin('ada'), full('ann'), basic('bea'), basic('ben')]
    expect(servedInFebruary(members, [unlock('bea'), unlock('ann')])).toEqual(['ada', 'bea'])
  })

  test('a plan without a Full seat has none for the owner either', () => {
    const none = workspaceOf({ full: 0, basic: 2, id: 'none' })
    const plans = [...none.plans, ...large.plans]
    expect(servedInFebruary([admin('ada'), basic('bea')], [], { ...catalog, plans }, 'none')).toEqual([])
  })
})
