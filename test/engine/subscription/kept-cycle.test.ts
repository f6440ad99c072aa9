import { describe, expect, test } from 'vitest'
import type { PlanChangeMode } from '#shared/account.ts'
import type { SomePolicies } from '#shared/policies.ts'
import { figure, OPTED_IN, perThousand, planOf, postpaid } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'
import {
  BASIC,
  bills,
  dues,
  linesOf,
  PRO,
  sellingSeats,
  spans,
  subscribe,
  to,
  using,
} from './support/subscribe.ts'

const STARTER = planOf({ id: 'starter', monthly: '20', credits: '500' })
const LADDER = [STARTER, planOf(BASIC), planOf(PRO)]

/** On 16 April, with fifteen of thirty days left. Golden numbers: facts §9.7. */
const change = (from: string, plan: string, mode: PlanChangeMode, months = 2) =>
  subscribe(LADDER, months, { plan: from, changes: [to(plan, '2026-04-16', { mode, timing: 'now' })] })

describe('golden numbers of Dodo Payments: a change with half of the term left', () => {
  test('prorated upgrade 30 → 80: 40.00 − 15.00 = 25.00, the cycle stays', () => {
    const result = change('basic', 'pro', 'prorated')
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-16', 'proration', '-15.00'],
      ['2026-04-16', 'proration', '40.00'],
      ['2026-05-01', 'subscription', '80.00'],
    ])
    expect(bills(result)[1]).toEqual(['2026-04-16', '25.00'])
    expect(spans(result)).toEqual([
      ['2026-04-01', '2026-05-01'],
      ['2026-05-01', '2026-06-01'],
    ])
  })

  test('of a cycle restarted in the evening, prorated the next morning: one whole day is used', () => {
    const result = subscribe(LADDER, 1, {
      plan: 'starter',
      changes: [to('basic', '2026-04-16T18:00:00Z'), to('pro', '2026-04-17T06:00:00Z', { mode: 'prorated' })],
    })
    // 29 of the 30 days from 16 April to 15 May: 30.00 × 29/30 and 80.00 × 29/30 = 77.333…
    expect(linesOf(result).slice(2)).toEqual([
      ['2026-04-17', 'proration', '-29.00'],
      ['2026-04-17', 'proration', '77.33'],
    ])
    expect(bills(result).at(-1)).toEqual(['2026-04-17', '48.33'])
  })

  test('difference, upgrade 30 → 80: 50.00 whenever it happens', () => {
    expect(bills(change('basic', 'pro', 'difference'))[1]).toEqual(['2026-04-16', '50.00'])
  })

  test('restarting the cycle: 80.00 in full', () => {
    expect(bills(change('basic', 'pro', 'restartCycle'))[1]).toEqual(['2026-04-16', '80.00'])
  })

  test('not billed: nothing before the renewal at the new price', () => {
    expect(bills(change('basic', 'pro', 'doNotBill'))).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-05-01', '80.00'],
    ])
  })

  test('prorated downgrade 80 → 20: a credit of 30.00 pays the next renewal and half of the one after', () => {
    const result = change('pro', 'starter', 'prorated', 4)
    expect(result.invoices.map(({ kind, total }) => [kind, total])).toEqual([
      ['invoice', '80.00'],
      ['creditNote', '-30.00'], // 10.00 − 40.00
      ['invoice', '20.00'],
      ['invoice', '20.00'],
      ['invoice', '20.00'],
    ])
    expect(dues(result)).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-04-16', '0.00'],
      ['2026-05-01', '0.00'],
      ['2026-06-01', '10.00'],
      ['2026-07-01', '20.00'],
    ])
  })

  test('difference, downgrade 80 → 20: a credit of 60.00 pays three renewals', () => {
    const result = change('pro', 'starter', 'difference', 5)
    expect(bills(result)[1]).toEqual(['2026-04-16', '-60.00'])
    expect(dues(result).slice(2)).toEqual([
      ['2026-05-01', '0.00'],
      ['2026-06-01', '0.00'],
      ['2026-07-01', '0.00'],
      ['2026-08-01', '20.00'],
    ])
  })

  test('restarting the cycle, a downgrade gives no credit', () => {
    expect(bills(change('pro', 'starter', 'restartCycle'))).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-04-16', '20.00'],
      ['2026-05-16', '20.00'],
    ])
  })

  test('prorated to 80 with three seats at 10.00: 55.00 − 15.00 = 40.00', () => {
    const plans = [planOf(BASIC), sellingSeats(planOf(PRO), 1)]
    const changes = [
      to('pro', '2026-04-16', { mode: 'prorated' }),
      { kind: 'buySeats' as const, on: '2026-04-16', count: 3 },
    ]
    expect(bills(subscribe(plans, 2, { changes })).slice(1)).toEqual([
      ['2026-04-16', '40.00'],
      ['2026-05-01', '110.00'],
    ])
  })
})

