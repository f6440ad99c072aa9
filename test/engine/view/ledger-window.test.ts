import { describe, expect, test } from 'vitest'
import { type LedgerAsked, ledgerWindow, lookIntoLedger } from '#main/engine/index.ts'
import { bill, OPTED_IN, perThousand, postpaid } from '../support/build.ts'

/**
 * 1,000 credits a month for $10.00, of which January uses 600 and February all. Of seven entries the first three are of
 * 1 January (the fee, the grant and its use) and four of 1 February: what expires, the fee, the grant, its use.
 */
const account = bill({}, ['600', '1200'])

const asked = ({ filter = {}, groupBy = null }: Partial<LedgerAsked>, offset = 0, limit = 500) =>
  ledgerWindow(lookIntoLedger(account, { filter, groupBy }), { offset, limit })

const numbers = (filter: LedgerAsked['filter']) => asked({ filter }).rows.map(({ number }) => number)

describe('a window of the ledger', () => {
  test('has the entries from an offset on, by their numbers in the whole ledger, and how many there are', () => {
    const { total, rows } = asked({}, 2, 2)
    expect(total).toBe(7)
    expect(rows).toEqual([
      {
        number: 3,
        at: '2026-01-01T00:00:00.000Z',
        unit: 'credits',
        from: 'credits.pool',
        to: 'credits.used',
        amount: '600',
        reference: 'grant 1',
      },
      {
        number: 4,
        at: '2026-02-01T00:00:00.000Z',
        unit: 'credits',
        from: 'credits.pool',
        to: 'credits.expired',
        amount: '400',
        reference: 'grant 1',
      },
    ])
  })

  test('is empty behind the last, or where no row is wanted, and tells the totals all the same', () => {
    const whole = asked({})
    for (const none of [asked({}, 7), asked({}, 0, 0)]) expect(none).toEqual({ ...whole, rows: [] })
  })
})

describe('only entries are told that are as the filter says', () => {
  test.each<[LedgerAsked['filter'], number[]]>([
    [{ unit: 'money' }, [1, 5]],
    [{ account: 'credits.expired' }, [4]],
    // What leaves an account is of it as well as what enters.
    [{ account: 'credits.issued' }, [2, 6]],
    [{ reference: 'grant 1' }, [2, 3, 4]],
    [{ reference: 'grant' }, []],
    [{ from: '2026-02-01' }, [4, 5, 6, 7]],
    [{ to: '2026-02-01' }, [1, 2, 3]],
    [{ from: '2026-01-01', to: '2026-01-01' }, []],
    [{ from: '2026-01-02', unit: 'credits', account: 'credits.used' }, [7]],
  ])('%j', (filter, expected) => {
    expect(numbers(filter)).toEqual(expected)
    expect(asked({ filter }).total).toBe(expected.length)
  })
})

describe('totals', () => {
  test('are what entered and left each account', () => {
    expect(asked({}).totals).toEqual([
      { account: 'money.customer', unit: 'money', in: '0.00', out: '20.00' },
      { account: 'money.subscription', unit: 'money', in: '20.00', out: '0.00' },
      { account: 'credits.issued', unit: 'credits', in: '0', out: '2000' },
      // 600 + 400 + 1,000.
      { account: 'credits.pool', unit: 'credits', in: '2000', out: '2000' },
      { account: 'credits.used', unit: 'credits', in: '1600', out: '0' },
      { account: 'credits.expired', unit: 'credits', in: '400', out: '0' },
    ])
  })

  test('are of the entries that are as the filter says', () => {
    expect(asked({ filter: { reference: 'grant 2' } }).totals).toEqual([
      { account: 'credits.issued', unit: 'credits', in: '0', out: '1000' },
      { account: 'credits.pool', unit: 'credits', in: '1000', out: '1000' },
      { account: 'credits.used', unit: 'credits', in: '1000', out: '0' },
    ])
  })
})

describe('what moved', () => {
  test('is each entry once, by unit', () => {
    // Grants of 1,000 and 1,000, use of 600 and 1,000, and 400 that expire; two fees.
    expect(asked({}).moved).toEqual({ credits: '4000', money: '20.00' })
  })

  test('is of the entries that are as the filter says, in sight or not', () => {
    const { rows, moved } = asked({ filter: { account: 'credits.used' } }, 0, 1)
    expect(rows).toHaveLength(1)
    expect(moved).toEqual({ credits: '1600', money: '0.00' })
  })
})

