import { describe, expect, test } from 'vitest'
import { figure, postpaid, perThousand, prepaid } from '../support/build.ts'
import { eventAt, fund, lineRows, moneyRows } from '../support/funds.ts'
import { usageRows } from '../support/period-rows.ts'

/** No credits of its own: $1 buys 100 credits; top-ups from $5, automatic ones of $20 below $10; good for a year. */
const PLAN = { credits: '0', monthly: '0', pastQuota: prepaid('100', '1') }
const wallet = (balance: string, autoTopUp: 'off' | { amount?: string; below?: string } = 'off') => ({
  prepaid: { kind: 'wallet' as const, balance, autoTopUp },
})
const topUp = (on: string, amount: string) => ({ kind: 'topUp' as const, on, amount })

describe('a prepaid balance', () => {
  test('is drawn after the credits, at the plan’s credits per unit of money', () => {
    const result = fund([{ ...PLAN, credits: '1000' }], ['1310', '1000'], wallet('5'))
    expect(moneyRows(result)).toEqual([
      ['5.00', '0.00', '3.10', '0.00', '1.90'],
      ['1.90', '0.00', '0.00', '0.00', '1.90'],
    ])
    expect(result.totals).toMatchObject({ total: '0.00', overage: '0.00', overageCredits: '310' })
  })

  test('serves an account that did not opt in to overage', () => {
    expect(fund([PLAN], ['310'], { ...wallet('5'), overage: { optIn: false } }).totals.blockedCredits).toBe(
      '0',
    )
  })

  test('blocks at once when it is empty, and is never a debt', () => {
    const result = fund([PLAN], ['310'], wallet('1'))
    expect(usageRows(result.periods)).toEqual([[310, 0, 100, 210, 'walletEmpty']])
    expect(moneyRows(result)).toEqual([['1.00', '0.00', '1.00', '0.00', '0.00']])
    // 100 of 10 a day: the eleventh day is the first without
    expect(result.alerts).toContainEqual(
      expect.objectContaining({ kind: 'walletEmpty', at: '2026-01-11T00:00:00.000Z' }),
    )
  })

  test('serves a usage event whole or not at all', () => {
    const usageEvents = [
      eventAt('2026-01-05T00:00:00Z', '101'),
      eventAt('2026-01-06T00:00:00Z', '60'),
      eventAt('2026-01-07T00:00:00Z', '60'),
      eventAt('2026-01-08T00:00:00Z', '40'),
    ]
    const result = fund([PLAN], ['0'], { ...wallet('1'), usageEvents })
    expect(usageRows(result.periods)).toEqual([[261, 0, 100, 161, 'notEnoughLeft']])
  })

  test('may be spent only up to the period’s limit', () => {
    const result = fund([PLAN], ['310', '310'], {
      ...wallet('10'),
      overage: { optIn: true, spendLimit: '2' },
    })
    expect(usageRows(result.periods)).toEqual([
      [310, 0, 200, 110, 'spendLimit'],
      [310, 0, 200, 110, 'spendLimit'],
    ])
    expect(moneyRows(result).map(([, , drawn]) => drawn)).toEqual(['2.00', '2.00'])
  })

  test('a micro that was begun is drawn whole, and many small uses cost what one large use costs', () => {
    const third = { ...PLAN, pastQuota: prepaid('3', '1') }
    const hourly = Array.from({ length: 10 }, (_, hour) => eventAt(`2026-01-01T0${hour}:00:00Z`, '0.1'))
    const one = [eventAt('2026-01-01T00:00:00Z', '1')]
    const drawn = (usageEvents: typeof hourly) =>
      fund([third], ['0'], { ...wallet('5'), usageEvents }).wallet?.drawn
    expect(drawn(one)).toBe('0.333334')
    expect(drawn(hourly)).toBe('0.333334')
  })

  test('where a scenario says nothing of it, usage is funded as it is used', () => {
    const result = fund([PLAN], ['310'], { overage: { optIn: true } })
    expect(result.wallet).toBeNull()
    expect(lineRows(result)).toEqual([['prepaidUsage', '2026-02-01', '3.10']])
  })
})

