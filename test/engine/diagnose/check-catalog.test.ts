import { describe, expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { checkCatalog } from '#main/engine/index.ts'
import { type BurnRate, Catalog } from '#shared/catalog.ts'
import { parse } from '#shared/problem.ts'
import { at, catalogOf, figure, halfOff, planOf, prepaid } from '../support/build.ts'

const CATALOG: Catalog = {
  ...catalogOf([planOf({ id: 'basic' }), planOf({ id: 'better' })]),
  products: [{ id: 'speech', name: 'Speech', family: 'Creative' }],
  burnRates: [
    {
      product: 'speech',
      model: 'one',
      unit: 'character',
      rate: figure({ credits: '1', per: '1' }),
      plans: ['basic'],
    },
  ],
}

const found = (change: Partial<Catalog>) =>
  checkCatalog({ ...CATALOG, ...change }).map(({ code, path }) => [code, path])

const rate = at(CATALOG.burnRates, 0)
const plan = at(CATALOG.plans, 0)

describe('a catalogue that contradicts itself is told every breach with its path', () => {
  test('the presets and a sound one have none', () => {
    expect([CATALOG, ...presets].flatMap(checkCatalog)).toEqual([])
  })

  test('two offers for one way of paying; one for each is sound', () => {
    const offering = (...offers: readonly ReturnType<typeof halfOff>[]) => ({
      plans: [planOf({ id: 'basic' }), planOf({ id: 'better', offers: [...offers] })],
    })
    expect(found(offering(halfOff('monthly'), halfOff('annual')))).toEqual([])
    expect(found(offering(halfOff('annual'), halfOff('monthly', 'annual')))).toEqual([
      ['catalog.two_offers', 'plans.1.offers.1.billing.1'],
    ])
  })

  test('free months of a year that has no price', () => {
    const free = (terms: object) => ({
      plans: [planOf({ id: 'basic', freeMonths: 2, ...terms }), planOf({ id: 'better' })],
    })
    expect(found(free({ annual: '100' }))).toEqual([])
    expect(found(free({}))).toEqual([['catalog.free_months_without_year', 'plans.0.price.freeMonths']])
  })

  test('a source under the key that stands for the scenario’s own terms', () => {
    const sources = { ...CATALOG.sources, scenario: at(Object.values(CATALOG.sources), 0) }
    expect(found({ sources })).toEqual([['catalog.reserved_source', 'sources.scenario']])
  })

  test('two plans or products of one id', () => {
    expect(found({ plans: [...CATALOG.plans, planOf({ id: 'basic' })] })).toEqual([
      ['catalog.duplicate_id', 'plans.2.id'],
    ])
    expect(found({ products: [...CATALOG.products, ...CATALOG.products] })).toEqual([
      ['catalog.duplicate_id', 'products.1.id'],
    ])
  })

  test.each<[string, Partial<BurnRate>, (readonly string[])[]]>([
    ['on the same plan', {}, [['catalog.duplicate_burn_rate', 'burnRates.1']]],
    ['on every plan', { plans: undefined }, [['catalog.duplicate_burn_rate', 'burnRates.1']]],
    ['among others', { plans: ['better', 'basic'] }, [['catalog.duplicate_burn_rate', 'burnRates.1']]],
    ['on another plan', { plans: ['better'] }, []],
    ['with another model', { model: 'two' }, []],
  ])('two burn rates of one product and model %s', (_, change, problems) => {
    expect(found({ burnRates: [rate, { ...rate, ...change }] })).toEqual(problems)
  })

  test('a burn rate of an unknown product or plan', () => {
    expect(
      found({
        burnRates: [
          { ...rate, product: 'video' },
          { ...rate, plans: ['basic', 'best'] },
        ],
      }),
    ).toEqual([
      ['catalog.unknown_reference', 'burnRates.0.product'],
      ['catalog.unknown_reference', 'burnRates.1.plans'],
    ])
  })

  test('a ceiling on a family that no product is of', () => {
    const basicCeiling = { credits: figure('10000'), families: ['Creative', 'Agents'] }
    expect(found({ plans: [{ ...plan, seats: { ...plan.seats, basicCeiling } }] })).toContainEqual([
      'catalog.unknown_reference',
      'plans.0.seats.basicCeiling.families',
    ])
  })

  test('a figure whose source is not listed, wherever it stands', () => {
    expect(
      found({ plans: [{ ...plan, credits: { value: '1', source: 'hearsay' } }, at(CATALOG.plans, 1)] }),
    ).toEqual([['catalog.unknown_source', 'plans.0.credits.source']])
    expect(
      found({ plans: [{ ...plan, pastQuota: { kind: 'block', source: 'toString' } }, at(CATALOG.plans, 1)] }),
    ).toEqual([['catalog.unknown_source', 'plans.0.pastQuota.source']])
    expect(found({ burnRates: [{ ...rate, rate: { value: null, source: 'hearsay' } }] })).toEqual([
      ['catalog.unknown_source', 'burnRates.0.rate.source'],
    ])
  })
})

test('of the twelve months of a year no more than eleven are free', () => {
  const paths = (freeMonths: number) => {
    const parsed = parse(Catalog, { ...CATALOG, plans: [planOf({ annual: '100', freeMonths })] })
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
  }
  expect([paths(11), paths(12), paths(-1)]).toEqual([
    [],
    ['plans.0.price.freeMonths.value'],
    ['plans.0.price.freeMonths.value'],
  ])
})

describe('figures that something is divided by are more than zero', () => {
  const pathsOf = (catalog: unknown) => {
    const parsed = parse(Catalog, catalog)
    return parsed.ok ? [] : parsed.problems.map((problem) => problem.path)
  }

  test('the credits that prepaid money buys', () => {
    expect(pathsOf({ ...CATALOG, plans: [{ ...plan, pastQuota: prepaid('0', '5') }] })).toEqual([
      'plans.0.pastQuota.value.value.credits',
    ])
  })

  test('the units a burn rate is for', () => {
    const burnRates = [{ ...rate, rate: figure({ credits: '1', per: '0' }) }]
    expect(pathsOf({ ...CATALOG, burnRates })).toEqual(['burnRates.0.rate.value.per'])
  })
})
