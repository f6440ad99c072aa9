import { describe, expect, test } from 'vitest'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { basic, billPeople, full, keyUse, servedRows, use, workspaceOf } from '../support/people.ts'

/** 1,000 credits a month; Basic members may use 100 of `create`. */
const workspace = workspaceOf()

const members = [full('ann'), basic('bea')]
const group = (limit: string | null, ...names: string[]) => ({ id: names.join(), members: names, limit })
const key = (id: string, limit: string | null, owner?: string) => ({
  id,
  limit,
  ...(owner !== undefined && { member: owner }),
})

describe('billing groups', () => {
  test('the members of a group together stay within its limit, whatever they use', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group('200', 'ann', 'bea')],
      usageEvents: [
        use(1, 'ann', 'agents', 120),
        use(2, 'bea', 'api', 80),
        use(3, 'ann', 'create', 1),
        use(4, 'bea', 'agents', 2),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 120, {}],
      ['bea', 'api', 80, {}],
      ['ann', 'create', 0, { groupLimit: 1 }],
      ['bea', 'agents', 0, { groupLimit: 2 }],
    ])
  })

  test('a group holds nobody else back', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group('10', 'bea')],
      usageEvents: [use(1, 'ann', 'agents', 500), use(2, 'bea', 'agents', 11)],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 500, {}],
      ['bea', 'agents', 0, { groupLimit: 11 }],
    ])
  })

  test('a group without a limit holds nobody back; a limit of nothing lets nothing through', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group(null, 'ann'), group('0', 'bea')],
      usageEvents: [use(1, 'ann', 'agents', 900), use(2, 'bea', 'agents', 1)],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 900, {}],
      ['bea', 'agents', 0, { groupLimit: 1 }],
    ])
  })

  test('a limit is a share of the pool and counts overage too', () => {
    const catalog = workspaceOf({ credits: '60', pastQuota: postpaid(perThousand('1')) })
    const result = billPeople(catalog, {
      ...OPTED_IN,
      members,
      groups: [group('100', 'ann')],
      usage: {
        kind: 'streams',
        streams: [{ id: 's', member: 'ann', product: 'agents', model: 'Standard', monthly: '150' }],
      },
    })
    expect(result.totals).toMatchObject({ poolCredits: '60', overageCredits: '40', blockedCredits: '50' })
    expect(servedRows(result)).toEqual([['ann', 'agents', 100, { groupLimit: 50 }]])
  })

  test('usage starts anew with each billing period', () => {
    const result = billPeople(workspace, {
      start: '2026-01-15',
      months: 2,
      members,
      groups: [group('10', 'ann')],
      usageEvents: ['2026-01-15', '2026-02-14', '2026-02-15'].map((day) => use(day, 'ann', 'agents', 10)),
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 10, { groupLimit: 10 }],
      ['ann', 'agents', 10, {}],
    ])
  })

  test('a limit changed on a date holds from then on; what was used stays used', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group('100', 'ann')],
      changes: [
        { kind: 'setGroupLimit', on: '2026-01-05', group: 'ann', limit: '50' },
        { kind: 'setGroupLimit', on: '2026-01-10', group: 'ann', limit: '90' },
        { kind: 'setGroupLimit', on: '2026-01-15', group: 'ann', limit: null },
      ],
      usageEvents: [
        use(1, 'ann', 'agents', 80),
        use(6, 'ann', 'agents', 1),
        use(11, 'ann', 'agents', 11),
        use(12, 'ann', 'agents', 10),
        use(16, 'ann', 'agents', 600),
      ],
    })
    // 80 of 100; over 50 at once, so 1 is blocked; 10 of 90 left, so 11 are blocked and 10 served; then no limit
    expect(servedRows(result)).toEqual([['ann', 'agents', 80 + 10 + 600, { groupLimit: 1 + 11 }]])
  })
})

