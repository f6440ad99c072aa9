import { describe, expect, test } from 'vitest'
import type { RoundingPoint } from '#shared/policies.ts'
import { at } from '../support/build.ts'
import { invoiced, onLadder, percentOff, PLAN, type Terms } from './support.ts'

/** The second invoice: overage at 10.00 for 1,000 credits beyond the quota, beside a subscription of `price`. */
const second = (rounding: RoundingPoint, credits: string, price: string, terms: Terms) =>
  at(invoiced([credits, '0'], terms, { policies: { rounding } }, { ...PLAN, monthly: price }).invoices, 1)

const figuresOf = (invoice: ReturnType<typeof second>) => ({
  lines: invoice.lines.map(({ amount, taxes }) => [amount, ...taxes.map((tax) => tax.amount)]),
  net: invoice.net,
  tax: invoice.taxes.map(({ amount }) => amount),
  total: invoice.total,
})

const tax = { taxes: [{ name: 'VAT', percent: '5' }] }

describe('lines of 5.10 and 10.10 with 5 % tax', () => {
  test('line: 0.255 → 0.26 and 0.505 → 0.51 are 0.77', () => {
    expect(second('line', '1510', '10.10', tax)).toMatchObject({ net: '15.20', total: '15.97' })
  })

  test('fee, then tax: 5 % of 15.20 is 0.76', () => {
    const figures = figuresOf(second('feeThenTax', '1510', '10.10', tax))
    // the larger remainder takes the cent that is left: both are half a cent, so the first
    expect(figures).toEqual({
      lines: [
        ['5.10', '0.26'],
        ['10.10', '0.50'],
      ],
      net: '15.20',
      tax: ['0.76'],
      total: '15.96',
    })
  })
})

/* Basic 10.00 → Pro 20.00 with 20 of 30 days left: −6.666… and 13.333… */
describe('a change of plan that credits 6.666… and charges 13.333…', () => {
  const change = { kind: 'changePlan' as const, on: '2026-04-11', plan: 'pro', mode: 'prorated' as const }
  const changed = (rounding: RoundingPoint, invoicing: Terms = {}) =>
    onLadder({ basic: '10', pro: '20' }, 1, {
      changes: [{ ...change, timing: 'now' }],
      policies: { rounding },
      invoicing,
    })

  test('line: −6.67 and 13.33 are 6.66', () => {
    const result = changed('line')
    expect(figuresOf(at(result.invoices, 1))).toMatchObject({ lines: [['-6.67'], ['13.33']], total: '6.66' })
    expect(result.totals.total).toBe('16.66')
  })

  test('invoice: 6.666… is 6.67, and the lines show it', () => {
    const result = changed('invoice')
    expect(figuresOf(at(result.invoices, 1))).toMatchObject({ lines: [['-6.66'], ['13.33']], total: '6.67' })
    expect(result.totals).toMatchObject({ total: '16.67', subscription: '16.67' })
  })

  test('invoice, a tenth off and 20 % tax: nothing is rounded before the sum', () => {
    // paid 9.00 of 10.00: −6.666… + 0.666… = −6.00; 13.333… − 1.333… = 12.00; 20 % of 6.00. Discounts are shown
    // rounded once each, 1.33 and −0.67
    const terms = { discounts: [percentOff('10')], taxes: [{ name: 'VAT', percent: '20' }] }
    expect(at(changed('invoice', terms).invoices, 1)).toMatchObject({
      discount: '0.66',
      net: '6.00',
      total: '7.20',
    })
  })
})

describe('one line of 5.004 beside 10.10 with 5 % tax, rounded on the invoice', () => {
  test('15.104 → 15.10 and 0.7552 → 0.76, shown in parts that sum to them', () => {
    expect(figuresOf(second('invoice', '1500.4', '10.10', tax))).toEqual({
      lines: [
        ['5.00', '0.25'],
        ['10.10', '0.51'],
      ],
      net: '15.10',
      tax: ['0.76'],
      total: '15.86',
    })
  })
})
