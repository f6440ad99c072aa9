import * as fc from 'fast-check'
import { Catalog } from '#shared/catalog.ts'
import { type InvoiceTerms, InvoiceTerms as Terms } from '#shared/invoicing.ts'
import { RoundingPoint, ThresholdInvoice } from '#shared/policies.ts'
import { Scenario } from '#shared/scenario.ts'
import { figure, perThousand, planOf, postpaid, catalogOf } from '../../engine/support/build.ts'
import type { Account } from './arbitrary-account.ts'
import { anyInvoicing } from './arbitrary-invoicing.ts'
import { risingCharge } from './arbitrary-plan.ts'

/**
 * Terms under which an account owes the same with a threshold and without. A discount that holds from a day on, or a coupon,
 * is left out: it is not taken off what was invoiced before. And of an amount off a whole invoice the overage that comes
 * early takes as much as it can, so that less of it is left for the other lines: where discounts are off the whole
 * invoice, nothing else may look at one family of lines, or at the time a line pays for.
 */
const sameTerms: fc.Arbitrary<InvoiceTerms> = fc
  .record({
    terms: anyInvoicing,
    families: fc.constantFrom(['overage' as const], ['subscription' as const], undefined),
  })
  .map(({ terms, families }) => {
    const discounts = [...terms.discounts, ...terms.coupons].map(({ id, name, value, duration }) => ({
      id,
      name,
      value,
      duration,
      appliesTo: families,
    }))
    return families === undefined
      ? Terms.parse({ discounts, taxes: terms.taxes.map((tax) => ({ ...tax, exempt: [] })) })
      : Terms.parse({ discounts, commitment: terms.commitment, taxes: terms.taxes })
  })

const day = fc.integer({ min: 1, max: 80 })
const cents = (max: number, min = 1) => fc.integer({ min, max }).map((amount) => (amount / 100).toFixed(2))

/** Overage that a threshold brings forward, a few times a period, on two plans one after the other. */
export const anyThreshold = (): fc.Arbitrary<Account> =>
  fc
    .record({
      usage: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 3 }),
      credits: fc.integer({ min: 0, max: 400 }),
      monthly: cents(9000),
      past: fc.oneof(
        // 3,000 credits come to 9.00 at most, and pass the least threshold 18 times
        fc.record({ charge: cents(300).map(perThousand), threshold: cents(600, 50) }),
        fc.record({ charge: risingCharge, threshold: cents(90_000, 9000) }),
      ),
      currency: fc.constantFrom('USD', 'KWD'),
      requests: fc.array(fc.record({ day, quantity: fc.integer({ min: 1, max: 1500 }) }), { maxLength: 3 }),
      change: fc.option(fc.record({ day, mode: fc.constantFrom('restartCycle', 'doNotBill') })),
      spendLimit: fc.option(cents(3000), { freq: 2, nil: undefined }),
      invoicing: sameTerms,
      rounding: fc.constantFrom(...RoundingPoint.options),
      thresholdInvoice: fc.constantFrom(...ThresholdInvoice.options),
    })
    .map(({ usage, requests, change, invoicing, spendLimit, ...given }) => {
      const pastQuota = postpaid(given.past.charge, given.past.threshold)
      const terms = { credits: String(given.credits), pastQuota }
      const plans = [
        planOf({ ...terms, monthly: given.monthly }),
        planOf({ ...terms, id: 'large', monthly: '61.03' }),
      ]
      const catalog = Catalog.parse({
        ...catalogOf(plans, given.currency),
        products: [{ id: 'api', name: 'API', family: 'API' }],
        burnRates: [{ product: 'api', model: 'Any', unit: 'unit', rate: figure({ credits: '1', per: '1' }) }],
      })
      const on = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString()
      const isWithin = (days: number) => days < usage.length * 28
      const scenario = Scenario.parse({
        schemaVersion: 1,
        name: 'Test',
        catalog,
        plan: 'plan',
        start: '2026-01-01',
        months: usage.length,
        overage: { optIn: true, ...(spendLimit !== undefined && { spendLimit }) },
        invoicing,
        policies: { rounding: given.rounding, thresholdInvoice: given.thresholdInvoice },
        usage: { kind: 'series', credits: usage.map(String) },
        usageEvents: requests
          .filter((request) => isWithin(request.day))
          .map((request, index) => ({
            id: `r${index}`,
            at: on(request.day),
            product: 'api',
            model: 'Any',
            quantity: String(request.quantity),
          })),
        changes:
          change === null || !isWithin(change.day)
            ? []
            : [
                {
                  kind: 'changePlan',
                  on: on(change.day),
                  plan: 'large',
                  mode: change.mode,
                  timing: 'now',
                },
              ],
      })
      return { catalog, scenario }
    })

/** The account with its plans' thresholds left out. */
export function withoutThresholds({ catalog, scenario }: Account): Account {
  const plans = catalog.plans.map((plan) =>
    plan.pastQuota.kind === 'postpaid'
      ? { ...plan, pastQuota: { ...plan.pastQuota, invoiceThreshold: undefined } }
      : plan,
  )
  return { catalog: { ...catalog, plans }, scenario }
}
