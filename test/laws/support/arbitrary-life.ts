import * as fc from 'fast-check'
import { AccountChange, PlanChangeMode } from '#shared/account.ts'
import type { PastQuota, Plan } from '#shared/catalog.ts'
import { ChangeDay, FreeMonths, ProrationUnit } from '#shared/policies.ts'
import { Scenario } from '#shared/scenario.ts'
import { catalogOf, figure, planOf, postpaid } from '../../engine/support/build.ts'
import { sellingSeats } from '../../engine/subscription/support/subscribe.ts'
import type { Account } from './arbitrary-account.ts'
import { anyPlan, credits, risingCharge } from './arbitrary-plan.ts'
import { anyWeekdays } from './arbitrary-weekdays.ts'

/*
 * Accounts that change their plan, cancel, resume, ask for their money back, buy and give back seats at any hour, some
 * of it in vain: four plans, one of them free and two of them selling seats, some with a grace buffer of their own.
 */

const HOUR = 3_600_000
/** Of the shortest month. */
const HOURS = 28 * 24

const block: PastQuota = { kind: 'block', source: 'test' }
const past = fc.oneof(fc.constant(block), risingCharge.map(postpaid))
const IDS = ['free', 'low', 'middle', 'high'] as const

const billing = fc.constantFrom('monthly' as const, 'annual' as const)
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const planChange = fc.record({
  kind: fc.constant('changePlan' as const),
  plan: fc.constantFrom(...IDS),
  billing: perhaps(billing),
  mode: perhaps(fc.constantFrom(...PlanChangeMode.options)),
  timing: perhaps(fc.constantFrom('now' as const, 'termEnd' as const)),
})

const change = fc.oneof(
  { weight: 4, arbitrary: planChange },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'resume' as const, 'refund' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('buySeats' as const, 'removeSeats' as const),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('setOverage' as const),
      optIn: fc.boolean(),
      spendLimit: fc.option(fc.integer({ min: 0, max: 90 }).map(String)),
    }),
  },
)

/** Mostly any hour, now and then the midnight a period may end with. */
const hour = (months: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: HOURS * months - 1 }),
    fc.integer({ min: 1, max: 28 * months - 1 }).map((day) => day * 24),
  )

const draft = fc.integer({ min: 1, max: 6 }).chain((months) =>
  fc.record({
    months: fc.constant(months),
    plans: fc.tuple(anyPlan({ past }), anyPlan({ past }), anyPlan({ past })),
    graces: fc.array(fc.option(fc.integer({ min: 0, max: 600 })), { minLength: 4, maxLength: 4 }),
    start: fc.constantFrom('2026-01-01', '2024-01-31', '2027-02-28', '2026-04-01'),
    startPlan: fc.constantFrom(...IDS),
    annual: fc.boolean(),
    currency: fc.constantFrom('USD', 'USD', 'JPY'),
    refundDays: fc.constantFrom(1, 14, 60),
    offers: fc.boolean(),
    optIn: fc.boolean(),
    trial: perhaps(
      fc.record({
        days: fc.integer({ min: 1, max: 40 }),
        credits: credits(300),
        creditsExpire: fc.boolean(),
      }),
    ),
    policies: fc.record({
      prorationUnit: fc.constantFrom(...ProrationUnit.options),
      changeDay: fc.constantFrom(...ChangeDay.options),
      freeMonths: fc.constantFrom(...FreeMonths.options),
    }),
    changes: fc.uniqueArray(fc.record({ hour: hour(months), change }), {
      selector: (dated) => dated.hour,
      maxLength: 7,
    }),
    usage: fc.array(fc.oneof(fc.constant('0'), credits(400), credits(2500)), {
      minLength: months,
      maxLength: months,
    }),
    weekdays: anyWeekdays,
  }),
)

export const anyLife: fc.Arbitrary<Account> = draft.map((given) => {
  const [low, middle, high] = given.plans
  const { currency, refundDays } = given
  const plans = [
    planOf({ monthly: '0', credits: '100' }),
    low,
    sellingSeats(middle, 2),
    sellingSeats({ ...high, price: { monthly: high.price.monthly, annual: null } }, 5, null),
  ].map((plan, index) => ({
    ...withGrace(plan, given.graces[index] ?? null),
    id: IDS[index] ?? '',
    name: IDS[index] ?? '',
  }))
  const catalog = { ...catalogOf(plans, currency), refundDays: figure(refundDays) }
  const plan = catalog.plans.find(({ id }) => id === given.startPlan)
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Any',
    catalog,
    plan: given.startPlan,
    billing: given.annual && plan?.price.annual ? 'annual' : 'monthly',
    start: given.start,
    months: given.months,
    overage: { optIn: given.optIn && plan?.pastQuota.kind === 'postpaid' },
    offers: given.offers,
    ...(given.trial !== undefined && { trial: given.trial }),
    policies: given.policies,
    changes: given.changes.map(({ hour: hours, change: what }) =>
      AccountChange.parse({
        ...what,
        on: new Date(Date.parse(given.start) + hours * HOUR).toISOString(),
      }),
    ),
    usage: { kind: 'series', credits: given.usage, ...given.weekdays },
  })
  return { catalog, scenario }
})

const withGrace = (plan: Plan, grace: number | null): Plan =>
  grace === null ? plan : { ...plan, graceCredits: figure(String(grace)) }
