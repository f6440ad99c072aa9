import { describe, expect, test } from 'vitest'
import type { Charge } from '#shared/charge.ts'
import { halfOff, planOf } from '../support/build.ts'
import { BASIC, linesOf, PRO, sellingSeats, subscribe, to } from './support/subscribe.ts'

/* A line rounds once: prices that cents cannot show are exact until a line is made of them. */

const perSeat = (amount: string, per = '1'): Charge => ({ model: 'perUnit', rate: { amount, per } })
const selling = (terms: typeof BASIC, charge: Charge) => sellingSeats(planOf(terms), 1, null, charge)
const buy = (on: string, count: number) => ({ kind: 'buySeats' as const, on, count })
const linesOn = (day: string, ...given: Parameters<typeof subscribe>) =>
  linesOf(subscribe(...given)).flatMap(([on, kind, amount]) => (on === day ? [[kind, amount]] : []))

describe('extra seats', () => {
  const FINE = [selling(BASIC, perSeat('5.12345')), selling(PRO, perSeat('6'))]

  test('100 at 5.12345 for three of thirty days: 512.345 × 3 ÷ 30 = 51.2345', () => {
    const changes = [buy('2026-04-28', 100)]
    expect(linesOn('2026-04-28', FINE, 1, { changes })).toEqual([['seats', '51.23']])
  })

  test('what is left of them at a prorated change is given back as it would be charged', () => {
    const given = { extraSeats: 100, changes: [to('pro', '2026-04-28', { mode: 'prorated' })] }
    expect(linesOn('2026-04-28', FINE, 1, given)).toEqual([
      ['proration', '-3.00'],
      ['seats', '-51.23'],
      ['proration', '8.00'],
      ['seats', '60.00'],
    ])
  })

  test('by the difference: 600.00 − 512.345 = 87.655', () => {
    const given = { extraSeats: 100, changes: [to('pro', '2026-04-28', { mode: 'difference' })] }
    expect(linesOn('2026-04-28', FINE, 1, given)).toEqual([
      ['proration', '50.00'],
      ['seats', '87.66'],
    ])
  })

  describe('one at 100.00 for three of them, paid by the year', () => {
    const THIRDS = [selling(BASIC, perSeat('100', '3')), planOf(PRO)]
    const annual = { billing: 'annual' as const, extraSeats: 1 }

    test('costs 33.333… × 12 = 400.00', () => {
      expect(linesOn('2026-04-01', THIRDS, 1, annual)).toEqual([
        ['subscription', '300.00'],
        ['seats', '400.00'],
      ])
    })

    test('gives 400.00 × 7 ÷ 12 = 233.333… back when five months have begun', () => {
      const given = { ...annual, changes: [to('pro', '2026-08-10')] }
      expect(linesOn('2026-08-10', THIRDS, 6, given)).toContainEqual(['seats', '-233.33'])
    })
  })

  test('none of them cost nothing, also where a fee is due without any', () => {
    const fee: Charge = {
      model: 'graduated',
      tiers: [{ upTo: null, rate: { amount: '1', per: '1' }, flatFee: '5' }],
    }
    const changes = [buy('2026-04-16', 1), to('pro', '2026-04-16T12:00:00Z', { mode: 'prorated' })]
    const given = { policies: { flatFeeAtZero: 'charged' as const }, changes }
    // The first brings the fee: 6.00 × 15 ÷ 30, all of which comes back
    const seats = linesOf(subscribe([selling(BASIC, fee), planOf(PRO)], 1, given)).filter(
      ([, kind]) => kind === 'seats',
    )
    expect(seats).toEqual([
      ['2026-04-16', 'seats', '3.00'],
      ['2026-04-16', 'seats', '-3.00'],
    ])
  })
})

describe('a price of 22.005', () => {
  const PLANS = [
    planOf({ id: 'low', monthly: '22.005', offers: [halfOff('monthly')] }),
    planOf({ id: 'high', monthly: '99' }),
  ]
  const on = (mode: string, more: object = {}) =>
    linesOn('2026-04-16', PLANS, 1, { changes: [to('high', '2026-04-16', { mode })], ...more })

  test('is billed as 22.01, and half off it as 11.0025', () => {
    expect(linesOn('2026-04-01', PLANS, 1, { offers: true })).toEqual([
      ['subscription', '22.01'],
      ['offer', '-11.00'],
    ])
  })

  test('of which half is left gives back 11.0025; with 11.00 off, half of 11.005', () => {
    expect(on('prorated')).toEqual([
      ['proration', '-11.00'],
      ['proration', '49.50'],
    ])
    expect(on('prorated', { offers: true })).toEqual([
      ['proration', '-5.50'],
      ['proration', '49.50'],
    ])
  })

  test('is 76.995 less than 99.00', () => {
    expect(on('difference')).toEqual([['proration', '77.00']])
  })

  test('comes down from 99.00 with all of it given back', () => {
    const changes = [to('low', '2026-04-16', { mode: 'difference', timing: 'now' })]
    expect(linesOn('2026-04-16', PLANS, 1, { plan: 'high', changes })).toEqual([
      ['proration', '-99.00'],
      ['proration', '22.01'],
    ])
  })
})
