import { describe, expect, test } from 'vitest'
import type { SomePolicies } from '#shared/policies.ts'
import { perThousand, postpaid } from '../support/build.ts'
import { amountOff, invoiced, percentOff, type Terms, totalsOf } from '../invoice/support.ts'

/** 20.00 a month and 1.00 for each of January's 100 credits: used evenly, 10.00 are outstanding every 3.1 days. */
const january = (terms: Terms, threshold: string | undefined, policies: SomePolicies = {}) =>
  invoiced(
    ['100'],
    terms,
    { policies },
    {
      monthly: '20',
      credits: '0',
      pastQuota: postpaid(perThousand('1000'), threshold),
    },
  )

describe('a discount of a fixed amount is taken once for each regular invoice', () => {
  const terms = { discounts: [amountOff('5')] }

  test('5.00 off for ever: 110.00 with a threshold of 10 and without', () => {
    // 20.00 − 5.00 on the 1st, and 100.00 − 5.00 for the overage, of which the first early invoice takes all
    expect(totalsOf(january(terms, undefined))).toEqual(['15.00', '95.00'])
    expect(january(terms, undefined).totals.total).toBe('110.00')
    expect(totalsOf(january(terms, '10'))).toEqual([
      '15.00',
      '5.00',
      ...Array.from({ length: 9 }, () => '10.00'),
    ])
    expect(january(terms, '10').totals.total).toBe('110.00')
  })

  test('an amount that is more than an early invoice is shared by the next ones', () => {
    // 25.00 off: 20.00 of the first invoice, then 10.00, 10.00 and 5.00 of the overage
    const billed = january({ discounts: [amountOff('25')] }, '10')
    expect(totalsOf(billed).slice(0, 5)).toEqual(['0.00', '0.00', '0.00', '5.00', '10.00'])
    expect(billed.totals.total).toBe('75.00')
  })

  test('where a vendor says so, every early invoice takes it anew', () => {
    // 15.00 and ten times 10.00 − 5.00
    expect(january(terms, '10', { fixedDiscount: 'everyInvoice' }).totals.total).toBe('65.00')
    expect(january(terms, undefined, { fixedDiscount: 'everyInvoice' }).totals.total).toBe('110.00')
  })
})

describe('the invoices of one charge are one to a discount', () => {
  test('that is taken once', () => {
    const once = { duration: { kind: 'once' as const }, appliesTo: ['overage' as const] }
    expect(january({ discounts: [amountOff('12', once)] }, '10').totals.total).toBe('108.00')
    expect(january({ discounts: [percentOff('50', once)] }, '10').totals.total).toBe('70.00')
  })

  test('by percentage, whose cents are those of the whole charge', () => {
    // 7.5 % of 2.10 is 0.1575, 0.16 each time; of 100.00 it is 7.50 and not 47 × 0.16 + 0.10 = 7.62
    const off = { discounts: [percentOff('7.5', { appliesTo: ['overage'] })] }
    expect(january(off, undefined).totals.discount).toBe('7.50')
    expect(january(off, '2.1').totals.discount).toBe('7.50')
  })

  test('that holds from a day on: what was invoiced before is left alone', () => {
    // From the 20th on: six early invoices of 10.00 come before; of the other 40.00 a half is taken.
    const off = { discounts: [percentOff('50', { from: '2026-01-20' })] }
    expect(january(off, '10').totals.discount).toBe('20.00')
    expect(january(off, undefined).totals.discount).toBe('50.00')
  })
})

describe('a commitment counts what a threshold brought forward with the rest of its charge', () => {
  // Months of the contract from the 15th. The charge falls due on 1 February, in the month from 15 January, at whose end
  // 100.00 and, of February's 20.00, 14 of 28 days are billed; the month before it got 17 of 31 days of January's 20.00.
  const terms = { commitment: { per: 'month' as const, minimum: '60', from: '2025-12-15' } }

  test.each([['10'], [undefined]])('threshold %s', (threshold) => {
    const billed = january(terms, threshold)
    // Until 15 January 14/31 × 20.00 = 9.03 are billed: 50.97 are missing to 60.00.
    expect(billed.totals.trueUp).toBe('50.97')
    expect(billed.totals.total).toBe('170.97')
  })
})