describe('topping up by hand', () => {
  test('is an invoice of its own, and the money is there at once', () => {
    const result = fund([PLAN], ['310'], { ...wallet('0'), changes: [topUp('2026-01-11', '5')] })
    expect(lineRows(result)).toEqual([['topUp', '2026-01-11', '5.00']])
    expect(usageRows(result.periods)).toEqual([[310, 0, 210, 100, 'walletEmpty']])
    expect(moneyRows(result)).toEqual([['0.00', '5.00', '2.10', '0.00', '2.90']])
    expect(result.totals).toMatchObject({ total: '5.00', topUps: '5.00' })
  })

  test('below the plan’s minimum is refused', () => {
    const result = fund([PLAN], ['0'], { ...wallet('0'), changes: [topUp('2026-01-11', '4.99')] })
    expect(result.refusals).toEqual([
      {
        code: 'change.refused',
        message: 'Refused on 2026-01-11: A top-up is at least 5.00.',
        path: 'changes.0',
      },
    ])
    expect(result.invoices).toEqual([])
  })

  test('on a plan without a prepaid balance is refused', () => {
    const plans = [
      { ...PLAN, id: 'paygo', monthly: '5' },
      { id: 'fixed', monthly: '50' },
    ]
    const changes = [
      { kind: 'changePlan' as const, on: '2026-01-05', plan: 'fixed' },
      topUp('2026-01-11', '5'),
    ]
    const result = fund(plans, ['0'], { ...wallet('3'), changes })
    expect(result.refusals.map(({ path }) => path)).toEqual(['changes.1'])
    expect(result.wallet?.closing).toBe('3.00')
  })
})

