import { describe, expect, test } from 'vitest'
import { bill, OPTED_IN, perThousand, postpaid, prepaid } from '../support/build.ts'
import { usageRows } from '../support/period-rows.ts'

/** 1,000 credits for $10.00, then $10.00 per 1,000. */
const OVERAGE = { pastQuota: postpaid(perThousand('10')) }

describe('past the quota', () => {
  test('block: what the pool cannot serve is blocked', () => {
    const { periods, totals } = bill({}, ['1500', '900'])
    expect(usageRows(periods)).toEqual([
      [1500, 1000, 0, 500, 'poolEmpty'],
      [900, 900, 0, 0, null],
    ])
    expect(totals.total).toBe('20.00')
  })

  test('postpaid: the overage is charged at the plan’s rate', () => {
    const { periods, totals } = bill(OVERAGE, ['1500', '900'], OPTED_IN)
    expect(usageRows(periods)).toEqual([
      [1500, 1000, 500, 0, null],
      [900, 900, 0, 0, null],
    ])
    // 2 × 10.00 + 500 × 0.01
    expect([totals.subscription, totals.overage, totals.total]).toEqual(['20.00', '5.00', '25.00'])
  })

  test('overage is opt-in: without it a plan that sells overage blocks', () => {
    const { periods, totals } = bill(OVERAGE, ['1500'])
    expect(usageRows(periods)).toEqual([[1500, 1000, 0, 500, 'poolEmpty']])
    expect(totals.overage).toBe('0.00')
  })

  test('a spend limit serves what it pays for, period by period, and names itself as the cause', () => {
    const { periods, totals } = bill(OVERAGE, ['1500', '1200', '1300.5'], {
      overage: { optIn: true, spendLimit: '3.00' },
    })
    expect(usageRows(periods)).toEqual([
      [1500, 1000, 300, 200, 'spendLimit'], // 300 × 0.01 = 3.00
      [1200, 1000, 200, 0, null],
      [1300.5, 1000, 300, 0.5, 'spendLimit'],
    ])
    expect(totals.overage).toBe('8.00')
  })

  test('a spend limit of nothing blocks like a plan without overage, but says why', () => {
    const { periods, totals } = bill(OVERAGE, ['1001'], { overage: { optIn: true, spendLimit: '0' } })
    expect(usageRows(periods)).toEqual([[1001, 1000, 0, 1, 'spendLimit']])
    expect(totals.overage).toBe('0.00')
  })

  test('the overage line never passes a spend limit that is finer than a cent', () => {
    // 300.5 × 0.01 = 3.005 would be invoiced as 3.01: only what 3.00 pays for is served
    const { totals } = bill(OVERAGE, ['2000'], { overage: { optIn: true, spendLimit: '3.005' } })
    expect([totals.overageCredits, totals.overage]).toEqual(['300', '3.00'])
  })

  test('rolled-over credits are used before overage is charged', () => {
    const { periods } = bill({ ...OVERAGE, rollover: { kind: 'age', periods: 1 } }, ['700', '1500'], OPTED_IN)
    expect(usageRows(periods)).toEqual([
      [700, 700, 0, 0, null],
      [1500, 1300, 200, 0, null],
    ])
  })

  test('prepaid: usage is paid at the plan’s credits per unit of money', () => {
    // 110 credits for $0.02: 500 credits × 0.02 ÷ 110 = 0.0909… = $0.09
    const { totals, invoices } = bill({ pastQuota: prepaid('110', '0.02') }, ['1500'], OPTED_IN)
    expect([totals.overageCredits, totals.overage]).toEqual(['500', '0.09'])
    expect(invoices.at(-1)?.lines.map((line) => line.kind)).toEqual(['prepaidUsage'])
  })

  test('graduated overage counts each period’s units from the first tier again', () => {
    const tiers = [
      { upTo: '100', rate: { amount: '1', per: '1' } },
      { upTo: null, rate: { amount: '0.50', per: '1' } },
    ]
    const { totals } = bill(
      { pastQuota: postpaid({ model: 'graduated', tiers }) },
      ['1150', '1150'],
      OPTED_IN,
    )
    // 2 × (100 × 1.00 + 50 × 0.50)
    expect(totals.overage).toBe('250.00')
  })
})
