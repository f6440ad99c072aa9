import { describe, expect, test } from 'vitest'
import { halfOff, perThousand, planOf, postpaid } from '../support/build.ts'
import { creditRows, usageRows } from '../support/period-rows.ts'
import {
  BASIC,
  bills,
  FREE,
  linesOf,
  PRO,
  sellingSeats,
  spans,
  subscribe,
  to,
  using,
} from './support/subscribe.ts'

const TRIAL = { trial: { days: 14, credits: '500' } }
const LADDER = [planOf(BASIC), planOf(PRO), FREE]

describe('a trial', () => {
  test('is free; the first term is paid when it ends, and the cycle is anchored there', () => {
    const result = subscribe(LADDER, 2, TRIAL)
    expect(bills(result)).toEqual([
      ['2026-04-15', '30.00'],
      ['2026-05-15', '30.00'],
    ])
    expect(spans(result)).toEqual([
      ['2026-04-01', '2026-04-15'],
      ['2026-04-15', '2026-05-15'],
      ['2026-05-15', '2026-06-01'],
    ])
  })

  test('its credits expire with it', () => {
    expect(creditRows(subscribe(LADDER, 1, TRIAL).periods)).toEqual([
      [0, 500, 0, 500, 0, 0],
      [0, 1000, 0, 0, 0, 1000],
    ])
  })

  test('or stay, where they do not expire', () => {
    const { periods } = subscribe(LADDER, 2, { trial: { ...TRIAL.trial, creditsExpire: false } })
    expect(creditRows(periods)).toEqual([
      [0, 500, 0, 0, 0, 500],
      [500, 1000, 0, 1000, 0, 500],
      [500, 1000, 0, 0, 0, 1500],
    ])
  })

  test('beyond its credits nothing is served', () => {
    // 50 a day: 700 in the trial; 800 in the rest of April
    expect(usageRows(subscribe(LADDER, 1, { ...TRIAL, ...using('1500') }).periods)).toEqual([
      [700, 500, 0, 200, 'poolEmpty'],
      [800, 800, 0, 0, null],
    ])
  })

  test('overage in a trial is charged at its end, where the account opted in', () => {
    const plans = [planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) })]
    const result = subscribe(plans, 1, { ...TRIAL, ...using('1500'), overage: { optIn: true } })
    expect(bills(result)).toEqual([['2026-04-15', '32.00']]) // 200 × 10 ÷ 1,000 + 30.00
  })

  describe('with overage, and another plan chosen during it', () => {
    const costing = (rate: string) => postpaid(perThousand(rate))
    const plans = [
      planOf({ id: 'starter', monthly: '20', credits: '500' }),
      planOf({ ...BASIC, pastQuota: costing('10') }),
      planOf({ ...PRO, pastQuota: costing('4') }),
    ]
    // 100 a day: 900 until the 10th, 400 of them beyond the trial's 500, then 500 more until the 15th
    const chosen = (plan: string) =>
      subscribe(plans, 1, {
        ...TRIAL,
        ...using('3000'),
        plan: 'basic',
        overage: { optIn: true },
        changes: [to(plan, '2026-04-10')],
      })

    test('it is charged at the rates it was used at', () => {
      expect(linesOf(chosen('pro'))).toEqual([
        ['2026-04-10', 'overage', '4.00'], // 400 × 10 ÷ 1,000
        ['2026-04-15', 'overage', '2.00'], // 500 × 4 ÷ 1,000
        ['2026-04-15', 'subscription', '80.00'],
      ])
    })

    test('it is charged where the new plan sells none', () => {
      const result = chosen('starter')
      expect(linesOf(result)).toEqual([
        ['2026-04-10', 'overage', '4.00'],
        ['2026-04-15', 'subscription', '20.00'],
      ])
      expect(result.totals.total).toBe('24.00')
    })
  })

  test('cancelled in time, nothing is ever charged, and its credits are lost', () => {
    const trial = { days: 14, credits: '500', creditsExpire: false }
    const result = subscribe(LADDER, 2, { trial, changes: [{ kind: 'cancel', on: '2026-04-14' }] })
    expect(bills(result)).toEqual([])
    expect(creditRows(result.periods)).toEqual([
      [0, 500, 0, 500, 0, 0],
      [0, 100, 0, 100, 0, 0],
      [0, 100, 0, 0, 0, 100],
    ])
  })

  test('a plan chosen during it is paid when it ends', () => {
    const result = subscribe(LADDER, 1, { ...TRIAL, changes: [to('pro', '2026-04-10')] })
    expect(bills(result)).toEqual([['2026-04-15', '80.00']])
  })

  test('a plan chosen after a cancellation takes it back', () => {
    const changes = [{ kind: 'cancel' as const, on: '2026-04-09' }, to('pro', '2026-04-10')]
    expect(bills(subscribe(LADDER, 1, { ...TRIAL, changes }))).toEqual([['2026-04-15', '80.00']])
  })

  test('seats bought during it are paid, and bring credits, with the first term', () => {
    const plans = [sellingSeats(planOf(BASIC), 1)]
    const result = subscribe(plans, 1, {
      ...TRIAL,
      changes: [{ kind: 'buySeats', on: '2026-04-10', count: 2 }],
    })
    expect(bills(result)).toEqual([['2026-04-15', '50.00']]) // 30.00 + 2 × 10.00
    expect(creditRows(result.periods)).toEqual([
      [0, 500, 0, 500, 0, 0],
      [0, 1200, 0, 0, 0, 1200],
    ])
  })

  test('longer than the run, it is all there is', () => {
    const result = subscribe(LADDER, 1, { trial: { days: 45, credits: '500' } })
    expect([bills(result), spans(result)]).toEqual([[], [['2026-04-01', '2026-05-01']]])
  })
})

describe('a first-month offer', () => {
  const plans = [
    planOf({ ...BASIC, offers: [halfOff('monthly')] }),
    planOf({ ...PRO, offers: [halfOff('monthly')] }),
  ]

  test('comes off the first term only, after a trial too', () => {
    expect(bills(subscribe(plans, 2, { ...TRIAL, offers: true }))).toEqual([
      ['2026-04-15', '15.00'],
      ['2026-05-15', '30.00'],
    ])
  })

  test('comes off the first term of the first plan that has it', () => {
    const result = subscribe([FREE, ...plans], 2, { offers: true, changes: [to('basic', '2026-04-16')] })
    expect(bills(result)).toEqual([
      ['2026-04-16', '15.00'],
      ['2026-05-16', '30.00'],
    ])
    const waiting = [to('basic', '2026-04-16', { timing: 'termEnd' })]
    expect(bills(subscribe([FREE, ...plans], 3, { offers: true, changes: waiting }))).toEqual([
      ['2026-05-01', '15.00'],
      ['2026-06-01', '30.00'],
    ])
  })

  test('is for whoever asks for it', () => {
    const result = subscribe([FREE, ...plans], 1, { offers: false, changes: [to('basic', '2026-04-16')] })
    expect(bills(result)).toEqual([['2026-04-16', '30.00']])
  })

  test('is not to be had again by a change of plan', () => {
    const result = subscribe(plans, 2, { offers: true, changes: [to('pro', '2026-04-16')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '15.00'],
      ['2026-04-16', '80.00'],
      ['2026-05-16', '80.00'],
    ])
  })
})
