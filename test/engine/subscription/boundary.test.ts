import { describe, expect, test } from 'vitest'
import { PlanChangeMode } from '#shared/account.ts'
import { perThousand, planOf, postpaid } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'
import { BASIC, bills, linesOf, PRO, spans, subscribe, to, using } from './support/subscribe.ts'

const rollover = { kind: 'age', periods: 2 } as const
const LADDER = [planOf({ ...BASIC, rollover }), planOf({ ...PRO, rollover })]

describe('a change at the end of a term comes between its close and the renewal', () => {
  test.each(PlanChangeMode.options)('%s: no proration, the renewal is that of the new plan', (mode) => {
    const result = subscribe(LADDER, 2, { changes: [to('pro', '2026-05-01', { mode })] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-05-01', '80.00'],
    ])
    expect(spans(result)).toEqual([
      ['2026-04-01', '2026-05-01'],
      ['2026-05-01', '2026-06-01'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 3000, 0, 0, 0, 4000],
    ])
  })

  test('the overage of the term that ends is charged at its own rate', () => {
    const plans = [
      planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) }),
      planOf({ ...PRO, pastQuota: postpaid(perThousand('4')) }),
    ]
    const given = { ...using('1500', '3500'), overage: { optIn: true } }
    const result = subscribe(plans, 2, { ...given, changes: [to('pro', '2026-05-01')] })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-05-01', 'overage', '5.00'], // 500 × 10 ÷ 1,000
      ['2026-05-01', 'subscription', '80.00'],
      ['2026-06-01', 'overage', '2.00'], // 500 × 4 ÷ 1,000
    ])
  })

  test('a downgrade loses what the term left, like one that waited for this day', () => {
    const given = { plan: 'pro', changes: [to('basic', '2026-05-01')] }
    const result = subscribe(LADDER, 2, given)
    expect(bills(result)).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-05-01', '30.00'],
    ])
    // told where it happens: after the term was closed
    expect(creditRows(result.periods)).toEqual([
      [0, 3000, 0, 0, 0, 3000],
      [3000, 1000, 0, 3000, 0, 1000],
    ])
    expect(result.ledger.filter((entry) => entry.to === 'credits.expired')).toEqual([
      {
        at: '2026-05-01T00:00:00.000Z',
        unit: 'credits',
        from: 'credits.pool',
        to: 'credits.expired',
        amount: '3000',
        reference: 'grant 1',
      },
    ])
  })

  test('up and down again on that day is a downgrade: the last word counts for the price', () => {
    const changes = [to('pro', '2026-05-01'), to('basic', '2026-05-01')]
    expect(bills(subscribe(LADDER, 2, { changes }))).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-05-01', '30.00'],
    ])
  })

  test('seats and limits of that instant come after the renewal, whatever their place in the scenario', () => {
    const block = planOf(BASIC)
    const sells = planOf({ ...PRO, pastQuota: postpaid(perThousand('10')) })
    const changes = [{ kind: 'setOverage' as const, on: '2026-05-01', optIn: true }, to('pro', '2026-05-01')]
    const result = subscribe([block, sells], 2, { changes, ...using('0', '3100') })
    expect(result.refusals).toEqual([])
    expect(bills(result).at(-1)).toEqual(['2026-06-01', '1.00'])
  })
})

describe('cycles that restart late in a month', () => {
  test('an anchor on the 31st means the last day of shorter months, then the 31st again', () => {
    const result = subscribe(LADDER, 5, { start: '2026-01-15', changes: [to('pro', '2026-01-31')] })
    expect(bills(result).map(([date]) => date)).toEqual([
      '2026-01-15',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  test('a restart within an anchor of the 31st has an anchor of its own', () => {
    const result = subscribe(LADDER, 4, { start: '2026-01-31', changes: [to('pro', '2026-03-29')] })
    expect(bills(result).map(([date]) => date)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-29',
      '2026-04-29',
      '2026-05-29',
    ])
  })
})
