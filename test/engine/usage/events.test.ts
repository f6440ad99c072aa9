import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { billPeople, full, peopleOf, servedRows, use, workspaceOf } from '../support/people.ts'

const workspace = workspaceOf({ credits: '100' })
const members = [full('ann'), full('abe')]

const event = (id: string, day: number, quantity: string, more: Partial<UsageEvent> = {}): UsageEvent => ({
  ...use(day, 'ann', 'create', 0, more),
  id,
  quantity,
})

describe('usage events count once', () => {
  test('the same event twice is one event', () => {
    const once = [event('a', 1, '10'), event('b', 2, '20')]
    const { usage, totals } = billPeople(workspace, { members, usageEvents: once })
    expect(usage.map(({ requests }) => requests)).toEqual([2])
    expect(totals.usage).toBe('30')
    const twice = [...once, ...once.toReversed(), event('a', 1, '10.0')]
    const again = billPeople(workspace, { members, usageEvents: twice })
    expect(again.usage).toEqual(usage)
    expect(again.ledger).toEqual(billPeople(workspace, { members, usageEvents: once }).ledger)
  })

  test.each([
    ['quantity', { quantity: '11' }],
    ['instant', { at: '2026-01-01T12:00:01Z' }],
    ['member', { member: 'abe' }],
    ['product', { product: 'agents' }],
    ['what it makes again', { regenerates: 'earlier' }],
  ])('two events of one id that differ in their %s are refused', (_, more) => {
    const usageEvents = [
      event('earlier', 1, '10', { at: '2026-01-01T00:00:00Z' }),
      event('a', 1, '10'),
      { ...event('a', 1, '10'), ...more },
    ]
    expect(run(workspace, peopleOf(workspace, { members, usageEvents }))).toEqual({
      ok: false,
      problems: [
        {
          code: 'usage.conflicting_event',
          message: 'Another event has the id "a" and says something else.',
          path: 'usageEvents.2.id',
        },
      ],
    })
  })

  test('the order of the list does not matter, not even for what is blocked at one instant', () => {
    const events = [event('c', 3, '60'), event('b', 3, '50'), event('a', 9, '45'), event('d', 12, '3')]
    const { usage, ledger } = billPeople(workspace, { members, usageEvents: events })
    // on day 3 b comes before c: 50 are served, 60 of the 50 left are not; then 45 and 3
    expect(servedRows({ usage })).toEqual([['ann', 'create', 98, { notEnoughLeft: 60 }]])
    for (const order of [events.toReversed(), events.toSorted((a, b) => (a.id < b.id ? -1 : 1))]) {
      const result = billPeople(workspace, { members, usageEvents: order })
      expect([result.usage, result.ledger]).toEqual([usage, ledger])
    }
  })
})

describe('what the credits on hand do not serve', () => {
  test('an event is served whole or not at all, and a smaller one after it still is', () => {
    const usageEvents = [event('a', 1, '70'), event('b', 2, '31'), event('c', 3, '30')]
    const { totals, usage } = billPeople(workspace, { members, usageEvents })
    expect(totals).toMatchObject({ poolCredits: '100', blockedCredits: '31' })
    expect(usage.map(({ requests }) => requests)).toEqual([3])
  })

  test('an event may be served from the pool and as overage, whole', () => {
    const catalog = workspaceOf({ credits: '100', pastQuota: postpaid(perThousand('1000')) })
    const usageEvents = [event('a', 1, '70'), event('b', 2, '36'), event('c', 3, '35')]
    const overage = { optIn: true, spendLimit: '5' }
    const { totals } = billPeople(catalog, { members, overage, usageEvents })
    // 36 would be 6 of overage at $1.00; 35 are 30 of the pool and 5 of overage
    expect(totals).toMatchObject({
      poolCredits: '100',
      overageCredits: '5',
      overage: '5.00',
      blockedCredits: '36',
    })
    const free = billPeople(catalog, { members, ...OPTED_IN, usageEvents })
    expect(free.totals).toMatchObject({ poolCredits: '100', overageCredits: '41', blockedCredits: '0' })
  })

  test('modelled usage is divisible: what is there is served to the last credit', () => {
    const usage = {
      kind: 'streams' as const,
      streams: ['a', 'b'].map((id) => ({
        id,
        member: 'ann',
        product: 'create',
        model: 'Standard',
        monthly: '62',
      })),
    }
    const { totals } = billPeople(workspace, { members, usage })
    expect(totals).toMatchObject({ poolCredits: '100', blockedCredits: '24', remainingCredits: '0' })
  })

  test('streams run out about together, day by day', () => {
    // January: 31 days of 2 + 2 credits; 100 credits last 25 days
    const streams = ['a', 'b'].map((id) => ({
      id,
      member: id === 'a' ? 'ann' : 'abe',
      product: 'create',
      model: 'Standard',
      monthly: '62',
    }))
    const result = billPeople(workspace, { members, usage: { kind: 'streams', streams } })
    expect(servedRows(result)).toEqual([
      ['ann', 'create', 50, { poolEmpty: 12 }],
      ['abe', 'create', 50, { poolEmpty: 12 }],
    ])
  })

  test('an event on a period’s boundary belongs to the later period', () => {
    const usageEvents = [event('a', 1, '1', { at: '2026-02-01T00:00:00Z' })]
    const { periods } = billPeople(workspace, { months: 2, members, usageEvents })
    expect(periods.map(({ usage }) => usage)).toEqual(['0', '1'])
  })

  test('events and modelled usage draw on one pool as time passes', () => {
    // 2 credits a day; at noon of the 11th 21 are used, so 79 are left
    const usage = {
      kind: 'streams' as const,
      streams: [{ id: 's', member: 'abe', product: 'agents', model: 'Standard', monthly: '62' }],
    }
    const usageEvents = [event('a', 11, '79.000001'), event('b', 11, '79', { at: '2026-01-11T12:00:01Z' })]
    const result = billPeople(workspace, { members, usage, usageEvents })
    expect(servedRows(result)).toEqual([
      ['abe', 'agents', 62, {}],
      ['ann', 'create', 0, { notEnoughLeft: 158.000001 }],
    ])
    const noon = [event('b', 11, '79')]
    expect(servedRows(billPeople(workspace, { members, usage, usageEvents: noon }))).toEqual([
      ['abe', 'agents', 21, { poolEmpty: 41 }],
      ['ann', 'create', 79, {}],
    ])
  })
})