describe('credits of a change that keeps the cycle', () => {
  // opening, granted, used, expired, forfeited, closing
  test.each([
    ['prorated', 2000], // 1,000 and half of the 2,000 more
    ['difference', 3000],
    ['doNotBill', 1000],
  ] as const)('%s: %d in the first month, the whole quota from the renewal on', (mode, granted) => {
    expect(creditRows(change('basic', 'pro', mode).periods)).toEqual([
      [0, granted, 0, granted, 0, 0],
      [0, 3000, 0, 3000, 0, 0],
    ])
  })

  test('after seats were bought: what they brought is part of what the month was granted', () => {
    const plans = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 1)]
    const changes = [
      { kind: 'buySeats' as const, on: '2026-04-10', count: 2 },
      to('pro', '2026-04-16', { mode: 'difference', timing: 'now' }),
    ]
    // 1,000 + 2 × 100, then 3,200 − 1,200; from the renewal on 3,000 + 2 × 100.
    expect(creditRows(subscribe(plans, 2, { changes }).periods)).toEqual([
      [0, 3200, 0, 3200, 0, 0],
      [0, 3200, 0, 3200, 0, 0],
    ])
  })

  test('up, down and up again on one day grant what one step up does: 1,000 + 2,000 × 15 ÷ 30', () => {
    const step = (plan: string) => to(plan, '2026-04-16', { mode: 'prorated', timing: 'now' })
    const changes = ['pro', 'basic', 'pro', 'basic', 'pro'].map(step)
    const result = subscribe([planOf(BASIC), planOf(PRO)], 1, { changes })
    expect(creditRows(result.periods)).toEqual([[0, 2000, 0, 2000, 0, 0]])
    expect(result.totals.total).toBe('55.00') // 30.00 − 15.00 + 40.00
  })

  test.each([
    ['prorated', 2400], // 1,200 + (3,600 − 1,200) × 15 ÷ 30
    ['difference', 3600],
  ] as const)(
    '%s: those of two extra seats, 100 on Basic and 300 on Pro, change too: %d',
    (mode, granted) => {
      const pro = sellingSeats(planOf(PRO), 1)
      const { purchase } = pro.seats
      const more = {
        ...pro,
        seats: { ...pro.seats, purchase: purchase && { ...purchase, credits: figure('300') } },
      }
      const changes = [to('pro', '2026-04-16', { mode, timing: 'now' })]
      const result = subscribe([sellingSeats(planOf(BASIC), 1), more], 1, { extraSeats: 2, changes })
      expect(creditRows(result.periods)).toEqual([[0, granted, 0, granted, 0, 0]])
    },
  )

  test('a downgrade takes none away', () => {
    expect(creditRows(change('pro', 'starter', 'prorated').periods)).toEqual([
      [0, 3000, 0, 3000, 0, 0],
      [0, 500, 0, 500, 0, 0],
    ])
  })
})

describe('what is due without any usage', () => {
  const feeOf = (amount: string) =>
    postpaid({
      model: 'graduated',
      tiers: [{ upTo: null, rate: { amount: '1', per: '1' }, flatFee: amount }],
    })
  const plans = [planOf({ ...BASIC, pastQuota: feeOf('5') }), planOf({ ...PRO, pastQuota: feeOf('7') })]
  const fees = (mode: PlanChangeMode, usage: readonly string[]) =>
    linesOf(
      subscribe(plans, usage.length, {
        ...OPTED_IN,
        policies: { flatFeeAtZero: 'charged' },
        changes: [to('pro', '2026-04-16', { mode })],
        usage: { kind: 'series', credits: [...usage] },
      }),
    ).filter(([, kind]) => kind === 'overage')

  test('a change that keeps the cycle charges it once, at the period’s end, on the plan of then', () => {
    expect(fees('doNotBill', ['0', '0'])).toEqual([
      ['2026-05-01', 'overage', '7.00'],
      ['2026-06-01', 'overage', '7.00'],
    ])
  })

  test('what the old plan has charged with usage is not charged again for none', () => {
    // 2,002 evenly over April: by the 16th the 1,000 are used up and one is over, on Pro nothing is
    expect(fees('difference', ['2002', '0'])).toEqual([
      ['2026-04-16', 'overage', '6.00'], // 1 × 1.00 and the fee of 5.00
      ['2026-06-01', 'overage', '7.00'],
    ])
  })

  test('a change that restarts the cycle ends a period, which has its own', () => {
    expect(fees('restartCycle', ['0']).map(([on, , amount]) => [on, amount])).toEqual([
      ['2026-04-16', '5.00'],
      ['2026-05-01', '7.00'],
    ])
  })
})

