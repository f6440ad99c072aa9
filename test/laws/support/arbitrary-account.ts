import * as fc from 'fast-check'
import type { Catalog } from '#shared/catalog.ts'
import { BurnOrder } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, scenarioOf } from '../../engine/support/build.ts'
import { anyPlan, anyUsage, type PlanChoices } from './arbitrary-plan.ts'
import { anyWeekdays } from './arbitrary-weekdays.ts'

export interface Account {
  readonly catalog: Catalog
  readonly scenario: Scenario
}

/** One account on a plan of any kind, paid either way, opted in or not, with or without a limit. */
export const anyAccount = (choices: PlanChoices = {}): fc.Arbitrary<Account> =>
  fc
    .record({
      plan: anyPlan(choices),
      usage: anyUsage(),
      weekdays: anyWeekdays,
      currency: fc.constantFrom('USD', 'USD', 'JPY', 'KWD'),
      isAnnual: fc.boolean(),
      wantsOverage: fc.boolean(),
      spendLimit: fc.option(fc.integer({ min: 0, max: 400 }).map(String)),
      offers: fc.boolean(),
      burnOrder: fc.constantFrom(...BurnOrder.options),
      start: fc.constantFrom('2026-01-01', '2024-01-31', '1999-12-30', '2027-02-28'),
    })
    .map(
      ({ plan, usage, weekdays, currency, isAnnual, wantsOverage, spendLimit, offers, burnOrder, start }) => {
        const optIn = wantsOverage && plan.pastQuota.kind !== 'block'
        const catalog = catalogOf([plan], currency)
        const scenario = scenarioOf(catalog, usage, {
          billing: isAnnual && plan.price.annual !== null ? 'annual' : 'monthly',
          overage: { optIn, ...(optIn && spendLimit !== null ? { spendLimit } : {}) },
          offers,
          policies: { burnOrder },
          start,
        })
        return { catalog, scenario: { ...scenario, usage: { kind: 'series', credits: usage, ...weekdays } } }
      },
    )
