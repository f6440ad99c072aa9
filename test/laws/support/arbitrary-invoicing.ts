import * as fc from 'fast-check'
import { RoundingPoint } from '#shared/policies.ts'
import type { Scenario } from '#shared/scenario.ts'
import { InvoiceTerms, LineFamily } from '#shared/invoicing.ts'
import { Scenario as AnyScenario } from '#shared/scenario.ts'
import { type Account, anyAccount } from './arbitrary-account.ts'
import { risingPastQuota } from './arbitrary-plan.ts'
import { catalogOf, planOf } from '../../engine/support/build.ts'

const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((cents) => (cents / 100).toFixed(2))
const percent = fc.oneof(
  fc.constantFrom('0', '50', '100', '33.333333'),
  fc.integer({ min: 0, max: 100 }).map(String),
)
const families = fc.option(fc.uniqueArray(fc.constantFrom(...LineFamily.options), { minLength: 1 }), {
  nil: undefined,
})

const discount = fc
  .record({
    value: fc.oneof(
      fc.record({ kind: fc.constant('percent' as const), percent }),
      fc.record({ kind: fc.constant('amount' as const), amount: money(90) }),
    ),
    appliesTo: families,
    duration: fc.constantFrom(
      { kind: 'once' as const },
      { kind: 'invoices' as const, count: 2 },
      { kind: 'forever' as const },
    ),
    from: fc.option(fc.constantFrom('2026-02-01', '2026-03-15'), { nil: undefined }),
  })
  .map((terms) => ({ ...terms, name: 'Off' }))

const commitment = fc
  .record({
    per: fc.constantFrom('month' as const, 'year' as const),
    minimum: money(120),
    above: fc.option(money(60)),
    appliesTo: families,
    from: fc.option(fc.constantFrom('2026-01-20', '2025-06-01'), { nil: undefined }),
  })
  .map(({ above, minimum, ...terms }) => ({
    ...terms,
    minimum,
    ...(above === null ? {} : { maximum: (Number(minimum) + Number(above)).toFixed(2) }),
  }))

const tax = fc.record({
  percent: fc.constantFrom('0', '5', '7.7', '19', '20'),
  inclusive: fc.boolean(),
  exempt: fc.subarray([...LineFamily.options]),
})

/** Terms of invoicing of every kind, with ids and names of their own. */
export const anyInvoicing: fc.Arbitrary<InvoiceTerms> = fc
  .record({
    discounts: fc.array(discount, { maxLength: 2 }),
    coupons: fc.array(discount, { maxLength: 2 }),
    commitment: fc.option(commitment, { nil: undefined }),
    taxes: fc.array(tax, { maxLength: 3 }),
  })
  .map(({ discounts, coupons, taxes, ...terms }) =>
    InvoiceTerms.parse({
      ...terms,
      discounts: discounts.map((off, index) => ({ ...off, id: `d${index}` })),
      coupons: coupons.map((off, index) => ({ ...off, id: `c${index}`, maxRedemptions: 2 })),
      taxes: taxes.map((rate, index) => ({ ...rate, name: `Tax ${index}` })),
    }),
  )

/** Changes within the run, some of which are refused. */
const changes = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.oneof(
        fc.record({ kind: fc.constant('redeemCoupon' as const), coupon: fc.constantFrom('c0', 'c1') }),
        fc.record({
          kind: fc.constant('changePlan' as const),
          plan: fc.constantFrom('plan', 'large', 'small'),
          mode: fc.constantFrom('prorated' as const, 'difference' as const, 'restartCycle' as const),
          timing: fc.constant('now' as const),
        }),
      ),
    )
    .map(([day, change]) => ({ ...change, on: `2026-01-${String(day).padStart(2, '0')}` })),
  { maxLength: 4 },
)

/** An account whose plan changes and whose invoices are agreed on, rounded at any point. */
export const anyInvoiced = (): fc.Arbitrary<Account> =>
  fc
    .record({
      account: anyAccount({ past: risingPastQuota }),
      invoicing: anyInvoicing,
      rounding: fc.constantFrom(...RoundingPoint.options),
      changes,
    })
    .map(({ account, invoicing, rounding, changes: dated }) => {
      const { catalog, scenario } = account
      const sized = (id: string, monthly: string) => planOf({ id, monthly })
      const ladder = catalogOf(
        [...catalog.plans, sized('small', '7.77'), sized('large', '61.03')],
        catalog.currency,
      )
      const input: Scenario = AnyScenario.parse({
        ...scenario,
        catalog: ladder,
        start: '2026-01-01',
        policies: { ...scenario.policies, rounding },
        invoicing,
        changes: dated,
      })
      return { catalog: ladder, scenario: input }
    })
