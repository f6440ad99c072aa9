import * as fc from 'fast-check'
import type { Offer, PastQuota, Plan, Rollover } from '#shared/catalog.ts'
import type { Charge, Tier } from '#shared/charge.ts'
import { halfOff, planOf, type PlanTerms, postpaid, prepaid } from '../../engine/support/build.ts'

/** Whole cents, as a decimal string. */
const cents = (max: number) =>
  fc
    .integer({ min: 0, max })
    .map((count) => `${Math.floor(count / 100)}.${String(count % 100).padStart(2, '0')}`)

/** Credits: mostly whole, now and then with every decimal there is. */
export const credits = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max }).map(String) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 999_999 }))
        .map(([whole, micros]) => `${whole}.${String(micros).padStart(6, '0')}`),
    },
  )

const rate = fc.record({
  amount: cents(300),
  per: fc.constantFrom('1', '3', '7', '10', '1000', '0.5'),
})

const tiers: fc.Arbitrary<Tier[]> = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 900 }), rate, fee: fc.option(cents(500)) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => {
    let bound = 0
    return steps.map(({ width, rate: price, fee }, index) => {
      bound += width
      const upTo = index === steps.length - 1 ? null : String(bound)
      return { upTo, rate: price, ...(fee === null ? {} : { flatFee: fee }) }
    })
  })

/** Charges that never fall as the quantity rises. */
export const risingCharge: fc.Arbitrary<Charge> = fc.oneof(
  fc.record({ model: fc.constant('perUnit' as const), rate }),
  fc.record({ model: fc.constant('graduated' as const), tiers }),
)

const volume: fc.Arbitrary<Charge> = fc.record({ model: fc.constant('volume' as const), tiers })

const prepaidPlan: fc.Arbitrary<PastQuota> = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), cents(900))
  .map(([units, money]) => prepaid(String(units), money))

const block: PastQuota = { kind: 'block', source: 'test' }

export const risingPastQuota: fc.Arbitrary<PastQuota> = fc.oneof(
  fc.constant(block),
  prepaidPlan,
  risingCharge.map(postpaid),
)

export const pastQuota: fc.Arbitrary<PastQuota> = fc.oneof(
  { weight: 3, arbitrary: risingPastQuota },
  { weight: 1, arbitrary: volume.map(postpaid) },
)

const few = fc.integer({ min: 1, max: 3 })

export const rollover: fc.Arbitrary<Rollover> = fc.oneof(
  fc.constant<Rollover>({ kind: 'none' }),
  fc.record({ kind: fc.constant('age' as const), periods: few }),
  fc.record({ kind: fc.constant('cap' as const), multiple: few }),
  fc.record({
    kind: fc.constant('count' as const),
    carries: few,
    percent: fc.oneof(fc.constantFrom('0', '50', '75', '100'), fc.integer({ min: 0, max: 100 }).map(String)),
    validity: few,
  }),
)

export interface PlanChoices {
  readonly past?: fc.Arbitrary<PastQuota>
  readonly roll?: fc.Arbitrary<Rollover>
}

/** A plan of every policy the engine knows, small enough for a few hundred credits to pass its quota. */
export const anyPlan = ({ past = pastQuota, roll = rollover }: PlanChoices = {}): fc.Arbitrary<Plan> =>
  fc
    .record({
      monthly: cents(9000),
      annual: fc.option(fc.tuple(cents(90_000), fc.option(fc.integer({ min: 0, max: 11 }))), {
        nil: undefined,
      }),
      credits: credits(1000),
      rollover: roll,
      pastQuota: past,
      lowBalance: fc.constantFrom('0', '10', '33.3', '100'),
      offers: fc.constantFrom<Offer[]>([], [halfOff('monthly')], [halfOff('monthly', 'annual')]),
    })
    .map(({ annual, ...terms }) => planOf({ ...terms, ...yearly(annual) }))

/** A price a year, and how many of its months are free, where that is said. */
const yearly = (annual: readonly [string, number | null] | undefined): PlanTerms => {
  if (annual === undefined) return {}
  const [price, freeMonths] = annual
  return freeMonths === null ? { annual: price } : { annual: price, freeMonths }
}

/** Usage month by month, quiet and busy. */
export const anyUsage = (maxMonths = 14): fc.Arbitrary<string[]> =>
  fc.array(fc.oneof(fc.constant('0'), credits(400), credits(2500)), { minLength: 1, maxLength: maxMonths })
