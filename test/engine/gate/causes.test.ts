import { expect, test } from 'vitest'
import { checkScenario } from '#main/engine/index.ts'
import { perThousand, postpaid } from '../support/build.ts'
import {
  basic,
  billPeople,
  blockedBecause,
  full,
  keyUse,
  peopleOf,
  preset,
  servedRows,
  use,
  workspaceOf,
} from '../support/people.ts'

/** One use that is blocked for each cause there is, and what was told. */
test('what stopped each use is named, summed by period and told once', () => {
  const catalog = workspaceOf({ credits: '100', ceiling: '10', pastQuota: postpaid(perThousand('1000')) })
  const result = billPeople(catalog, {
    overage: { optIn: true, spendLimit: '5' },
    members: [full('ann'), basic('bea'), { ...basic('lou'), locked: true }],
    groups: [{ id: 'team', members: ['ann'], limit: '50' }],
    apiKeys: [{ id: 'web', limit: '20' }],
    changes: [{ kind: 'inviteMember', on: '2026-01-31', member: basic('late') }],
    usageEvents: [
      use(1, 'bea', 'create', 11),
      use(2, 'ann', 'agents', 51),
      keyUse(3, 'web', 21),
      use(4, 'lou', 'agents', 4),
      use(5, 'late', 'agents', 5),
      use(6, null, 'agents', 106),
      use(7, 'late', 'agents', 6),
    ],
  })
  // 106 would take 6 of overage at $1.00 each, and the limit is $5.00
  expect(blockedBecause(result)).toEqual([
    { ceiling: 11, groupLimit: 51, keyLimit: 21, locked: 4, noSeat: 5 + 6, spendLimit: 106 },
  ])
  const stops = ['ceilingReached', 'limitReached', 'memberLocked', 'noSeat', 'notEnoughLeft', 'blocked']
  expect(
    result.alerts
      .filter(({ kind }) => stops.includes(kind))
      .map(({ kind, credits, subject }) => [kind, credits, subject]),
  ).toEqual([
    // nothing is reached by a request that is not served: what is left is too little for it
    ['notEnoughLeft', '11', 'bea'],
    ['notEnoughLeft', '51', 'team'],
    ['notEnoughLeft', '21', 'web'],
    ['memberLocked', '4', 'lou'],
    // 5 and 6
    ['noSeat', '11', 'late'],
    ['notEnoughLeft', '106', null],
  ])
})

test.each([
  // what is left of the group, and of the pool; more is wanted than either
  ['100', '80', 'groupLimit'],
  ['80', '100', 'notEnoughLeft'],
  ['90', '90', 'groupLimit'],
])('of a pool of %s and a limit of %s the tighter stops what is too big for both', (pool, limit, cause) => {
  const given = { members: [full('ann')], groups: [{ id: 'team', members: ['ann'], limit }] }
  const usageEvents = [use(1, 'ann', 'agents', 101)]
  const result = billPeople(workspaceOf({ credits: pool }), { ...given, usageEvents })
  expect(servedRows(result)).toEqual([['ann', 'agents', 0, { [cause]: 101 }]])
})

test.each([
  // 60 credits and overage of 30 at $1.00 each
  ['91', 'spendLimit'],
  ['90', 'groupLimit'],
])(
  'what may be bought beyond the pool counts: against 90 a limit of %s leaves it to the %s',
  (limit, cause) => {
    const result = billPeople(workspaceOf({ credits: '60', pastQuota: postpaid(perThousand('1000')) }), {
      overage: { optIn: true, spendLimit: '30' },
      members: [full('ann')],
      groups: [{ id: 'team', members: ['ann'], limit }],
      usageEvents: [use(1, 'ann', 'agents', 92)],
    })
    expect(servedRows(result)).toEqual([['ann', 'agents', 0, { [cause]: 92 }]])
  },
)

test('without overage the pool itself is the cause', () => {
  const result = billPeople(workspaceOf({ credits: '100' }), {
    members: [full('ann')],
    usageEvents: [use(1, 'ann', 'create', 101), use(2, 'ann', 'create', 100), use(3, 'ann', 'create', 1)],
  })
  expect(servedRows(result)).toEqual([['ann', 'create', 100, { notEnoughLeft: 101, poolEmpty: 1 }]])
})

test('a lock says more than any limit, and no seat more than a lock', () => {
  const result = billPeople(workspaceOf(), {
    members: [{ ...basic('bea'), locked: true }],
    groups: [{ id: 'team', members: ['bea'], limit: '0' }],
    apiKeys: [{ id: 'web', member: 'bea', limit: '0' }],
    changes: [{ kind: 'removeMember', on: '2026-01-10', member: 'bea' }],
    usageEvents: [keyUse(1, 'web', 1), keyUse(11, 'web', 2)],
  })
  expect(servedRows(result)).toEqual([['web', 'api', 0, { locked: 1, noSeat: 2 }]])
})

test.each([
  // a pool of 40 under a ceiling of 60: it is the pool that ends what is served, and so it is to blame for all of the rest
  ['40', '60', 40, { poolEmpty: 60 }],
  ['60', '40', 40, { ceiling: 60 }],
  ['50', '50', 50, { ceiling: 50 }],
])(
  'of modelled usage with a pool of %s and a ceiling of %s the tighter holds back the rest',
  (credits, ceiling, served, blocked) => {
    const result = billPeople(workspaceOf({ credits, ceiling }), {
      members: [basic('bea')],
      usage: {
        kind: 'streams',
        streams: [{ id: 's', member: 'bea', product: 'create', model: 'Standard', monthly: '100' }],
      },
    })
    expect(servedRows(result)).toEqual([['bea', 'create', served, blocked]])
  },
)

test('usage that names nobody is stopped by nothing but the pool', () => {
  const result = billPeople(workspaceOf({ credits: '100', full: 0, basic: 0 }), {
    usage: { kind: 'pattern', monthly: '60', pattern: { kind: 'flat' } },
    apiKeys: [{ id: 'web', limit: '0' }],
    usageEvents: [use(31, null, 'create', 30)],
  })
  expect(result.totals).toMatchObject({ poolCredits: '90', blockedCredits: '0' })
})

test.each([
  ['free', 10_000],
  ['starter', 30_000],
])('April 2026: %s stops at its last credit, %d, and cannot opt in to more', (plan, credits) => {
  const catalog = preset('elevenlabs-2026-04')
  const speech = (quantity: number) => use(1, null, 'text-to-speech', quantity, { model: 'Multilingual v2' })
  const usageEvents = [speech(credits - 1), speech(2), speech(1), speech(1)]
  const result = billPeople(catalog, { plan, usageEvents })
  expect(servedRows(result)).toEqual([[null, 'text-to-speech', credits, { notEnoughLeft: 2, poolEmpty: 1 }]])
  const optedIn = peopleOf(catalog, { plan, overage: { optIn: true } })
  expect(checkScenario(catalog, optedIn).map(({ code }) => code)).toEqual(['overage.not_sold'])
})
