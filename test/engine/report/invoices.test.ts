import { describe, expect, test } from 'vitest'
import type { Invoice } from '#shared/invoice.ts'
import { at, bill, OPTED_IN, perThousand, postpaid } from '../support/build.ts'

const OVERAGE = { pastQuota: postpaid(perThousand('10')) }

const linesOf = (invoice: Invoice) =>
  invoice.lines.map(({ kind, periodStart, periodEnd, amount }) => [kind, periodStart, periodEnd, amount])

describe('invoices', () => {
  test('overage of the period that ended, in arrears, beside the subscription of the next, in advance', () => {
    const { invoices } = bill(OVERAGE, ['1500', '1200', '0'], { ...OPTED_IN, start: '2026-01-31' })
    expect(invoices.map(({ number, date, total }) => [number, date, total])).toEqual([
      ['0001', '2026-01-31', '10.00'],
      ['0002', '2026-02-28', '15.00'],
      ['0003', '2026-03-31', '12.00'],
    ])
    expect(linesOf(at(invoices, 1))).toEqual([
      ['overage', '2026-01-31', '2026-02-28', '5.00'],
      ['subscription', '2026-02-28', '2026-03-31', '10.00'],
    ])
    expect(linesOf(at(invoices, 2))).toEqual([
      ['overage', '2026-02-28', '2026-03-31', '2.00'],
      ['subscription', '2026-03-31', '2026-04-30', '10.00'],
    ])
  })

  test('overage of the last period is invoiced at its end', () => {
    const { invoices } = bill(OVERAGE, ['1500'], OPTED_IN)
    expect(invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-02-01', '5.00'],
    ])
  })

  test('on annual billing overage is still invoiced every month', () => {
    const { invoices } = bill({ ...OVERAGE, annual: '100' }, ['1500', '0', '1100'], {
      ...OPTED_IN,
      billing: 'annual',
    })
    expect(invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '100.00'],
      ['2026-02-01', '5.00'],
      ['2026-04-01', '1.00'],
    ])
  })

  test('nothing due, no invoice', () => {
    expect(bill({ monthly: '0' }, ['0', '500']).invoices).toEqual([])
  })

  test('an overage line shows its quantity and how its amount came about', () => {
    const tiers = [
      { upTo: '100', rate: { amount: '1', per: '1' } },
      { upTo: null, rate: { amount: '0.333', per: '1' }, flatFee: '2' },
    ]
    const { invoices } = bill(
      { monthly: '0', pastQuota: postpaid({ model: 'graduated', tiers }) },
      ['1110.5'],
      OPTED_IN,
    )
    const [line] = at(invoices, 0).lines
    // 100 × 1.00 + 2.00 + 10.5 × 0.333 = 3.4965 → 105.4965 → 105.50
    expect(line).toMatchObject({ quantity: '110.5', amount: '105.50', source: 'test' })
    expect(line?.working).toEqual([
      { quantity: '100', rate: '1 per 1', amount: '100.00' },
      { quantity: '10.5', rate: '0.333 per 1', amount: '3.4965' },
      { quantity: '0', rate: 'flat fee 2', amount: '2.00' },
    ])
  })
})
