import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Policies, SomePolicies } from '#shared/policies.ts'

/** Every setting decided: what comes later wins over what comes earlier, and anything wins over the default. */
export const resolvePolicies = (...partials: readonly SomePolicies[]): Policies =>
  partials.reduce<Policies>(
    (resolved, partial) => ({
      burnOrder: partial.burnOrder ?? resolved.burnOrder,
      packageRates: partial.packageRates ?? resolved.packageRates,
      flatFeeAtZero: partial.flatFeeAtZero ?? resolved.flatFeeAtZero,
      freeUnits: partial.freeUnits ?? resolved.freeUnits,
      prorationUnit: partial.prorationUnit ?? resolved.prorationUnit,
      changeDay: partial.changeDay ?? resolved.changeDay,
      freeMonths: partial.freeMonths ?? resolved.freeMonths,
      rounding: partial.rounding ?? resolved.rounding,
      beyondGrants: partial.beyondGrants ?? resolved.beyondGrants,
      overageAtPeriodEnd: partial.overageAtPeriodEnd ?? resolved.overageAtPeriodEnd,
      thresholdInvoice: partial.thresholdInvoice ?? resolved.thresholdInvoice,
      fixedDiscount: partial.fixedDiscount ?? resolved.fixedDiscount,
    }),
    DEFAULT_POLICIES,
  )
