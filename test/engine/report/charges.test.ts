import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { Charge } from '#shared/charge.ts'
import type { SomePolicies } from '#shared/policies.ts'
import { catalogOf, OPTED_IN, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

/** The overage lines of months with these usages, on 1,000 credits a month and this charge beyond. */
function overage(charge: Charge, policies: SomePolicies, usage: readonly string[], terms: object = OPTED_IN) {
  const catalog = { ...catalogOf([planOf({ pastQuota: postpaid(charge) })]), policies }
  const { invoices } = valueOf(run(catalog, scenarioOf(catalog, usage, terms)))
  const lines = invoices.flatMap((invoice) => invoice.lines).filter((line) => line.kind === 'overage')
  return lines.map(({ quantity, amount, working }) => [quantity, amount, working.map((step) => step.rate)])
}

describe('overage lines follow the catalogue’s charge and settings', () => {
  test('started blocks count whole', () => {
    const charge: Charge = { model: 'package', amount: '2', size: '1000' }
    expect(overage(charge, { packageRates: 'startedBlocks' }, ['2500'])).toEqual([
      ['1500', '4.00', ['2 blocks of 1000 at 2']],
    ])
    expect(overage(charge, {}, ['2500'])).toEqual([['1500', '3.00', ['2 per 1000']]])
  })

  test('a limit is spent in whole blocks', () => {
    const charge: Charge = { model: 'package', amount: '2', size: '1000' }
    const limited = { overage: { optIn: true, spendLimit: '5' } }
    expect(overage(charge, { packageRates: 'startedBlocks' }, ['9000'], limited)).toEqual([
      ['2000', '4.00', ['2 blocks of 1000 at 2']],
    ])
  })

  test('a flat fee is due without overage only where the vendor charges it, and only who opted in', () => {
    const charge: Charge = { model: 'flat', amount: '3' }
    const month = (quantity: string) => [quantity, '3.00', ['flat fee 3']]
    expect(overage(charge, {}, ['500', '1500'])).toEqual([month('500')])
    expect(overage(charge, { flatFeeAtZero: 'charged' }, ['500', '1500'])).toEqual([month('0'), month('500')])
    expect(overage(charge, { flatFeeAtZero: 'charged' }, ['500'], {})).toEqual([])
  })

  test('the first overage may be free', () => {
    const free = { kind: 'quantity', units: '400' } as const
    const charge: Charge = { model: 'perUnit', rate: { amount: '1', per: '100' }, free }
    expect(overage(charge, {}, ['1500', '1300'])).toEqual([
      ['500', '1.00', ['free', '1 per 100']],
      ['300', '0.00', ['free']],
    ])
  })
})
