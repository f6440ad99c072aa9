import { describe, expect, test } from 'vitest'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import {
  enterpriseOf,
  eu,
  hq,
  india,
  lab,
  onEnterprise,
  servedBy,
  stream,
  streams,
} from '../support/consolidation.ts'
import { admin, basic, billPeople, full, refusalsOf, servedRows, use } from '../support/people.ts'

/** 1,000 credits a month for $10.00, then $0.10 for each credit. */
const catalog = enterpriseOf({ pastQuota: postpaid(perThousand('100')) })
const three = onEnterprise({ workspaces: [hq, eu, india] })

describe('linked workspaces', () => {
  test('all workspaces share the same credits', () => {
    const result = billPeople(catalog, {
      ...three,
      usageEvents: [
        use(1, null, 'api', 600, { workspace: 'eu' }),
        use(2, null, 'api', 400, { workspace: 'india' }),
        use(3, null, 'api', 1, { workspace: 'hq' }),
      ],
    })
    expect(servedBy(result)).toEqual([
      [1, 'eu', 600],
      [1, 'india', 400],
      [1, 'hq', 0],
    ])
    expect(result.totals).toMatchObject({ poolCredits: '1000', blockedCredits: '1', subscription: '10.00' })
  })

  test('a single monthly invoice is issued for all of them', () => {
    const result = billPeople(catalog, {
      ...three,
      ...OPTED_IN,
      months: 2,
      ...streams(stream('hq', '300'), stream('eu', '500'), stream('india', '400')),
    })
    // 1,200 a month: 200 beyond the pool, at $0.10 each
    expect(result.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-02-01', '30.00'],
      ['2026-03-01', '20.00'],
    ])
  })

  test('workspaces of isolated environments, EU and India, are linked to the US billing workspace', () => {
    const result = billPeople(catalog, { ...three, ...streams(stream('eu', '1'), stream('india', '2')) })
    expect(result.workspaces.map(({ id, environment, linked }) => [id, environment, linked.length])).toEqual([
      ['hq', 'us', 1],
      ['eu', 'eu', 1],
      ['india', 'in', 1],
    ])
    expect(servedBy(result)).toEqual([
      [1, 'eu', 1],
      [1, 'india', 2],
    ])
  })

  test('a reporting workspace may be in the US as well', () => {
    const result = billPeople(
      catalog,
      onEnterprise({ workspaces: [hq, lab], ...streams(stream('lab', '7')) }),
    )
    expect(servedBy(result)).toEqual([[1, 'lab', 7]])
  })

  test('usage is that of the member’s workspace, of the key’s, or the billing workspace’s', () => {
    const result = billPeople(catalog, {
      ...three,
      members: [{ ...full('ann'), workspace: 'eu' }, full('bob')],
      apiKeys: [
        { id: 'web', workspace: 'india' },
        { id: 'app', member: 'ann' },
      ],
      usageEvents: [
        use(1, 'ann', 'api', 1),
        use(2, 'bob', 'api', 2),
        use(3, null, 'api', 4, { apiKey: 'web' }),
        use(4, null, 'api', 8, { apiKey: 'app' }),
        use(5, null, 'api', 16),
      ],
    })
    expect(servedBy(result)).toEqual([
      [1, 'eu', 1],
      [1, 'hq', 2],
      [1, 'india', 4],
      [1, 'eu', 8],
      [1, 'hq', 16],
    ])
  })

  test('usage that is not told by whom is the billing workspace’s', () => {
    const result = billPeople(catalog, { ...three, usage: { kind: 'series', credits: ['10'] } })
    expect(servedBy(result)).toEqual([[1, 'hq', 10]])
  })

  test('an account that names no workspaces is as it was', () => {
    const result = billPeople(catalog, onEnterprise({ usageEvents: [use(1, null, 'api', 5)] }))
    expect(result.usage.map(({ workspace }) => workspace)).toEqual([null])
    expect([result.workspaces, result.byWorkspace, result.separateAccounts]).toEqual([[], [], []])
  })
})

describe('members', () => {
  test('each workspace maintains its own members', () => {
    const result = billPeople(catalog, {
      ...three,
      members: [{ ...full('ann'), workspace: 'eu' }],
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: { ...full('bob'), workspace: 'india' } },
        { kind: 'removeMember', on: '2026-01-10', member: 'ann' },
      ],
      usageEvents: [use(2, 'ann', 'api', 1), use(6, 'bob', 'api', 2), use(11, 'ann', 'api', 4)],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'api', 1, { noSeat: 4 }],
      ['bob', 'api', 2, {}],
    ])
    expect(result.usage.map(({ workspace }) => workspace)).toEqual(['eu', 'india'])
  })

  test('a user cannot become a member of a second workspace of the same environment', () => {
    const result = billPeople(
      catalog,
      onEnterprise({
        workspaces: [hq, lab],
        members: [full('ann')],
        changes: [
          {
            kind: 'inviteMember',
            on: '2026-01-05',
            member: { ...full('ann2'), user: 'ann', workspace: 'lab' },
          },
        ],
        usageEvents: [use(6, 'ann2', 'api', 3)],
      }),
    )
    expect(refusalsOf(result)).toEqual([['change.refused', 'changes.0']])
    expect(result.refusals[0]?.message).toBe(
      'Refused on 2026-01-05: "ann" is a member of "hq", which is in the same environment.',
    )
    expect(servedRows(result)).toEqual([['ann2', 'api', 0, { noSeat: 3 }]])
  })

  test('a user who has left a workspace may become a member of another', () => {
    const result = billPeople(
      catalog,
      onEnterprise({
        workspaces: [hq, lab],
        members: [full('ann')],
        changes: [
          { kind: 'removeMember', on: '2026-01-04', member: 'ann' },
          {
            kind: 'inviteMember',
            on: '2026-01-05',
            member: { ...full('ann2'), user: 'ann', workspace: 'lab' },
          },
        ],
        usageEvents: [use(6, 'ann2', 'api', 3)],
      }),
    )
    expect(result.refusals).toEqual([])
    expect(servedRows(result)).toEqual([['ann2', 'api', 3, {}]])
  })

  test('in another environment a user may be a member too', () => {
    const result = billPeople(catalog, {
      ...three,
      members: [full('ann'), { ...full('ann-eu'), user: 'ann', workspace: 'eu' }],
      usageEvents: [use(1, 'ann', 'api', 1), use(2, 'ann-eu', 'api', 2)],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'api', 1, {}],
      ['ann-eu', 'api', 2, {}],
    ])
  })

  test('seats are counted over all linked workspaces together', () => {
    const result = billPeople(catalog, {
      ...three,
      members: [admin('ann'), { ...full('bob'), workspace: 'eu' }, { ...basic('cem'), workspace: 'india' }],
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: { ...full('dan'), workspace: 'india' } },
        { kind: 'inviteMember', on: '2026-01-06', member: { ...basic('eva'), workspace: 'eu' } },
        { kind: 'inviteMember', on: '2026-01-07', member: basic('fay') },
      ],
    })
    // two Full and two Basic seats in all: no third Full member, a second Basic one, no third
    expect(refusalsOf(result)).toEqual([
      ['change.refused', 'changes.0'],
      ['change.refused', 'changes.2'],
    ])
  })
})
