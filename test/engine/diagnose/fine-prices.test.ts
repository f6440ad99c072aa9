import { expect, test } from 'vitest'
import { advise } from '#main/engine/index.ts'
import { catalogOf, planOf, valueOf } from '../support/build.ts'

const adviceOn = (currency: string, monthly: string, annual?: string) =>
  valueOf(advise(catalogOf([planOf({ monthly, ...(annual !== undefined && { annual }) })], currency))).map(
    ({ path, message }) => [path, message],
  )

test('a price in half cents is billed rounded half-up, and that is said', () => {
  expect(adviceOn('USD', '22.005', '220.004')).toEqual([
    [
      'plans.0.price.monthly.value',
      'plan: 22.005 USD is billed as 22.01, since the smallest amount of USD is 0.01.',
    ],
    [
      'plans.0.price.annual.value',
      'plan: 220.004 USD is billed as 220.00, since the smallest amount of USD is 0.01.',
    ],
  ])
})

test('the yen has no hundredths, the dinar of Bahrain has thousandths', () => {
  expect(adviceOn('JPY', '100.5')).toEqual([
    [
      'plans.0.price.monthly.value',
      'plan: 100.5 JPY is billed as 101.00, since the smallest amount of JPY is 1.00.',
    ],
  ])
  expect(adviceOn('JPY', '100.00')).toEqual([])
  expect(adviceOn('BHD', '22.005')).toEqual([])
})
