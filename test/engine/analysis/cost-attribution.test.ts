import { describe, expect, test } from 'vitest'
import { attributeCosts, run } from '#main/engine/index.ts'
import { CostDimension } from '#shared/analysis.ts'
import type { Scenario } from '#shared/scenario.ts'
import {
  at,
  catalogOf,
  figure,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise } from '../support/consolidation.ts'
import { full, peopleOf, use, workspaceOf } from '../support/people.ts'

/** $10.00 for 1,000 credits, then $10.00 per 1,000. */
const CATALOG = workspaceOf({ pastQuota: postpaid(perThousand('10')) })

/** January: 500 by Acme's key, 300 by Bolt's and 200 by Ann, then 300 beyond the quota by Bolt's. February: nothing. */
const SCENARIO = peopleOf(CATALOG, {
  ...OPTED_IN,
  months: 2,
  members: [full('ann')],
  apiKeys: [
    { id: 'k1', company: 'Acme', limit: null },
    { id: 'k2', company: 'Bolt', limit: null },
  ],
  usageEvents: [
    use(2, null, 'api', 500, { apiKey: 'k1' }),
    use(3, null, 'api', 300, { apiKey: 'k2' }),
    use(3, 'ann', 'create', 200),
    use(9, null, 'agents', 300, { apiKey: 'k2' }),
  ],
})

const shares = (dimension: CostDimension, scenario: Scenario = SCENARIO) =>
  valueOf(attributeCosts(CATALOG, scenario, [dimension])).map(
    ({ values: [value], requests, credits, overageCredits, cost }) => [
      value,
      requests,
      credits,
      overageCredits,
      cost,
    ],
  )

/*
 * The fee of 10.00 is shared by the 1,300 credits of January: 500 are 3.846153|846, each 300 are 2.307692|307 and 200
 * are 1.538461|538. The two micros that are left go to the largest remainders, the 500 and the 200. The 300 beyond
 * the quota, 3.00, are Bolt's. February's fee of 10.00 was used by nobody.
 */