describe('automatic top-up', () => {
  test('is off until it is turned on', () => {
    expect(fund([PLAN], ['310'], wallet('1')).invoices).toEqual([])
  })

  test('tops up by the catalogue’s amount when the balance falls below its trigger', () => {
    // $12 less 10 cents a day: the 21st day would leave less than $10
    const result = fund([PLAN], ['310'], wallet('12', {}))
    expect(lineRows(result)).toEqual([['topUp', '2026-01-21', '20.00']])
    expect(moneyRows(result)).toEqual([['12.00', '20.00', '3.10', '0.00', '28.90']])
    expect(result.alerts).toContainEqual(
      expect.objectContaining({ kind: 'toppedUp', at: '2026-01-21T00:00:00.000Z', credits: '2000' }),
    )
  })

  test('a balance of exactly the trigger is enough', () => {
    const result = fund([PLAN], ['0'], {
      ...wallet('12', {}),
      usageEvents: [eventAt('2026-01-05T08:00:00Z', '200')],
    })
    expect(result.invoices).toEqual([])
    expect(result.wallet?.closing).toBe('10.00')
  })

  test('a use larger than the balance is preceded by as many top-ups as it takes', () => {
    const usageEvents = [eventAt('2026-01-05T08:00:00Z', '5000')]
    const result = fund([PLAN], ['0'], { ...wallet('12', { amount: '7', below: '6' }), usageEvents })
    // $50 less $12 and $6 to be left: 44 needs seven times $7
    expect(lineRows(result)).toEqual([['topUp', '2026-01-05', '49.00']])
    expect(result.invoices[0]?.lines[0]?.working).toEqual([
      { quantity: '7', rate: '7.00 each', amount: '49.00' },
    ])
    expect(moneyRows(result)).toEqual([['12.00', '49.00', '50.00', '0.00', '11.00']])
  })

  test('turned on below its trigger it tops up at once; turned off it does no more', () => {
    const changes = [
      { kind: 'autoTopUp' as const, on: '2026-01-11', autoTopUp: {} },
      { kind: 'autoTopUp' as const, on: '2026-01-12', autoTopUp: 'off' as const },
    ]
    const result = fund([PLAN], ['3100'], { ...wallet('0'), changes })
    expect(lineRows(result)).toEqual([['topUp', '2026-01-11', '20.00']])
    // $20 are 2,000 credits from the 11th on: 100 a day
    expect(usageRows(result.periods)).toEqual([[3100, 0, 2000, 1100, 'walletEmpty']])
  })

  test('the start of the run is an instant like any other', () => {
    expect(lineRows(fund([PLAN], ['0'], wallet('0', {})))).toEqual([['topUp', '2026-01-01', '20.00']])
  })

  test('a spend limit holds it too', () => {
    const result = fund([PLAN], ['31000'], {
      ...wallet('0', {}),
      overage: { optIn: true, spendLimit: '30' },
    })
    expect(usageRows(result.periods)).toEqual([[31000, 0, 3000, 28000, 'spendLimit']])
    expect(moneyRows(result)).toEqual([['0.00', '40.00', '30.00', '0.00', '10.00']])
  })

  describe('where $5 must remain while it is on', () => {
    const sold = prepaid('100', '1')
    if (sold.kind !== 'prepaid') throw new Error('not prepaid')
    const autoTopUp = figure({ amount: '20', below: '10', mustRemain: '5' })
    const keeping = { ...PLAN, id: 'keeping', pastQuota: { ...sold, autoTopUp } }

    test('a trigger below that is refused, and one of exactly that is not', () => {
      const auto = (below: string) => ({ kind: 'autoTopUp' as const, on: '2026-01-11', autoTopUp: { below } })
      const refused = (below: string) =>
        fund([keeping], ['0'], { ...wallet('0'), changes: [auto(below)] }).refusals.map(
          ({ message }) => message,
        )
      expect(refused('4.99')).toEqual([
        'Refused on 2026-01-11: While automatic top-up is on, at least 5.00 must remain: it cannot wait for less.',
      ])
      expect(refused('5')).toEqual([])
    })

    test('a lower trigger from an earlier plan rises to it: the balance is never below', () => {
      const changes = [
        { kind: 'changePlan' as const, on: '2026-01-11', plan: 'keeping', mode: 'doNotBill' as const },
      ]
      const usageEvents = [eventAt('2026-01-05T08:00:00Z', '600'), eventAt('2026-01-12T08:00:00Z', '1')]
      const given = { ...wallet('10', { below: '2' }), changes, usageEvents }
      // $10 less $6 is above $2; on the other plan $4 less a cent is below $5
      const result = fund([PLAN, keeping], ['0'], given)
      expect(lineRows(result).filter(([kind]) => kind === 'topUp')).toEqual([
        ['topUp', '2026-01-12', '20.00'],
      ])
    })
  })

  test('an amount below the plan’s minimum is refused', () => {
    const changes = [{ kind: 'autoTopUp' as const, on: '2026-01-11', autoTopUp: { amount: '2' } }]
    expect(fund([PLAN], ['0'], { ...wallet('0'), changes }).refusals.map(({ path }) => path)).toEqual([
      'changes.0',
    ])
  })
})

