import { describe, expect, test } from 'vitest'
import type { Invoice } from '#shared/invoice.ts'
import { at, halfOff, planOf } from '../support/build.ts'
import { BASIC, FREE, PRO, sellingSeats, subscribe } from '../subscription/support/subscribe.ts'
import { invoiced, onLadder, percentOff, PLAN, totalsOf } from './support.ts'

const vat = (percent: string, more: object = {}) => ({ name: 'VAT', percent, ...more })
const taxesOf = ({ taxes }: Invoice) => taxes.map(({ name, base, amount }) => [name, base, amount])

describe('a tax that is added', () => {
  test('is its percentage of what is charged', () => {
    const result = invoiced(['1500', '0'], { taxes: [vat('19')] })
    const invoice = at(result.invoices, 1)
    // 15.00 × 19 % = 0.95 + 1.90
    expect(invoice).toMatchObject({ subtotal: '15.00', net: '15.00', total: '17.85', amountDue: '17.85' })
    expect(taxesOf(invoice)).toEqual([['VAT', '15.00', '2.85']])
    expect(invoice.lines.map(({ kind, taxes }) => [kind, ...taxes.map(({ amount }) => amount)])).toEqual([
      ['overage', '0.95'],
      ['subscription', '1.90'],
    ])
    expect(result.totals).toMatchObject({ net: '25.00', tax: '4.75', total: '29.75', subscription: '20.00' })
  })

  test('comes after discounts', () => {
    const result = invoiced(['0'], { taxes: [vat('20')], discounts: [percentOff('50')] })
    expect(at(result.invoices, 0)).toMatchObject({ discount: '5.00', net: '5.00', total: '6.00' })
  })

  test('several are each of the same net', () => {
    const taxes = [vat('5'), { name: 'Provincial', percent: '7' }]
    const invoice = at(invoiced(['0'], { taxes }).invoices, 0)
    expect(taxesOf(invoice)).toEqual([
      ['VAT', '10.00', '0.50'],
      ['Provincial', '10.00', '0.70'],
    ])
    expect(invoice.total).toBe('11.20')
  })

  describe('comes back with what is given back', () => {
    const back = { kind: 'changePlan' as const, timing: 'now' as const, mode: 'prorated' as const }

    test('of seats that are exempt there is none', () => {
      const plans = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 3)]
      const invoicing = { taxes: [vat('20', { exempt: ['seats' as const] })] }
      const changes = [{ ...back, on: '2026-04-16', plan: 'pro' }]
      const invoice = at(subscribe(plans, 1, { extraSeats: 2, changes, invoicing }).invoices, 1)
      // −15.00 and 40.00 are taxed; −10.00 for the seats is not
      expect(invoice).toMatchObject({ net: '15.00', total: '20.00' })
      expect(taxesOf(invoice)).toEqual([['VAT', '25.00', '5.00']])
    })

    test('no more than was paid, though rounded line by line it would be', () => {
      // 1.694 for 22.00 and −0.847 for the offer: 1.69 − 0.85 = 0.84; of 11.00 given back the same day 0.847 is 0.85
      const plans = [FREE, planOf({ ...BASIC, monthly: '22', offers: [halfOff('monthly')] })]
      const changes = [{ ...back, on: '2026-04-01T01:00:00Z', plan: 'free' }]
      const given = { plan: 'basic', offers: true, changes, invoicing: { taxes: [vat('7.7')] } }
      const { invoices, totals } = subscribe(plans, 1, given)
      expect(invoices.map(({ net, total }) => [net, total])).toEqual([
        ['11.00', '11.84'],
        ['-11.00', '-11.84'],
      ])
      expect(totals).toMatchObject({ total: '0.00', tax: '0.00' })
    })

    test('nothing by a maximum on what was exempt', () => {
      // 20.00 of overage without tax, held to 15.00
      const commitment = { per: 'month' as const, maximum: '15' }
      const taxes = [vat('20', { exempt: ['overage' as const] })]
      const result = invoiced(['3000'], { commitment, taxes }, {}, { ...PLAN, monthly: '0' })
      expect(totalsOf(result)).toEqual(['15.00'])
    })
  })

  test('is not due on what is exempt', () => {
    const invoice = at(invoiced(['1500', '0'], { taxes: [vat('20', { exempt: ['overage'] })] }).invoices, 1)
    expect(taxesOf(invoice)).toEqual([['VAT', '10.00', '2.00']])
    expect(invoice.total).toBe('17.00')
  })
})

