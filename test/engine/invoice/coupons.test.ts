import { describe, expect, test } from 'vitest'
import { amountOff, invoiced, percentOff, totalsOf } from './support.ts'

const redeem = (on: string, coupon = 'off-50') => ({ kind: 'redeemCoupon' as const, on, coupon })
const three = ['0', '0', '0']

const refusalsOf = (result: ReturnType<typeof invoiced>) =>
  result.refusals.map(({ path, message }) => [path, message])

describe('a coupon', () => {
  test('takes nothing until it is redeemed, and then by its own duration', () => {
    const coupons = [percentOff('50', { duration: { kind: 'invoices', count: 2 } })]
    expect(totalsOf(invoiced(['0', ...three], { coupons }))).toEqual(['10.00', '10.00', '10.00', '10.00'])
    const redeemed = invoiced(['0', ...three], { coupons }, { changes: [redeem('2026-01-20')] })
    expect(totalsOf(redeemed)).toEqual(['10.00', '5.00', '5.00', '10.00'])
  })

  test('redeemed at the instant of an invoice counts for it; an hour later, for the next', () => {
    const coupons = [percentOff('50')]
    const on = (when: string) => totalsOf(invoiced(three, { coupons }, { changes: [redeem(when)] }))
    expect(on('2026-02-01')).toEqual(['10.00', '5.00', '5.00'])
    expect(on('2026-02-01T01:00:00Z')).toEqual(['10.00', '10.00', '5.00'])
  })

  test('comes after the discounts of the scenario, in the order of redemption', () => {
    const coupons = [percentOff('50'), amountOff('2')]
    const first = { discounts: [amountOff('1')], coupons }
    const changes = [redeem('2026-01-01', 'off-2'), redeem('2026-01-01', 'off-50')]
    // (10.00 − 1.00 − 2.00) ÷ 2
    expect(totalsOf(invoiced(['0'], first, { changes }))).toEqual(['3.50'])
    // (10.00 − 1.00) ÷ 2 − 2.00
    expect(totalsOf(invoiced(['0'], first, { changes: changes.toReversed() }))).toEqual(['2.50'])
  })

  test('redeemed twice takes twice, where it may be', () => {
    const coupons = [amountOff('2', { maxRedemptions: 2 })]
    const changes = [redeem('2026-01-01', 'off-2'), redeem('2026-02-01', 'off-2')]
    expect(totalsOf(invoiced(three, { coupons }, { changes }))).toEqual(['8.00', '6.00', '6.00'])
  })
})

describe('a redemption is refused', () => {
  test('where there is no such coupon', () => {
    const result = invoiced(three, {}, { changes: [redeem('2026-01-20')] })
    expect(refusalsOf(result)).toEqual([['changes.0', 'Refused on 2026-01-20: There is no coupon "off-50".']])
    expect(totalsOf(result)).toEqual(['10.00', '10.00', '10.00'])
  })

  test('after its last day, which still counts', () => {
    const coupons = [percentOff('50', { redeemBy: '2026-01-20' })]
    const on = (when: string) => invoiced(three, { coupons }, { changes: [redeem(when)] })
    expect(on('2026-01-20T23:59:59Z').refusals).toEqual([])
    expect(refusalsOf(on('2026-01-21'))).toEqual([
      ['changes.0', 'Refused on 2026-01-21: The coupon "off-50" could be redeemed until 2026-01-20.'],
    ])
  })

  test('when it is used up', () => {
    const coupons = [percentOff('50')]
    const changes = [redeem('2026-01-01'), redeem('2026-02-01')]
    const result = invoiced(three, { coupons }, { changes })
    expect(refusalsOf(result)).toEqual([
      ['changes.1', 'Refused on 2026-02-01: The coupon "off-50" is used up: it can be redeemed once.'],
    ])
    expect(totalsOf(result)).toEqual(['5.00', '5.00', '5.00'])
  })
})