describe('billing groups with keys of service accounts', () => {
  const team = { id: 'team', members: ['ann'], apiKeys: ['web'], limit: '100' }

  test('what such a key uses counts in its group, together with the members', () => {
    const result = billPeople(workspace, {
      members,
      groups: [team],
      apiKeys: [key('web', null), key('app', null)],
      usageEvents: [
        keyUse(1, 'web', 60),
        use(2, 'ann', 'agents', 40),
        keyUse(3, 'web', 1),
        keyUse(4, 'app', 500),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['web', 'api', 60, { groupLimit: 1 }],
      ['ann', 'agents', 40, {}],
      ['app', 'api', 500, {}],
    ])
    const reached = result.alerts.filter(({ kind }) => kind === 'limitReached')
    expect(reached.map(({ subject, credits }) => [subject, credits])).toEqual([['team', '100']])
  })

  test('used by a member it counts once in a group of both, and in each of two', () => {
    const both = (groups: object[]) =>
      servedRows(
        billPeople(workspace, {
          members,
          groups: groups.map((more) => ({ ...team, ...more })),
          apiKeys: [key('web', null)],
          usageEvents: [
            use(1, 'ann', 'api', 60, { apiKey: 'web' }),
            use(2, 'ann', 'api', 40),
            keyUse(3, 'web', 40),
          ],
        }),
      )
    // 60 + 40 are all of one group's 100; of two groups each has seen 60, and takes its own 40
    expect(both([{}])).toEqual([
      ['ann', 'api', 60, {}],
      ['ann', 'api', 40, {}],
      ['web', 'api', 0, { groupLimit: 40 }],
    ])
    expect(both([{ apiKeys: [] }, { id: 'keys', members: [] }])).toEqual([
      ['ann', 'api', 60, {}],
      ['ann', 'api', 40, {}],
      ['web', 'api', 40, {}],
    ])
  })

  test('a changed limit holds it at once', () => {
    const result = billPeople(workspace, {
      groups: [{ ...team, members: [] }],
      apiKeys: [key('web', null)],
      changes: [{ kind: 'setGroupLimit', on: '2026-01-05', group: 'team', limit: '10' }],
      usageEvents: [keyUse(1, 'web', 10), keyUse(6, 'web', 1)],
    })
    expect(servedRows(result)).toEqual([['web', 'api', 10, { groupLimit: 1 }]])
  })
})

describe('API keys', () => {
  test('a key stays within its limit each period, and belongs to nobody if nobody is named', () => {
    const result = billPeople(workspace, {
      months: 2,
      apiKeys: [key('web', '100')],
      usageEvents: [keyUse(1, 'web', 100), keyUse(2, 'web', 1), keyUse('2026-02-01', 'web', 100)],
    })
    expect(servedRows(result)).toEqual([
      ['web', 'api', 100, { keyLimit: 1 }],
      ['web', 'api', 100, {}],
    ])
  })

  test('a limit changed on a date holds from then on', () => {
    const result = billPeople(workspace, {
      apiKeys: [key('web', null)],
      changes: [
        { kind: 'setKeyLimit', on: '2026-01-05', apiKey: 'web', limit: '300' },
        { kind: 'setKeyLimit', on: '2026-01-10', apiKey: 'web', limit: '400' },
      ],
      usageEvents: [keyUse(1, 'web', 300), keyUse(6, 'web', 1), keyUse(11, 'web', 100)],
    })
    expect(servedRows(result)).toEqual([['web', 'api', 400, { keyLimit: 1 }]])
  })

  test('a key’s use counts toward its owner’s group', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group('100', 'ann')],
      apiKeys: [key('web', null, 'ann')],
      usageEvents: [keyUse(1, 'web', 60), use(2, 'ann', 'agents', 40), keyUse(3, 'web', 1)],
    })
    expect(servedRows(result)).toEqual([
      ['web', 'api', 60, { groupLimit: 1 }],
      ['ann', 'agents', 40, {}],
    ])
  })

  test('a key stops with its owner’s lock, and has no seat once the owner is removed', () => {
    const result = billPeople(workspace, {
      members,
      apiKeys: [key('web', null, 'ann'), key('app', null, 'bea')],
      changes: [
        { kind: 'lockMember', on: '2026-01-05', member: 'ann' },
        { kind: 'removeMember', on: '2026-01-05', member: 'bea' },
      ],
      usageEvents: [keyUse(1, 'web', 1), keyUse(2, 'app', 2), keyUse(6, 'web', 3), keyUse(7, 'app', 4)],
    })
    expect(servedRows(result)).toEqual([
      ['web', 'api', 1, { locked: 3 }],
      ['app', 'api', 2, { noSeat: 4 }],
    ])
  })
})

