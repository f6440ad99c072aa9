import { expect, test } from 'vitest'
import { checkScenario } from '#main/engine/index.ts'
import { catalogOf, planOf, scenarioOf } from '../support/build.ts'
import { amountOff, percentOff, type Terms } from '../invoice/support.ts'

const problemsOf = (invoicing: Terms) => {
  const catalog = catalogOf([planOf({})])
  return checkScenario(catalog, scenarioOf(catalog, ['0'], { invoicing })).map(({ code, path }) => [
    code,
    path,
  ])
}

test('terms of invoicing that contradict themselves are refused, each with its path', () => {
  const tax = { name: 'VAT', percent: '5' }
  expect(
    problemsOf({
      discounts: [percentOff('5'), amountOff('7'), percentOff('5')],
      coupons: [amountOff('7'), amountOff('7')],
      taxes: [tax, { ...tax, percent: '7' }],
      commitment: { per: 'year' },
    }),
  ).toEqual([
    ['invoicing.duplicate', 'invoicing.discounts.2.id'],
    ['invoicing.duplicate', 'invoicing.coupons.1.id'],
    ['invoicing.duplicate', 'invoicing.taxes.1.name'],
    ['invoicing.empty_commitment', 'invoicing.commitment'],
  ])
})

test('terms that fit are not', () => {
  const discounts = [percentOff('5'), amountOff('7')]
  expect(problemsOf({ discounts, commitment: { per: 'month', minimum: '5' } })).toEqual([])
})
