import { describe, expect, test } from 'vitest'
import type { RunResult } from '#shared/run-result.ts'
import { invoiced, onLadder, percentOff } from './support.ts'

const moneyOf = ({ ledger }: Pick<RunResult, 'ledger'>) =>
  ledger
    .filter((entry) => entry.unit === 'money')
    .map(({ at, from, to, amount }) => [at.slice(0, 10), from, to, amount])

describe('the ledger of money', () => {
  test('a discount is given back from an account of its own, and tax is owed on', () => {
    const terms = { discounts: [percentOff('50')], taxes: [{ name: 'VAT', percent: '20' }] }
    expect(moneyOf(invoiced(['0'], terms))).toEqual([
      ['2026-01-01', 'money.customer', 'money.subscription', '10.00'],
      ['2026-01-01', 'money.discounts', 'money.customer', '5.00'],
      ['2026-01-01', 'money.customer', 'money.tax', '1.00'],
    ])
  })

  test('a tax that is contained comes out of the income', () => {
    const terms = { taxes: [{ name: 'VAT', percent: '25', inclusive: true }] }
    expect(moneyOf(invoiced(['0'], terms))).toEqual([
      ['2026-01-01', 'money.customer', 'money.subscription', '10.00'],
      ['2026-01-01', 'money.subscription', 'money.tax', '2.00'],
    ])
  })

  test('a true-up is income of the commitment', () => {
    expect(moneyOf(invoiced(['0'], { commitment: { per: 'month', minimum: '12' } })).at(-1)).toEqual([
      '2026-02-01',
      'money.customer',
      'money.commitment',
      '2.00',
    ])
  })

  test('a credit note is kept for the customer and pays what follows: what they gave is what was due', () => {
    const result = onLadder({ pro: '80', starter: '20' }, 3, {
      changes: [{ kind: 'changePlan', on: '2026-04-16', plan: 'starter', mode: 'prorated', timing: 'now' }],
    })
    expect(moneyOf(result)).toEqual([
      ['2026-04-01', 'money.customer', 'money.subscription', '80.00'],
      ['2026-04-16', 'money.subscription', 'money.customer', '40.00'],
      ['2026-04-16', 'money.customer', 'money.subscription', '10.00'],
      ['2026-04-16', 'money.customer', 'money.credits', '30.00'],
      ['2026-05-01', 'money.customer', 'money.subscription', '20.00'],
      ['2026-05-01', 'money.credits', 'money.customer', '20.00'],
      ['2026-06-01', 'money.customer', 'money.subscription', '20.00'],
      ['2026-06-01', 'money.credits', 'money.customer', '10.00'],
    ])
  })
})
