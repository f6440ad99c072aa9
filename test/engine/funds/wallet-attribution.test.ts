import { expect, test } from 'vitest'
import { attributeCosts } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import { catalogOf, figure, planOf, prepaid, scenarioOf, valueOf } from '../support/build.ts'
import { eventAt } from '../support/funds.ts'

test('a top-up is a cost of what the credits did not serve; the sum is what was invoiced', () => {
  const catalog = Catalog.parse({
    ...catalogOf([planOf({ monthly: '10', credits: '100', pastQuota: prepaid('100', '1') })]),
    products: [{ id: 'create', name: 'Create', family: 'Creative' }],
    burnRates: [
      { product: 'create', model: 'Standard', unit: 'unit', rate: figure({ credits: '1', per: '1' }) },
    ],
  })
  const scenario = scenarioOf(catalog, ['0'], {
    prepaid: { kind: 'wallet' },
    apiKeys: [{ id: 'a' }, { id: 'b' }],
    changes: [{ kind: 'topUp', on: '2026-01-02', amount: '8' }],
    usageEvents: [
      { ...eventAt('2026-01-03T00:00:00Z', '100'), apiKey: 'a' },
      { ...eventAt('2026-01-04T00:00:00Z', '100'), apiKey: 'b' },
    ],
  })
  const shares = valueOf(attributeCosts(catalog, scenario, ['apiKey']))
  // the subscription by credits used, half and half; the top-up all to the key that drew it
  expect(shares.map(({ values: [value], cost }) => [value, cost])).toEqual([
    ['a', '5.00'],
    ['b', '13.00'],
    // modelled usage of nothing
    [null, '0.00'],
  ])
})
