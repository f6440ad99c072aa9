import { describe, expect, test } from 'vitest'
import type { CustomGrant } from '#shared/grants.ts'
import type { z } from 'zod'
import { eventAt, fund, grantRows, ownRows } from '../support/funds.ts'
import { creditRows } from '../support/period-rows.ts'

type Given = z.input<typeof CustomGrant>

/** No credits but the grants', nothing sold past them. */
const EMPTY = { credits: '0', monthly: '0' }
const gift = (more: Partial<Given> = {}): Given => ({ id: 'g', amount: '310', start: '2026-01-01', ...more })

describe('a custom grant is active on [start, end)', () => {
  // January has 31 days and wants 310 credits: 10 a day.
  test('before its start nothing is served, from its start on it is', () => {
    const result = fund([EMPTY], ['310'], { grants: [gift({ start: '2026-01-11' })] })
    expect(result.periods[0]?.blockedCredits).toBe('100')
    expect(ownRows(result)).toEqual([['g', 310, 210, 0, 0, 100]])
  })

  test('up to its expiry it is used; what is left expires then, and later usage is blocked', () => {
    const result = fund([EMPTY], ['310'], { grants: [gift({ expires: '2026-01-21' })] })
    expect(result.periods[0]?.blockedCredits).toBe('110')
    expect(ownRows(result)).toEqual([['g', 310, 200, 110, 0, 0]])
    expect(result.alerts).toContainEqual(
      expect.objectContaining({ kind: 'expired', at: '2026-01-21T00:00:00.000Z', credits: '110' }),
    )
  })

  test('to the very instant: half a day is half a day', () => {
    const grants = [gift({ start: '2026-01-01T12:00:00Z', expires: '2026-01-02T06:00:00Z' })]
    const result = fund([EMPTY], ['310'], { grants })
    // 18 hours of 240 credits over 24 days' worth: 10 a day
    expect(result.totals.poolCredits).toBe('7.5')
  })

  test('usage on a boundary belongs to the later part', () => {
    const usageEvents = [
      eventAt('2026-01-10T00:00:00Z', '1'),
      eventAt('2026-01-19T23:59:59.999Z', '1'),
      eventAt('2026-01-20T00:00:00Z', '1'),
    ]
    const grants = [gift({ start: '2026-01-10', expires: '2026-01-20' })]
    const result = fund([EMPTY], ['0'], { grants, usageEvents })
    expect(ownRows(result)).toEqual([['g', 310, 2, 308, 0, 0]])
    expect(result.totals.blockedCredits).toBe('1')
  })

  test('one that expires when another starts hands over without a gap', () => {
    const grants = [
      gift({ id: 'a', amount: '1000', expires: '2026-01-16' }),
      gift({ id: 'b', amount: '1000', start: '2026-01-16' }),
    ]
    const result = fund([EMPTY], ['310'], { grants })
    expect(result.totals.blockedCredits).toBe('0')
    expect(ownRows(result)).toEqual([
      ['a', 1000, 150, 850, 0, 0],
      ['b', 1000, 160, 0, 0, 840],
    ])
  })
})

describe('a recurring grant is filled up to its full amount', () => {
  test('each refill tops up what was used, no more', () => {
    const grants = [gift({ amount: '100', expires: '2026-02-01', recurrence: { every: 1, unit: 'week' } })]
    // 70 a week of 10 a day: refilled on 8, 15, 22 and 29 January by 70 each; the last three days use 30
    const result = fund([EMPTY], ['310'], { grants })
    expect(ownRows(result)).toEqual([['g', 380, 310, 70, 0, 0]])
    expect(result.periods[0]?.grantedCredits).toBe('380')
  })

  test('one that was used up is whole again at its refill', () => {
    const grants = [gift({ amount: '50', expires: '2026-02-01', recurrence: { every: 10, unit: 'day' } })]
    // 50 on 1, 11, 21 and 31 January: each lasts five days, the last one day
    const result = fund([EMPTY], ['310'], { grants })
    expect(ownRows(result)).toEqual([['g', 200, 160, 40, 0, 0]])
    expect(result.totals.blockedCredits).toBe('150')
  })

  test('month ends are clamped: from the 31st it refills on 28 February and 31 March', () => {
    const grants = [
      gift({
        amount: '10',
        start: '2026-01-31',
        expires: '2026-04-01',
        recurrence: { every: 1, unit: 'month' },
      }),
    ]
    const days = ['01-31', '02-27', '02-28', '03-30', '03-31']
    const usageEvents = days.map((day) => eventAt(`2026-${day}T12:00:00Z`, '6'))
    const result = fund([EMPTY], ['0', '0', '0'], { grants, usageEvents })
    // 6 of 10 once between two refills; a second use of 6 does not fit before the next
    expect(
      result.ledger.filter(({ from }) => from === 'credits.issued').map(({ at, amount }) => [at, amount]),
    ).toEqual([
      ['2026-01-31T00:00:00.000Z', '10'],
      ['2026-02-28T00:00:00.000Z', '6'],
      ['2026-03-31T00:00:00.000Z', '6'],
    ])
    expect(result.totals.blockedCredits).toBe('12')
  })

  test('an anchor of its own: the first refill is the first of the anchor’s days after the start', () => {
    const grants = [
      gift({
        amount: '100',
        start: '2026-01-10',
        expires: '2026-02-01',
        recurrence: { every: 1, unit: 'month', anchor: '2025-11-20' },
      }),
    ]
    const result = fund([EMPTY], ['310'], { grants })
    // 100 of 10 to 19 January, filled up on the 20th, used up by the 29th; 20 are left unserved
    expect(ownRows(result)).toEqual([['g', 200, 200, 0, 0, 0]])
    expect(result.totals.blockedCredits).toBe('110')
  })
})

