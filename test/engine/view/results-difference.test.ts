import { describe, expect, it } from 'vitest'
import { differenceOf } from '#main/engine/index.ts'
import { billScenario } from '#main/engine/view/billed-scenario.ts'
import { resultsDifference } from '#main/engine/view/results-difference.ts'
import { refuse, succeed } from '#shared/problem.ts'
import type { ResultsDifference } from '#shared/results-difference.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, OPTED_IN, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

const PLANS = [
  planOf({ id: 'small', pastQuota: postpaid(perThousand('10')) }),
  planOf({ id: 'large', monthly: '25', credits: '3000' }),
]
const CATALOG = catalogOf(PLANS)

const of = (scenario: Scenario, currency = 'USD') =>
  succeed({ catalog: catalogOf(PLANS, currency), scenario })

const account = (usage: readonly string[], terms: Parameters<typeof scenarioOf>[2] = {}) =>
  scenarioOf(CATALOG, usage, terms)

/** The rows in which anything is more than nothing. */
const told = (rows: ResultsDifference['money'] | ResultsDifference['credits']) =>
  rows
    .filter(({ left, right }) => [left, right].some((figure) => Number(figure) !== 0))
    .map(({ what, left, right, difference }) => [what, left, right, difference])

describe('two accounts side by side', () => {
  it('tell what the right one has more or less of, by kind', () => {
    // Small with overage: 2 × 10.00, and 1,500 beyond at 10.00 per 1,000 = 15.00. Large: 2 × 25.00; of 6,000, 2,500 are
    // used and 3,000 − 2,500 = 500 expire with month 1, 3,000 with month 2.
    const usage = ['2500', '0']
    const compared = differenceOf(of(account(usage, OPTED_IN)), of({ ...account(usage), plan: 'large' }))
    expect(compared.left).toEqual({ kind: 'billed', currency: 'USD', months: 2 })
    expect(told(compared.money)).toEqual([
      ['total', '35.00', '50.00', '15.00'],
      // 35.00 and 50.00 over two months.
      ['perMonth', '17.50', '25.00', '7.50'],
      ['subscription', '20.00', '50.00', '30.00'],
      ['overage', '15.00', '0.00', '-15.00'],
    ])
    expect(told(compared.credits)).toEqual([
      ['usage', '2500', '2500', '0'],
      ['served', '2500', '2500', '0'],
      ['overage', '1500', '0', '-1500'],
      ['expired', '1000', '3500', '2500'],
    ])
    expect(compared.blocked).toEqual([])
  })

  it('tell every kind of money, lost credits, and blocked work by its cause', () => {
    // Left: 2,500 asked for, 1,500 blocked by the empty pool; $5.00 of every $10.00 is a discount, 20 % tax on the rest.
    const left = account(['2500'], {
      invoicing: {
        discounts: [{ id: 'half', name: 'Half', value: { kind: 'percent', percent: '50' } }],
        taxes: [{ name: 'VAT', percent: '20' }],
        commitment: { per: 'month', minimum: '12' },
      },
    })
    // Right: at most $5.00 beyond the quota: 500 served, 1,000 blocked.
    const right = account(['2500'], { overage: { optIn: true, spendLimit: '5' } })
    const { money, credits, blocked } = differenceOf(of(left), of(right))
    expect(told(money)).toEqual([
      // 5.00 + 7.00 true-up = 12.00, and 20 % on it = 2.40.
      ['total', '14.40', '15.00', '0.60'],
      ['perMonth', '14.40', '15.00', '0.60'],
      ['subscription', '10.00', '10.00', '0.00'],
      ['overage', '0.00', '5.00', '5.00'],
      ['trueUp', '7.00', '0.00', '-7.00'],
      ['discount', '5.00', '0.00', '-5.00'],
      ['taxAdded', '2.40', '0.00', '-2.40'],
    ])
    expect(told(credits)).toEqual([
      ['usage', '2500', '2500', '0'],
      ['served', '1000', '1500', '500'],
      ['overage', '0', '500', '500'],
      ['blocked', '1500', '1000', '-500'],
    ])
    expect(blocked).toEqual([
      { cause: 'poolEmpty', left: '1500', right: '0', difference: '-1500' },
      { cause: 'spendLimit', left: '0', right: '1000', difference: '1000' },
    ])
  })

  it('take no dollars from yen', () => {
    const { money, credits } = differenceOf(of(account(['500'])), of(account(['800']), 'JPY'))
    expect(told(money).map(([, , , difference]) => difference)).toEqual([null, null, null])
    expect(told(credits)[0]).toEqual(['usage', '500', '800', '300'])
  })

  it('tell no difference that is larger than any amount', () => {
    const bill = valueOf(billScenario(CATALOG, account(['1'])))
    const trueUp = (amount: number) => succeed({ ...bill, totals: { ...bill.totals, trueUp: amount } })
    const { money } = resultsDifference(trueUp(-9e15), trueUp(9e15 - 10_000_000))
    expect(money.find(({ what }) => what === 'trueUp')).toEqual({
      what: 'trueUp',
      left: '-9000000000.00',
      right: '8999999990.00',
      difference: null,
    })
  })

  it('round what is given back a month as what is paid, halves away from zero', () => {
    const bill = valueOf(billScenario(CATALOG, account(['0', '0'])))
    const totalling = (subscription: number) => succeed({ ...bill, totals: { ...bill.totals, subscription } })
    const { money } = resultsDifference(totalling(-50_000), totalling(50_000))
    // 0.05 over two months is 0.025.
    expect(money.find(({ what }) => what === 'perMonth')).toEqual({
      what: 'perMonth',
      left: '-0.03',
      right: '0.03',
      difference: '0.06',
    })
  })

  it('say of one that cannot be billed why, and of the other what it runs on', () => {
    const refused = differenceOf(of({ ...account(['1']), plan: 'none' }), of(account(['1', '2'])))
    expect(refused).toEqual({
      left: { kind: 'refused', problems: [expect.objectContaining({ path: 'plan' })] },
      right: { kind: 'billed', currency: 'USD', months: 2 },
      money: [],
      credits: [],
      blocked: [],
    })
    const unknown = { code: 'catalog.unknown', message: 'None.', path: 'catalog' }
    expect(differenceOf(of(account(['1'])), refuse(unknown)).right).toEqual({
      kind: 'refused',
      problems: [unknown],
    })
  })
})
