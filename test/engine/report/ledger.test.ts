import { describe, expect, test } from 'vitest'
import { bill, OPTED_IN, perThousand, postpaid } from '../support/build.ts'

const PLAN = {
  pastQuota: postpaid(perThousand('10')),
  rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 },
} as const

describe('the ledger', () => {
  test('tells every movement, in order, with its two ends', () => {
    const { ledger } = bill(PLAN, ['400', '1500'], OPTED_IN)
    expect(
      ledger.map(({ at, from, to, amount, reference }) => [at.slice(0, 10), from, to, amount, reference]),
    ).toEqual([
      ['2026-01-01', 'money.customer', 'money.subscription', '10.00', 'plan subscription, monthly'],
      ['2026-01-01', 'credits.issued', 'credits.pool', '1000', 'grant 1'],
      ['2026-01-01', 'credits.pool', 'credits.used', '400', 'grant 1'],
      // 600 left: half is carried, half forfeited
      ['2026-02-01', 'credits.pool', 'credits.forfeited', '300', 'grant 1'],
      ['2026-02-01', 'credits.pool', 'credits.pool', '300', 'grant 1 into grant 2'],
      ['2026-02-01', 'money.customer', 'money.subscription', '10.00', 'plan subscription, monthly'],
      ['2026-02-01', 'credits.issued', 'credits.pool', '1000', 'grant 3'],
      ['2026-02-01', 'credits.pool', 'credits.used', '300', 'grant 2'],
      ['2026-02-01', 'credits.pool', 'credits.used', '1000', 'grant 3'],
      ['2026-02-01', 'credits.overage', 'credits.used', '200', 'period 2'],
      ['2026-03-01', 'money.customer', 'money.overage', '2.00', 'Overage beyond the credits on hand'],
    ])
  })

  test('a renewal that is held back is issued and forfeited', () => {
    const { ledger } = bill({ rollover: { kind: 'cap', multiple: 1 } }, ['0', '0', '0'])
    expect(
      ledger
        .filter((entry) => entry.to === 'credits.forfeited')
        .map(({ at, amount }) => [at.slice(0, 10), amount]),
    ).toEqual([['2026-03-01', '1000']])
  })
})