describe('costs as they were billed', () => {
  test('by company: overage where it fell, fees by share of credits, what nobody used unnamed', () => {
    expect(shares('company')).toEqual([
      ['Acme', 1, '500', '0', '3.846154'],
      ['Bolt', 2, '600', '300', '7.615384'],
      [null, 1, '200', '0', '11.538462'],
    ])
  })

  test('by key, member, product and model', () => {
    expect(shares('apiKey').map(([value, , , , cost]) => [value, cost])).toEqual([
      ['k1', '3.846154'],
      ['k2', '7.615384'],
      [null, '11.538462'],
    ])
    expect(shares('member')).toEqual([
      ['ann', 1, '200', '0', '1.538462'],
      [null, 3, '1100', '300', '21.461538'],
    ])
    expect(shares('product')).toEqual([
      ['agents', 1, '300', '300', '5.307692'], // 2.307692 + 3.00
      ['api', 2, '800', '0', '6.153846'],
      ['create', 1, '200', '0', '1.538462'],
      [null, 0, '0', '0', '10.00'],
    ])
    expect(shares('model').map(([value, , , , cost]) => [value, cost])).toEqual([
      ['Standard', '13.00'],
      [null, '10.00'],
    ])
  })

  test('by day and by period', () => {
    expect(shares('day')).toEqual([
      ['2026-01-02', 1, '500', '0', '3.846154'],
      ['2026-01-03', 2, '500', '0', '3.846154'],
      ['2026-01-09', 1, '300', '300', '5.307692'],
      [null, 0, '0', '0', '10.00'],
    ])
    expect(shares('period')).toEqual([
      ['1', 4, '1300', '300', '13.00'],
      [null, 0, '0', '0', '10.00'],
    ])
  })

  test('by model and day at once, as seed 003 has it', () => {
    const fast = { ...at(CATALOG.burnRates, 2), model: 'Fast', rate: figure({ credits: '1', per: '2' }) }
    const catalog = { ...CATALOG, burnRates: [...CATALOG.burnRates, fast] }
    const scenario = peopleOf(catalog, {
      usageEvents: [
        use(2, null, 'api', 300),
        use(2, null, 'api', 200, { model: 'Fast' }), // a hundred credits
        use(3, null, 'api', 600, { model: 'Fast' }), // three hundred
        use(3, null, 'create', 300),
      ],
    })
    const rows = valueOf(attributeCosts(catalog, scenario, ['model', 'day']))
    // 1,000 credits of January share its 10.00
    expect(rows.map(({ values, requests, credits, cost }) => [...values, requests, credits, cost])).toEqual([
      ['Fast', '2026-01-02', 1, '100', '1.00'],
      ['Fast', '2026-01-03', 1, '300', '3.00'],
      ['Standard', '2026-01-02', 1, '300', '3.00'],
      ['Standard', '2026-01-03', 1, '300', '3.00'],
    ])
  })

  test('by workspace, as the usage of each', () => {
    const catalog = enterpriseOf({ pastQuota: postpaid(perThousand('100')) })
    const scenario = peopleOf(catalog, {
      ...onEnterprise(OPTED_IN),
      workspaces: [hq, eu],
      usageEvents: [
        use(2, null, 'api', 250, { workspace: 'eu' }),
        use(3, null, 'api', 750, { workspace: 'hq' }),
        use(4, null, 'api', 50, { workspace: 'eu' }),
      ],
    })
    const rows = valueOf(attributeCosts(catalog, scenario, ['workspace']))
    // the fee of 10.00 by 300 and 750 of 1,050; the 50 beyond the quota, 5.00, are eu’s
    expect(rows.map(({ values, credits, cost }) => [...values, credits, cost])).toEqual([
      ['eu', '300', '7.857143'],
      ['hq', '750', '7.142857'],
    ])
  })

  test('periods come in their order, the tenth after the ninth', () => {
    const catalog = catalogOf([planOf({})])
    const scenario = scenarioOf(
      catalog,
      Array.from({ length: 11 }, () => '1'),
    )
    const rows = valueOf(attributeCosts(catalog, scenario, ['period']))
    expect(rows.map(({ values: [value] }) => value)).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index + 1)),
    )
  })

  test.each(CostDimension.options)('by %s they sum to the invoices', (dimension) => {
    const cents = shares(dimension).reduce((sum, [, , , , cost]) => sum + Math.round(Number(cost) * 1e6), 0)
    expect(cents).toBe(23_000_000) // 10.00 + 3.00 + 10.00
    expect(valueOf(run(CATALOG, SCENARIO)).totals.total).toBe('23.00')
  })

  test('a Free plan’s are nothing, whatever is used', () => {
    const free = catalogOf([planOf({ monthly: '0' })])
    const rows = valueOf(attributeCosts(free, scenarioOf(free, ['900', '100']), ['period']))
    expect(rows.map(({ values: [value], credits, cost }) => [value, credits, cost])).toEqual([
      ['1', '900', '0.00'],
      ['2', '100', '0.00'],
    ])
  })

  test('modelled usage costs by the day it is spread over', () => {
    const catalog = catalogOf([planOf({ monthly: '31' })])
    const rows = valueOf(attributeCosts(catalog, scenarioOf(catalog, ['310']), ['day']))
    expect(rows).toHaveLength(31)
    expect(rows[0]).toEqual({
      values: ['2026-01-01'],
      requests: 0,
      credits: '10',
      overageCredits: '0',
      cost: '1.00',
    })
  })

  test('fees and overage on both sides of a change of plan, on one day, stay on their side', () => {
    const plans = [
      planOf({ id: 'one', credits: '0', pastQuota: postpaid(perThousand('1000')) }),
      planOf({ id: 'two', monthly: '20', credits: '0', pastQuota: postpaid(perThousand('500')) }),
    ]
    const catalog = { ...CATALOG, plans }
    const scenario = peopleOf(catalog, {
      ...OPTED_IN,
      changes: [{ kind: 'changePlan', on: '2026-01-09T12:00:00Z', plan: 'two' }],
      usageEvents: [
        use(9, null, 'api', 10, { at: '2026-01-09T06:00:00Z' }),
        use(9, null, 'api', 30, { at: '2026-01-09T18:00:00Z' }),
      ],
    })
    const overageOf = valueOf(attributeCosts(catalog, scenario, ['period']))
    // 10.00 and 10 × 1.00 until noon, when the first term ends; 20.00 and 30 × 0.50 from then on
    expect(overageOf.map(({ values: [value], cost }) => [value, cost])).toEqual([
      ['1', '20.00'],
      ['2', '35.00'],
    ])
  })

  test('a scenario that cannot be billed is refused', () => {
    expect(attributeCosts(CATALOG, { ...SCENARIO, plan: 'gold' }, ['day'])).toMatchObject({ ok: false })
  })
})