describe('several limits at once', () => {
  test.each([
    // ceiling 100; limits of the group, of a second group, and of the key
    ['250', '300', '200', 100, 'ceiling'],
    ['60', '300', '200', 60, 'groupLimit'],
    ['250', '70', '200', 70, 'groupLimit'],
    ['250', '300', '80', 80, 'keyLimit'],
    [null, null, '80', 80, 'keyLimit'],
    [null, null, null, 100, 'ceiling'],
    ['90', '80', '70', 70, 'keyLimit'],
    // equal: what comes first of ceiling, group, key
    ['100', null, '100', 100, 'ceiling'],
    ['50', null, '50', 50, 'groupLimit'],
  ])('groups %s and %s, key %s: %d credits, and the cause is the %s', (first, second, third, most, cause) => {
    const given = {
      members,
      groups: [group(first, 'bea'), { id: 'second', members: ['ann', 'bea'], limit: second }],
      apiKeys: [key('web', third)],
    }
    const named = { member: 'bea', apiKey: 'web', product: 'create', model: 'Standard' }
    const modelled = billPeople(workspace, {
      ...given,
      usage: { kind: 'streams', streams: [{ id: 's', ...named, monthly: '500' }] },
    })
    expect(servedRows(modelled)).toEqual([['bea', 'create', most, { [cause]: 500 - most }]])
    const events = billPeople(workspace, {
      ...given,
      usageEvents: [
        use(1, 'bea', 'create', most + 1, { apiKey: 'web' }),
        use(2, 'bea', 'create', most, { apiKey: 'web' }),
        use(3, 'bea', 'create', 1, { apiKey: 'web' }),
      ],
    })
    expect(servedRows(events)).toEqual([['bea', 'create', most, { [cause]: most + 1 + 1 }]])
  })

  test('as limits fill up at different speeds, the one that is tightest then is named', () => {
    const result = billPeople(workspace, {
      members,
      groups: [group('100', 'ann')],
      apiKeys: [key('web', '60', 'ann')],
      usageEvents: [
        keyUse(1, 'web', 61), // key 60, group 100
        keyUse(2, 'web', 30), // served: key 30, group 70
        use(3, 'ann', 'agents', 50), // served: group 20
        keyUse(4, 'web', 25), // group 20, key 30
        keyUse(5, 'web', 20), // served: group 0, key 10
        keyUse(6, 'web', 1),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['web', 'api', 50, { keyLimit: 61, groupLimit: 25 + 1 }],
      ['ann', 'agents', 50, {}],
    ])
  })
})

describe('a limit is told', () => {
  const told = (given: Parameters<typeof billPeople>[1]) =>
    billPeople(workspace, { members, ...given })
      .alerts.filter(({ kind }) => kind === 'limitReached')
      .map(({ at, credits, subject, message }) => [at.slice(0, 10), credits, subject, message])

  const GROUP = 'A billing group has reached its limit.'
  const KEY = 'An API key has reached its limit.'

  test('when it is reached exactly, once for each group and key, and again in the next period', () => {
    expect(
      told({
        months: 2,
        groups: [group('100', 'ann'), group('50', 'bea')],
        apiKeys: [key('web', '30')],
        usageEvents: [
          use(1, 'ann', 'agents', 99),
          use(2, 'ann', 'agents', 1),
          use(3, 'ann', 'agents', 1),
          use(4, 'bea', 'agents', 50),
          keyUse(5, 'web', 30),
          keyUse(6, 'web', 1),
          use('2026-02-03', 'ann', 'agents', 100),
        ],
      }),
    ).toEqual([
      ['2026-01-02', '100', 'ann', GROUP],
      ['2026-01-04', '50', 'bea', GROUP],
      ['2026-01-05', '30', 'web', KEY],
      ['2026-02-03', '100', 'ann', GROUP],
    ])
  })

  test('of modelled usage at the moment its last credit is used, and nothing before', () => {
    const usage = (monthly: string) => ({
      kind: 'streams' as const,
      streams: [{ id: 's', member: 'ann', product: 'agents', model: 'Standard', monthly }],
    })
    // 310 in 31 days are 10 a day: 155 by noon of the 16th
    const groups = [group('155', 'ann')]
    expect(told({ groups, usage: usage('310') })).toEqual([['2026-01-16', '155', 'ann', GROUP]])
    expect(told({ groups, usage: usage('154.999999') })).toEqual([])
  })
})
