import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { Catalog, type Source } from '#shared/catalog.ts'
import { catalogOf, figure, planOf, scenarioOf, valueOf } from '../support/build.ts'

const from = (basis: Source['basis']): Source => ({ title: basis, date: '2026-01-01', basis })

/** A plan whose figures are published, a dearer one whose price was measured, and a rate that was estimated. */
function catalog(): Catalog {
  const base = catalogOf([planOf({ id: 'low' }), planOf({ id: 'high', monthly: '20' })])
  const [low, high] = base.plans
  if (low === undefined || high === undefined) throw new Error('There are two plans.')
  return Catalog.parse({
    ...base,
    sources: { test: from('published'), bill: from('measured'), worked: from('estimated') },
    products: [{ id: 'create', name: 'Create', family: 'Creative' }],
    burnRates: [
      {
        product: 'create',
        model: 'Standard',
        unit: 'unit',
        rate: { ...figure({ credits: '1', per: '1' }), source: 'worked' },
      },
    ],
    plans: [low, { ...high, price: { ...high.price, monthly: { ...high.price.monthly, source: 'bill' } } }],
  })
}

const basisOf = (terms: Parameters<typeof scenarioOf>[2], usage = '100') => {
  const some = catalog()
  return valueOf(run(some, scenarioOf(some, [usage], terms))).basis
}

const created = { id: 'e1', at: '2026-01-05T00:00:00Z', product: 'create', model: 'Standard', quantity: '5' }

test('a list price is published, and usage that somebody supposes is assumed', () => {
  expect(basisOf({})).toEqual({ price: 'published', usage: 'assumed' })
})

test('usage that happened is measured; with some that is modelled, the whole is assumed', () => {
  expect(basisOf({ usageEvents: [created] }, '0').usage).toBe('measured')
  expect(basisOf({ usageEvents: [created] }, '1').usage).toBe('assumed')
  expect(basisOf({}, '0').usage).toBe('assumed')
})

test('a price is as sure as the least sure figure it rests on: plans it moved to, and rates it used', () => {
  const upgraded = { changes: [{ kind: 'changePlan' as const, on: '2026-01-10', plan: 'high' }] }
  expect(basisOf(upgraded).price).toBe('measured')
  expect(basisOf({ usageEvents: [created] }).price).toBe('estimated')
  expect(basisOf({ ...upgraded, usageEvents: [created] }).price).toBe('estimated')
})

test('terms that only the scenario agrees are assumed once they charge something', () => {
  const minimum = (amount: string) => ({
    invoicing: { commitment: { per: 'month' as const, minimum: amount } },
  })
  // billed: 10.00; a minimum of 5.00 charges nothing, one of 15.00 trues up
  expect(basisOf(minimum('5')).price).toBe('published')
  expect(basisOf(minimum('15')).price).toBe('assumed')
})