describe('groups', () => {
  test('there are none where none are asked for', () => {
    expect(asked({})).toMatchObject({ groups: [], groupCount: 0 })
  })

  test('by reference are what moved under it', () => {
    expect(asked({ groupBy: 'reference' })).toMatchObject({
      groupCount: 3,
      groups: [
        { key: 'plan subscription, monthly', count: 2, credits: '0', money: '20.00' },
        { key: 'grant 1', count: 3, credits: '2000', money: '0.00' },
        { key: 'grant 2', count: 2, credits: '2000', money: '0.00' },
      ],
    })
  })

  test('by account are what entered less what left, and zero together', () => {
    expect(asked({ groupBy: 'account' }).groups).toEqual([
      { key: 'money.customer', count: 2, credits: '0', money: '-20.00' },
      { key: 'money.subscription', count: 2, credits: '0', money: '20.00' },
      { key: 'credits.issued', count: 2, credits: '-2000', money: '0.00' },
      { key: 'credits.pool', count: 5, credits: '0', money: '0.00' },
      { key: 'credits.used', count: 2, credits: '1600', money: '0.00' },
      { key: 'credits.expired', count: 1, credits: '400', money: '0.00' },
    ])
  })

  test('by period put what expires at a period’s end to that period, and the fee of that day to the next', () => {
    expect(asked({ groupBy: 'period' }).groups).toEqual([
      { key: '1', count: 4, credits: '2000', money: '10.00' },
      { key: '2', count: 3, credits: '2000', money: '10.00' },
    ])
  })

  test('by period put what expires within a period to that period', () => {
    const expired = (at: string) => ({
      at,
      unit: 'credits' as const,
      from: 'credits.pool' as const,
      to: 'credits.expired' as const,
      amount: '1',
      reference: 'grant 1',
    })
    const ledger = [expired('2026-02-01T00:00:00.000Z'), expired('2026-02-10T00:00:00.000Z')]
    const { groups } = lookIntoLedger({ ledger, periods: account.periods }, { filter: {}, groupBy: 'period' })
    expect(groups.map(({ key, count }) => [key, count])).toEqual([
      ['1', 1],
      ['2', 1],
    ])
  })

  test('an entry that stays within an account is counted once in it', () => {
    // The 400 left of January are carried into a new grant within the pool.
    const carried = bill({ rollover: { kind: 'count', carries: 1, percent: '100', validity: 1 } }, [
      '600',
      '1200',
    ])
    const look = lookIntoLedger(carried, { filter: { account: 'credits.pool' }, groupBy: 'account' })
    expect(carried.ledger.map(({ reference }) => reference)).toContain('grant 1 into grant 2')
    const pool = look.groups.find(({ key }) => key === 'credits.pool')
    expect(pool?.count).toBe(ledgerWindow(look, { offset: 0, limit: 0 }).total)
  })

  test('what is charged at the end of the run is of its last period', () => {
    const overage = bill({ pastQuota: postpaid(perThousand('5')) }, ['3000'], OPTED_IN)
    const { groups } = lookIntoLedger(overage, { filter: { unit: 'money' }, groupBy: 'period' })
    // $10.00, and 2,000 at $5.00 a thousand.
    expect(groups).toEqual([{ key: '1', count: 2, credits: '0', money: '20.00' }])
  })

  test('are no more than a window has rows, and told by their number', () => {
    const usageEvents = Array.from({ length: 501 }, (_, day) => day)
    const ledger = usageEvents.map((day) => ({
      at: '2026-01-01T00:00:00.000Z',
      unit: 'credits' as const,
      from: 'credits.pool' as const,
      to: 'credits.used' as const,
      amount: '1',
      reference: `grant ${day}`,
    }))
    const look = lookIntoLedger({ ledger, periods: [] }, { filter: {}, groupBy: 'reference' })
    const { groups, groupCount } = ledgerWindow(look, { offset: 0, limit: 0 })
    expect([groups.length, groupCount, look.groups.length]).toEqual([500, 501, 501])
  })
})