describe('prepaid money expires twelve months after it was bought', () => {
  test('the oldest is used first, and what is left of it is lost', () => {
    const months = Array.from({ length: 14 }, () => '0')
    const result = fund([PLAN], months, {
      ...wallet('10'),
      changes: [topUp('2026-01-11', '5')],
      usageEvents: [eventAt('2026-03-01T00:00:00Z', '300')],
    })
    expect(result.wallet?.lots).toEqual([
      {
        bought: '2026-01-01T00:00:00.000Z',
        expires: '2027-01-01T00:00:00.000Z',
        amount: '10.00',
        drawn: '3.00',
        expired: '7.00',
        remaining: '0.00',
      },
      {
        bought: '2026-01-11T00:00:00.000Z',
        expires: '2027-01-11T00:00:00.000Z',
        amount: '5.00',
        drawn: '0.00',
        expired: '5.00',
        remaining: '0.00',
      },
    ])
    expect(moneyRows(result).at(-2)).toEqual(['12.00', '0.00', '0.00', '12.00', '0.00'])
    expect(
      result.alerts.filter(({ kind }) => kind === 'balanceExpired').map(({ at, credits }) => [at, credits]),
    ).toEqual([
      ['2027-01-01T00:00:00.000Z', '700'],
      ['2027-01-11T00:00:00.000Z', '500'],
    ])
  })

  test('usage of the very instant comes too late', () => {
    const months = Array.from({ length: 13 }, () => '0')
    const usageEvents = [eventAt('2026-12-31T23:59:59Z', '100'), eventAt('2027-01-01T00:00:00Z', '100')]
    const result = fund([PLAN], months, { ...wallet('2'), usageEvents })
    expect(result.wallet).toMatchObject({ drawn: '1.00', expired: '1.00', closing: '0.00' })
    expect(result.totals.blockedCredits).toBe('100')
  })

  test('what expires may bring the balance below the trigger', () => {
    const months = Array.from({ length: 13 }, () => '0')
    const result = fund([PLAN], months, wallet('12', {}))
    expect(lineRows(result)).toEqual([['topUp', '2027-01-01', '20.00']])
  })
})

describe('through changes of plan', () => {
  const LADDER = [
    { ...PLAN, id: 'low', monthly: '5' },
    { ...PLAN, id: 'high', monthly: '50', pastQuota: prepaid('200', '1') },
  ]
  const upgrade = { kind: 'changePlan' as const, on: '2026-01-16', plan: 'high' }

  test('credits are valued anew, money never', () => {
    // 150 credits at 100 for $1, then 160 at 200 for $1
    const result = fund(LADDER, ['310'], { ...wallet('10'), changes: [upgrade] })
    expect(result.wallet).toMatchObject({ opening: '10.00', drawn: '2.30', closing: '7.70' })
  })

  test('a downgrade and a cancellation keep it, and no rollover touches it', () => {
    const free = { ...PLAN, id: 'free' }
    const changes = [{ kind: 'cancel' as const, on: '2026-01-16' }]
    const result = fund([...LADDER.slice(0, 1), free], ['0', '0'], { ...wallet('10'), changes })
    expect(moneyRows(result)).toEqual([
      ['10.00', '0.00', '0.00', '0.00', '10.00'],
      ['10.00', '0.00', '0.00', '0.00', '10.00'],
    ])
  })

  test('a plan with overage instead leaves it alone', () => {
    const plans = [
      ...LADDER.slice(0, 1),
      { ...PLAN, id: 'later', monthly: '50', pastQuota: postpaid(perThousand('20')) },
    ]
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-16', plan: 'later' }]
    const result = fund(plans, ['310'], { ...wallet('10'), overage: { optIn: true }, changes })
    expect(result.wallet).toMatchObject({ drawn: '1.50', closing: '8.50' })
    // its cycle restarted on the 16th; the 160 credits up to the run's end are overage
    expect(result.totals).toMatchObject({ overage: '3.20', overageCredits: '310' })
  })
})

test('the ledger: money comes in as a balance and becomes income when it is drawn', () => {
  const result = fund([PLAN], ['0'], {
    ...wallet('2'),
    changes: [topUp('2026-01-11', '5')],
    usageEvents: [eventAt('2026-01-20T00:00:00Z', '300')],
  })
  const money = result.ledger.filter(({ unit }) => unit === 'money')
  expect(money.map(({ from, to, amount, reference }) => [from, to, amount, reference])).toEqual([
    ['money.broughtForward', 'money.prepaid', '2.00', 'opening balance'],
    ['money.customer', 'money.prepaid', '5.00', 'Top-up of the prepaid balance'],
    ['money.prepaid', 'money.overage', '2.00', 'opening balance'],
    ['money.prepaid', 'money.overage', '1.00', 'top-up 1'],
  ])
})
