import type { Policies } from './policies.ts'

/** What holds where nobody says otherwise. */
export const DEFAULT_POLICIES: Policies = {
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
}
