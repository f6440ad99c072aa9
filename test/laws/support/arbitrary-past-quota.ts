import * as fc from 'fast-check'
import type { Catalog, Plan } from '#shared/catalog.ts'
import { Catalog as CatalogSchema } from '#shared/catalog.ts'
import { BeyondGrants, OverageAtPeriodEnd, type SomePolicies } from '#shared/policies.ts'
import { Scenario } from '#shared/scenario.ts'
import { figure, postpaid } from '../../engine/support/build.ts'
import { type Account, anyAccount } from './arbitrary-account.ts'
import { pastQuota, risingCharge } from './arbitrary-plan.ts'

const day = fc.integer({ min: 0, max: 40 })

/** An account past its quota under every policy there is, with a threshold, a grace buffer, events and changes of mind. */
export const anyPastQuota = (): fc.Arbitrary<Account> =>
  fc
    .record({
      account: anyAccount({
        past: fc.oneof(
          pastQuota,
          risingCharge.map((charge) => postpaid(charge)),
        ),
      }),
      threshold: fc.option(fc.integer({ min: 1, max: 9000 }), { freq: 3 }),
      grace: fc.option(fc.integer({ min: 0, max: 300 })),
      // the defaults more often: only under them is anything invoiced early
      beyondGrants: fc.constantFrom('charged' as const, 'charged' as const, ...BeyondGrants.options),
      overageAtPeriodEnd: fc.constantFrom(
        'invoice' as const,
        'invoice' as const,
        ...OverageAtPeriodEnd.options,
      ),
      requests: fc.array(fc.record({ day, quantity: fc.integer({ min: 1, max: 1500 }) }), { maxLength: 6 }),
      largest: fc.option(fc.integer({ min: 1, max: 2 })),
      optOut: fc.option(fc.record({ day, optIn: fc.boolean(), limit: fc.option(fc.nat(300)) })),
    })
    .map(({ account, threshold, grace, requests, largest, optOut, ...wished }) => {
      const plan = account.catalog.plans[0]
      if (plan === undefined) throw new Error('There is no plan.')
      const catalog = CatalogSchema.parse({
        ...account.catalog,
        ...(largest !== null && { largestRequestQuotas: figure(largest) }),
        products: [{ id: 'api', name: 'API', family: 'API' }],
        burnRates: [{ product: 'api', model: 'Any', unit: 'unit', rate: figure({ credits: '1', per: '1' }) }],
        plans: [
          {
            ...withThreshold(plan, threshold),
            ...(grace !== null && { graceCredits: figure(String(grace)) }),
          },
        ],
      })
      const start = Date.parse(account.scenario.start)
      const on = (days: number) => new Date(start + days * 86_400_000).toISOString()
      const isWithin = (days: number) => days < account.scenario.months * 28
      const scenario = Scenario.parse({
        ...account.scenario,
        catalog,
        ...consistent(plan, wished, account.scenario),
        usageEvents: requests
          .filter((request) => isWithin(request.day))
          .map(({ day: days, quantity }, index) => ({
            id: `r${index}`,
            at: on(days),
            product: 'api',
            model: 'Any',
            quantity: String(quantity),
          })),
        changes:
          optOut === null || !isWithin(optOut.day)
            ? []
            : [
                {
                  kind: 'setOverage',
                  on: on(optOut.day),
                  optIn: optOut.optIn,
                  spendLimit: optOut.limit === null ? null : String(optOut.limit),
                },
              ],
      })
      return { catalog, scenario }
    })

/** The account with its plan's threshold left out. */
export function withoutThreshold({ catalog, scenario }: Account): Account {
  const plans = catalog.plans.map((plan) => withThreshold(plan, null))
  return { catalog: { ...catalog, plans }, scenario }
}

/** In hundredths; null for none. */
function withThreshold(plan: Plan, threshold: number | null): Plan {
  if (plan.pastQuota.kind !== 'postpaid') return plan
  const { kind, charge } = plan.pastQuota
  if (threshold === null) return { ...plan, pastQuota: { kind, charge } }
  const value = `${Math.floor(threshold / 100)}.${String(threshold % 100).padStart(2, '0')}`
  return { ...plan, pastQuota: { kind, charge, invoiceThreshold: figure(value) } }
}

type Wished = Required<Pick<SomePolicies, 'beyondGrants' | 'overageAtPeriodEnd'>>

/** What is wished for, as far as it does not contradict the plan: what would be refused is not billed. */
function consistent(plan: Catalog['plans'][number], wished: Wished, scenario: Scenario) {
  const { policies, overage } = scenario
  if (plan.pastQuota.kind === 'prepaid') return {}
  if (wished.beyondGrants === 'blocked')
    return { overage: { optIn: false }, policies: { ...policies, beyondGrants: wished.beyondGrants } }
  const isLeft = wished.beyondGrants === 'carriedWithinPeriod' && !overage.optIn
  const overageAtPeriodEnd =
    isLeft && wished.overageAtPeriodEnd === 'invoice' ? 'carryAndRepay' : wished.overageAtPeriodEnd
  return { policies: { ...policies, ...wished, overageAtPeriodEnd } }
}
