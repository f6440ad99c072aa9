import { expect, test } from 'vitest'
import { resolvePolicies } from '#main/engine/plan/policies.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import { Policies } from '#shared/policies.ts'

test('a setting nobody decides is at its default', () => {
  expect(resolvePolicies()).toEqual(DEFAULT_POLICIES)
  expect(resolvePolicies({}, {})).toEqual({
    burnOrder: 'oldestFirst',
    packageRates: 'linear',
    flatFeeAtZero: 'notCharged',
    freeUnits: 'quantity',
    prorationUnit: 'day',
    changeDay: 'newPlan',
    freeMonths: 'last',
    rounding: 'line',
    beyondGrants: 'charged',
    overageAtPeriodEnd: 'invoice',
    thresholdInvoice: 'reaches',
    fixedDiscount: 'regularInvoices',
  })
})

test('what comes later wins, and what is left out leaves the earlier word standing', () => {
  const catalog = { burnOrder: 'soonestExpiry', packageRates: 'startedBlocks' } as const
  const scenario = { burnOrder: undefined, packageRates: 'linear', freeUnits: 'amount' } as const
  expect(resolvePolicies(catalog, scenario)).toEqual({
    burnOrder: 'soonestExpiry',
    packageRates: 'linear',
    flatFeeAtZero: 'notCharged',
    freeUnits: 'amount',
    prorationUnit: 'day',
    changeDay: 'newPlan',
    freeMonths: 'last',
    rounding: 'line',
    beyondGrants: 'charged',
    overageAtPeriodEnd: 'invoice',
    thresholdInvoice: 'reaches',
    fixedDiscount: 'regularInvoices',
  })
})

test('every setting resolves to what was asked, whichever it is', () => {
  for (const [setting, { options }] of Object.entries(Policies.shape)) {
    for (const option of options) {
      expect(resolvePolicies(Policies.partial().parse({ [setting]: option }))).toMatchObject({
        [setting]: option,
      })
    }
  }
})