describe('a tax that is contained', () => {
  test('is split out of the price, and the total stays', () => {
    // 11.90 with 19 % in it is 10.00 + 1.90
    const result = invoiced(
      ['0'],
      { taxes: [vat('19', { inclusive: true })] },
      {},
      { ...PLAN, monthly: '11.90' },
    )
    const invoice = at(result.invoices, 0)
    expect(invoice).toMatchObject({ subtotal: '11.90', net: '10.00', total: '11.90' })
    expect(taxesOf(invoice)).toEqual([['VAT', '10.00', '1.90']])
    expect(result.totals).toMatchObject({ total: '11.90', net: '10.00', tax: '1.90' })
  })

  test('net and tax are the price to the cent where it does not divide', () => {
    // 10.00 ÷ 1.19 = 8.4033…, tax 1.5966… → 1.60
    expect(at(invoiced(['0'], { taxes: [vat('19', { inclusive: true })] }).invoices, 0)).toMatchObject({
      net: '8.40',
      total: '10.00',
    })
  })

  test('two of them share one net, and one that is added is on it too', () => {
    // 12.00 with 5 % and 15 % in it: net 10.00; 10 % of that on top
    const taxes = [
      vat('5', { inclusive: true }),
      { name: 'State', percent: '15', inclusive: true },
      { name: 'City', percent: '10' },
    ]
    const result = invoiced(['0'], { taxes }, {}, { ...PLAN, monthly: '12' })
    const invoice = at(result.invoices, 0)
    expect(taxesOf(invoice)).toEqual([
      ['VAT', '10.00', '0.50'],
      ['State', '10.00', '1.50'],
      ['City', '10.00', '1.00'],
    ])
    expect(invoice).toMatchObject({ net: '10.00', total: '13.00' })
    // 0.50 + 1.50 + 1.00, of which the City's 1.00 comes on top of the price.
    expect(result.totals).toMatchObject({ tax: '3.00', taxAdded: '1.00' })
  })
})

describe('a credit note', () => {
  test('gives the tax back, and pays the next invoices with it', () => {
    const result = onLadder({ pro: '80', starter: '20' }, 3, {
      changes: [{ kind: 'changePlan', on: '2026-04-16', plan: 'starter', mode: 'prorated', timing: 'now' }],
      invoicing: { taxes: [vat('10')] },
    })
    // −40.00 + 10.00, and 10 %
    expect(
      result.invoices.map(({ kind, net, total, creditApplied, amountDue }) => [
        kind,
        net,
        total,
        creditApplied,
        amountDue,
      ]),
    ).toEqual([
      ['invoice', '80.00', '88.00', '0.00', '88.00'],
      ['creditNote', '-30.00', '-33.00', '0.00', '0.00'],
      ['invoice', '20.00', '22.00', '22.00', '0.00'],
      ['invoice', '20.00', '22.00', '11.00', '11.00'],
    ])
  })
})

describe('invoices', () => {
  test('are numbered in sequence, dated, and due after so many days', () => {
    const { invoices } = invoiced(['0', '0'], { numberPrefix: 'AC-', netDays: 30 })
    expect(invoices.map(({ number, date, dueDate }) => [number, date, dueDate])).toEqual([
      ['AC-0001', '2026-01-01', '2026-01-31'],
      ['AC-0002', '2026-02-01', '2026-03-03'],
    ])
    expect(totalsOf(invoiced(['0'], {}))).toEqual(['10.00'])
    expect(at(invoiced(['0'], {}).invoices, 0)).toMatchObject({ number: '0001', dueDate: '2026-01-01' })
  })

  test('without discounts, commitment and tax, a run says nothing of them in its totals', () => {
    const { totals } = invoiced(['0'], {})
    expect(Object.keys(totals)).not.toEqual(expect.arrayContaining(['tax']))
    expect(Object.keys(totals)).not.toEqual(expect.arrayContaining(['discount']))
  })

  test('show how every line came about', () => {
    const result = onLadder({ basic: '30', pro: '80' }, 1, {
      changes: [{ kind: 'changePlan', on: '2026-04-16', plan: 'pro', mode: 'prorated', timing: 'now' }],
    })
    expect(
      result.invoices.flatMap(({ lines }) => lines.map(({ amount, working }) => [amount, working])),
    ).toEqual([
      ['30.00', [{ quantity: '0', rate: '30.00 a month', amount: '30.00' }]],
      ['-15.00', [{ quantity: '0', rate: '30.00 × 15/30 of the term', amount: '-15.00' }]],
      ['40.00', [{ quantity: '0', rate: '80.00 × 15/30 of the term', amount: '40.00' }]],
    ])
  })
})
