import { describe, expect, test } from 'vitest'
import { percentOff } from '../invoice/support.ts'
import { figure, planOf } from '../support/build.ts'
import {
  bills,
  FREE,
  type Given,
  linesOf,
  type Run,
  sellingSeats,
  subscribe,
  to,
} from './support/subscribe.ts'

const LADDER = [
  FREE,
  planOf({ id: 'creator', monthly: '22', credits: '1000' }),
  sellingSeats(planOf({ id: 'pro', monthly: '99', credits: '5000' }), 1),
  planOf({ id: 'scale', monthly: '330', credits: '20000' }),
]

const refund = (on: string) => ({ kind: 'refund' as const, on })
const now = { timing: 'now' as const }
const difference = { ...now, mode: 'difference' as const }
const prorated = { ...now, mode: 'prorated' as const }

/** Creator, $22.00 a month; what was paid for a term is given back within fourteen days. */
const onCreator = (given: Given): Run =>
  subscribe(LADDER, 1, { plan: 'creator', ...given }, { refundDays: figure(14) })

describe('a month of Free that takes the days of one that was given back owes it nothing', () => {
  // Bought and given back on the first: Free’s month ends on 1 May too, as the one given back would have.
  const backAtOnce = refund('2026-04-01')

  test('the step up by the difference costs 99.00 − 0.00, and 99.00 come back: not the 22.00 again', () => {
    const result = onCreator({
      changes: [backAtOnce, to('pro', '2026-04-05', difference), refund('2026-04-06')],
    })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '22.00'],
      ['2026-04-01', 'refund', '-22.00'],
      ['2026-04-05', 'proration', '99.00'],
      ['2026-04-06', 'refund', '-99.00'],
    ])
  })

  test('prorated, 99.00 × 26 ÷ 30 = 85.80, and 85.80 come back', () => {
    const result = onCreator({
      changes: [backAtOnce, to('pro', '2026-04-05', prorated), refund('2026-04-06')],
    })
    expect(bills(result)).toEqual([
      ['2026-04-01', '0.00'],
      ['2026-04-05', '85.80'],
      ['2026-04-06', '-85.80'],
    ])
  })

  test('with 20 % of VAT: 118.80 and no 26.40 again', () => {
    const invoicing = { taxes: [{ name: 'VAT', percent: '20', inclusive: false }] }
    const result = onCreator({
      invoicing,
      changes: [backAtOnce, to('pro', '2026-04-05', difference), refund('2026-04-06')],
    })
    expect(bills(result)).toEqual([
      ['2026-04-01', '0.00'],
      ['2026-04-05', '118.80'],
      ['2026-04-06', '-118.80'],
    ])
  })

  test('extra seats: 2 × 10.00 for the month that was given back, 1 × 10.00 × 25 ÷ 30 = 8.33 for the other', () => {
    const result = onCreator({
      plan: 'pro',
      extraSeats: 2,
      changes: [
        backAtOnce,
        to('pro', '2026-04-05', difference),
        { kind: 'buySeats', on: '2026-04-06', count: 1 },
        refund('2026-04-07'),
      ],
    })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '99.00'],
      ['2026-04-01', 'seats', '20.00'],
      ['2026-04-01', 'refund', '-99.00'],
      ['2026-04-01', 'seats', '-20.00'],
      ['2026-04-05', 'proration', '99.00'],
      ['2026-04-06', 'seats', '8.33'],
      ['2026-04-07', 'refund', '-99.00'],
      ['2026-04-07', 'seats', '-8.33'],
    ])
  })

  test('a third time as the second, where all three would have ended with February', () => {
    const result = onCreator({
      start: '2026-01-29',
      changes: [
        refund('2026-01-30'),
        to('pro', '2026-01-30T12:00:00Z', difference),
        refund('2026-01-31'),
        to('creator', '2026-02-01', difference),
        refund('2026-02-02'),
      ],
    })
    expect(bills(result).map(([, total]) => total)).toEqual([
      '22.00',
      '-22.00',
      '99.00',
      '-99.00',
      '22.00',
      '-22.00',
    ])
  })
})

describe('a term that starts anew is another, whenever the one before would have ended', () => {
  test('on the 31st a month ends with February, as one of the 29th does: 99.00 come back, the 22.00 stay paid', () => {
    const result = onCreator({
      start: '2026-01-29',
      changes: [to('pro', '2026-01-31', now), refund('2026-02-05')],
    })
    expect(bills(result)).toEqual([
      ['2026-01-29', '22.00'],
      ['2026-01-31', '99.00'],
      ['2026-02-05', '-99.00'],
    ])
  })

  test('twice on one day: 330.00 come back, and neither the 99.00 nor the 22.00', () => {
    const result = onCreator({
      changes: [to('pro', '2026-04-10', now), to('scale', '2026-04-10', now), refund('2026-04-12')],
    })
    expect(bills(result)).toEqual([
      ['2026-04-01', '22.00'],
      ['2026-04-10', '429.00'],
      ['2026-04-12', '-330.00'],
    ])
  })

  test('what a coupon took of the one before lowers no credit: 99.00 × 14 ÷ 28 = 49.50 back for 11.00', () => {
    const invoicing = { coupons: [{ ...percentOff('50', { duration: { kind: 'once' } }), id: 'half' }] }
    const result = onCreator({
      start: '2026-01-29',
      invoicing,
      changes: [
        { kind: 'redeemCoupon', on: '2026-01-29', coupon: 'half' },
        to('free', '2026-01-31', now),
        to('pro', '2026-02-02', difference),
        to('creator', '2026-02-14', prorated),
      ],
    })
    expect(bills(result)).toEqual([
      ['2026-01-29', '11.00'],
      ['2026-02-02', '99.00'],
      ['2026-02-14', '-38.50'],
    ])
  })
})

test('what a refund gave back of a tax is paid no more: of 19.80 paid since, 19.80 come back, though 20 % of it all is 19.81', () => {
  const prices = ['0', '22.02', '22.03', '99.04', '99.06']
  const plans = prices.map((monthly) => planOf({ id: monthly, monthly }))
  const invoicing = { taxes: [{ name: 'VAT', percent: '20', inclusive: false }] }
  const changes = [
    to('99.06', '2026-04-02', difference),
    refund('2026-04-03'),
    to('22.02', '2026-04-04', difference),
    to('99.04', '2026-04-05', difference),
    to('0', '2026-04-06', difference),
  ]
  const given = { plan: '22.03', invoicing, changes }
  const result = subscribe(plans, 1, given, { refundDays: figure(14) })
  expect(result.invoices.map(({ taxes, total }) => [taxes[0]?.amount, total])).toEqual([
    // 22.03 × 20 % = 4.406, and 77.03 × 20 % = 15.406 for the step: both are rounded up
    ['4.41', '26.44'],
    ['15.41', '92.44'],
    ['-19.82', '-118.88'],
    // 22.02 × 20 % = 4.404, and 77.02 × 20 % = 15.404: both are rounded down
    ['4.40', '26.42'],
    ['15.40', '92.42'],
    ['-19.80', '-118.84'],
  ])
})
