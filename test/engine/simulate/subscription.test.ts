import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { at, bill, halfOff, catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

const months = (count: number): readonly string[] => Array.from({ length: count }, () => '0')

describe('the subscription', () => {
  test('monthly: due at the start of every period', () => {
    const { invoices, totals } = bill({ monthly: '10' }, months(3), { start: '2026-01-15' })
    expect(invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-15', '10.00'],
      ['2026-02-15', '10.00'],
      ['2026-03-15', '10.00'],
    ])
    expect(totals.subscription).toBe('30.00')
  })

  test('annual: due once a year, credits still every month', () => {
    const { invoices, periods, totals } = bill({ monthly: '10', annual: '100' }, months(14), {
      billing: 'annual',
      start: '2026-01-31',
    })
    expect(
      invoices.map(({ date, total, lines }) => [
        date,
        total,
        at(lines, 0).periodStart,
        at(lines, 0).periodEnd,
      ]),
    ).toEqual([
      ['2026-01-31', '100.00', '2026-01-31', '2027-01-31'],
      ['2027-01-31', '100.00', '2027-01-31', '2028-01-31'],
    ])
    expect(new Set(periods.map((period) => period.grantedCredits))).toEqual(new Set(['1000']))
    expect(totals.grantedCredits).toBe('14000')
  })

  test('a price finer than the minor unit is rounded half-up on its line', () => {
    // $22.005 is $22.01 on an invoice; ¥5.5 is ¥6
    expect(bill({ monthly: '22.005' }, months(2)).totals.subscription).toBe('44.02')
    const yen = catalogOf([planOf({ monthly: '5.5' })], 'JPY')
    expect(valueOf(run(yen, scenarioOf(yen, ['0']))).totals.subscription).toBe('6.00')
  })
})

describe('first-period offers', () => {
  const offers = { offers: true }

  test('take their share off the first period, once', () => {
    const { invoices, totals } = bill({ monthly: '22', offers: [halfOff('monthly')] }, months(3), offers)
    expect(invoices.map((invoice) => invoice.total)).toEqual(['11.00', '22.00', '22.00'])
    expect(at(invoices, 0).lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['subscription', '22.00'],
      ['offer', '-11.00'],
    ])
    expect(totals.subscription).toBe('55.00')
  })

  test('are left out unless asked for', () => {
    expect(bill({ monthly: '22', offers: [halfOff('monthly')] }, months(1)).totals.total).toBe('22.00')
  })

  test('hold for the billing they are made for', () => {
    const annual = { ...offers, billing: 'annual' } as const
    const plan = { monthly: '22', annual: '220' }
    expect(bill({ ...plan, offers: [halfOff('monthly')] }, months(1), annual).totals.total).toBe('220.00')
    expect(bill({ ...plan, offers: [halfOff('annual')] }, months(1), annual).totals.total).toBe('110.00')
  })

  test('round half-up to the minor unit', () => {
    // half of $5.01 is $2.505: $2.51 is taken off
    expect(bill({ monthly: '5.01', offers: [halfOff('monthly')] }, months(1), offers).totals.total).toBe(
      '2.50',
    )
  })

  test('Creator’s first month is $11.00', () => {
    const catalog = findPreset('elevenlabs-2026-04')
    if (catalog === undefined) throw new Error('no preset')
    const scenario = Scenario.parse({
      schemaVersion: 1,
      name: 'First month',
      catalog: catalog.id,
      plan: 'creator',
      start: '2026-01-01',
      months: 1,
      offers: true,
      usage: { kind: 'pattern', monthly: '100000', pattern: { kind: 'flat' } },
    })
    expect(valueOf(run(catalog, scenario)).totals.total).toBe('11.00')
  })
})
