import { describe, expect, test } from 'vitest'
import { sumMoney } from '#main/engine/exact/sum-money.ts'

describe('sums of money', () => {
  test('of one currency', () => {
    expect(
      sumMoney([
        { currency: 'USD', amount: 12_340_000 },
        { currency: 'USD', amount: -340_000 },
      ]),
    ).toEqual({
      ok: true,
      value: { currency: 'USD', amount: 12_000_000 },
    })
  })

  test('of several currencies are refused, each of the others by its place', () => {
    const amounts = ['USD', 'EUR', 'USD', 'JPY'].map((currency) => ({ currency, amount: 1 }))
    expect(sumMoney(amounts, 'runs')).toEqual({
      ok: false,
      problems: [
        {
          code: 'money.several_currencies',
          message: 'Amounts in USD and EUR cannot be added together.',
          path: 'runs.1.currency',
        },
        {
          code: 'money.several_currencies',
          message: 'Amounts in USD and JPY cannot be added together.',
          path: 'runs.3.currency',
        },
      ],
    })
  })

  test('of nothing have no currency', () => {
    expect(sumMoney([])).toMatchObject({ ok: false, problems: [{ code: 'money.nothing_to_sum' }] })
  })

  test('too large to be exact are refused as every amount is', () => {
    const large = { currency: 'USD', amount: Number.MAX_SAFE_INTEGER }
    expect(() => sumMoney([large, large])).toThrow('An amount is larger than')
  })
})
