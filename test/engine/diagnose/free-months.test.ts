import { expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { advise } from '#main/engine/index.ts'
import { catalogOf, planOf, type PlanTerms, valueOf } from '../support/build.ts'

const adviceOn = (terms: PlanTerms) =>
  valueOf(advise(catalogOf([planOf({ monthly: '20', ...terms })]))).map(({ code, path }) => [code, path])

test('months are not free of a year that costs no less than twelve months, and that is said', () => {
  const paidFor = [['price.free_months_paid_for', 'plans.0.price.freeMonths.value']]
  expect(adviceOn({ annual: '240', freeMonths: 2 })).toEqual(paidFor)
  expect(adviceOn({ annual: '250', freeMonths: 1 })).toEqual(paidFor)
})

test('nothing is said where a year costs less, or none is free', () => {
  expect(adviceOn({ annual: '239.99', freeMonths: 2 })).toEqual([])
  expect(adviceOn({ annual: '240', freeMonths: 0 })).toEqual([])
  expect(adviceOn({ annual: '240' })).toEqual([])
  expect(
    presets.flatMap((preset) => valueOf(advise(preset))).filter(({ code }) => /free_months/.test(code)),
  ).toEqual([])
})