describe('at a reset the balance becomes min(max, max(min, balance))', () => {
  const clampedTo = (rollover: Given['rollover'], usage: string) =>
    creditRows(fund([EMPTY], [usage, '0'], { grants: [gift({ rollover })] }).periods)

  test('what is above the maximum is forfeited', () => {
    expect(clampedTo({ max: '60' }, '100')).toEqual([
      [0, 310, 100, 0, 150, 60],
      [60, 0, 0, 0, 0, 60],
    ])
  })

  test('what is missing to the minimum is granted', () => {
    // 31 left becomes 60, and an untouched 60 stays
    expect(clampedTo({ min: '60' }, '279')).toEqual([
      [0, 339, 279, 0, 0, 60],
      [60, 0, 0, 0, 0, 60],
    ])
  })

  test('an emptied grant comes back with its minimum', () => {
    expect(clampedTo({ min: '60', max: '80' }, '400')).toEqual([
      [0, 370, 310, 0, 0, 60],
      [60, 0, 0, 0, 0, 60],
    ])
  })

  test('a minimum above the maximum: the maximum holds, whether much or nothing is left', () => {
    // min(60, max(80, 300)) and min(60, max(80, 0))
    expect(clampedTo({ min: '80', max: '60' }, '10')[0]).toEqual([0, 310, 10, 0, 240, 60])
    expect(clampedTo({ min: '80', max: '60' }, '310')[0]).toEqual([0, 370, 310, 0, 0, 60])
  })

  test('a maximum of zero loses everything, and no clamp keeps everything', () => {
    expect(clampedTo({ max: '0' }, '10')[0]).toEqual([0, 310, 10, 0, 300, 0])
    expect(clampedTo(undefined, '10')[0]).toEqual([0, 310, 10, 0, 0, 300])
  })

  test('a grant that expires at the reset does not roll over', () => {
    const grants = [gift({ expires: '2026-02-01', rollover: { min: '60' } })]
    expect(creditRows(fund([EMPTY], ['10', '10'], { grants }).periods)).toEqual([
      [0, 310, 10, 300, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ])
  })

  test('a grant that starts at the reset is whole', () => {
    const grants = [gift({ start: '2026-02-01', rollover: { max: '5' } })]
    expect(creditRows(fund([EMPTY], ['0', '0', '0'], { grants }).periods)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 310, 0, 0, 305, 5],
      [5, 0, 0, 0, 0, 5],
    ])
  })

  test('a refill at the reset comes after it', () => {
    const rollover = { max: '60' }
    const recurrence = { every: 1, unit: 'month' as const }
    const grants = [gift({ rollover, recurrence, expires: '2026-03-01' })]
    expect(creditRows(fund([EMPTY], ['100', '0'], { grants }).periods)).toEqual([
      [0, 310, 100, 0, 150, 60],
      [60, 250, 0, 310, 0, 0],
    ])
  })

  test('a cycle that restarts is a reset too', () => {
    const grants = [gift({ amount: '100', rollover: { max: '40' } })]
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-15', plan: 'big' }]
    const result = fund(
      [
        { ...EMPTY, id: 'none' },
        { id: 'big', credits: '0', monthly: '9' },
      ],
      ['0'],
      { grants, changes },
    )
    expect(ownRows(result)).toEqual([['g', 100, 0, 0, 60, 40]])
  })
})

test('gifts do not count toward the cap of the plan’s rollover', () => {
  const plan = { credits: '100', rollover: { kind: 'cap' as const, multiple: 1 } }
  const result = fund([plan], ['0', '0', '0'], { grants: [gift({ amount: '1000' })] })
  // of the plan's own: 100, then 200, then no more; the gift's 1,000 hold nothing back
  expect(creditRows(result.periods)).toEqual([
    [0, 1100, 0, 0, 0, 1100],
    [1100, 100, 0, 0, 0, 1200],
    [1200, 100, 0, 0, 100, 1200],
  ])
  expect(grantRows(result).map(([name]) => name)).toEqual(['plan', 'g', 'plan'])
})

test('a gift stays through an upgrade, and its own expiry is not put off', () => {
  const changes = [{ kind: 'changePlan' as const, on: '2026-01-15', plan: 'big' }]
  const grants = [gift({ amount: '100', expires: '2026-01-20' })]
  const result = fund([{ id: 'small' }, { id: 'big', monthly: '99' }], ['0'], { grants, changes })
  expect(ownRows(result)).toEqual([['g', 100, 0, 100, 0, 0]])
  expect(result.alerts).toContainEqual(
    expect.objectContaining({ kind: 'expired', at: '2026-01-20T00:00:00.000Z', credits: '100' }),
  )
})