describe('how the rest of a term is counted: 30 → 80', () => {
  const cost = (start: string, on: string, policies: SomePolicies) =>
    linesOf(
      subscribe(LADDER.slice(1), 1, { start, policies, changes: [to('pro', on, { mode: 'prorated' })] }),
    )
      .slice(1)
      .map(([, , amount]) => amount)

  // Noon of 16 April, 14.5 of 30 days before the end
  test.each([
    ['second', 'newPlan', ['-14.50', '38.67']], // 80 × 14.5 ÷ 30 = 38.666…
    ['day', 'newPlan', ['-15.00', '40.00']], // the 16th is the new plan’s
    ['day', 'both', ['-14.00', '40.00']], // the 16th is both plans’
    ['day', 'endExclusive', ['-14.00', '37.33']], // the 16th is the old plan’s: 80 × 14 ÷ 30 = 37.333…
    ['fixed30', 'newPlan', ['-15.00', '40.00']],
    ['none', 'newPlan', ['80.00']],
  ] as const)('%s, %s', (prorationUnit, changeDay, amounts) => {
    expect(cost('2026-04-01', '2026-04-16T12:00:00Z', { prorationUnit, changeDay })).toEqual(amounts)
  })

  // Months that have not thirty days
  test.each([
    ['day', '2026-03-01', '2026-03-16', ['-15.48', '41.29']], // 16 ÷ 31
    ['fixed30', '2026-03-01', '2026-03-16', ['-15.00', '40.00']], // 15 ÷ 30
    ['fixed30', '2026-03-01', '2026-03-31', []], // thirty days are gone
    ['day', '2026-02-01', '2026-02-15', ['-15.00', '40.00']], // 14 ÷ 28
    ['fixed30', '2026-02-01', '2026-02-15', ['-16.00', '42.67']], // 16 ÷ 30
    ['fixed30', '2026-05-23', '2026-06-15', ['-8.00', '21.33']], // 22 of 30 are gone: 80 × 8 ÷ 30 = 21.333…
    ['fixed30', '2026-02-23', '2026-03-15', ['-8.00', '21.33']],
    ['fixed30', '2024-02-23', '2024-03-15', ['-8.00', '21.33']],
  ] as const)('%s from %s on %s', (prorationUnit, start, on, amounts) => {
    expect(cost(start, on, { prorationUnit })).toEqual(amounts)
  })

  test('fixed30, in a month that began on 28 February for the 31st: 15 of 30 days are gone by 15 March', () => {
    const result = subscribe(LADDER.slice(1), 2, {
      start: '2026-01-31',
      policies: { prorationUnit: 'fixed30' },
      changes: [to('pro', '2026-03-15', { mode: 'prorated' })],
    })
    expect(linesOf(result).slice(2)).toEqual([
      ['2026-03-15', 'proration', '-15.00'],
      ['2026-03-15', 'proration', '40.00'],
    ])
    expect(result.periods[1]?.grantedCredits).toBe('2000') // 1,000 and half of the 2,000 more
  })
})

/*
 * 200 credits a day in April. By the 16th 3,000 are used, 2,000 past Basic's 1,000: 20.00. On Pro 3,000 more, of which
 * half of the 2,000 more credits serve 1,000; the other 2,000 cost 10.00.
 */
test('overage after a change that keeps the cycle is for the time after it, also to a commitment', () => {
  const plans = [
    planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) }),
    planOf({ ...PRO, pastQuota: postpaid(perThousand('5')) }),
  ]
  const { invoices } = subscribe(plans, 2, {
    ...OPTED_IN,
    ...using('6000', '0'),
    changes: [to('pro', '2026-04-16', { mode: 'prorated' })],
    invoicing: { commitment: { per: 'month', minimum: '100', from: '2026-04-16' } },
  })
  const lines = invoices.flatMap((invoice) => invoice.lines)
  const overage = lines.filter(({ kind }) => kind === 'overage')
  expect(overage.map(({ periodStart, periodEnd, amount }) => [periodStart, periodEnd, amount])).toEqual([
    ['2026-04-01', '2026-04-16', '20.00'],
    ['2026-04-16', '2026-05-01', '10.00'],
  ])
  // From 16 April to 15 May: half of Basic's 30.00, 40.00 − 15.00 for the change, the 10.00, and 15 of 31 days of
  // Pro's 80.00, 38.71, come to 88.71
  expect(lines.at(-1)).toMatchObject({ kind: 'trueUp', amount: '11.29' })
})
