import * as fc from 'fast-check'
import type { Charge, Free, Tier } from '#shared/charge.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Policies } from '#shared/policies.ts'

const text = (micros: number): string =>
  `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`

const amount = (max: number) => fc.integer({ min: 0, max }).map(text)
const size = (max: number) => fc.integer({ min: 10_000, max }).map(text)
const money = amount(20_000_000)
const rate = fc.record({
  amount: amount(3_000_000),
  per: fc.oneof(fc.constantFrom('1', '1000'), size(9_000_000)),
})

const tiers: fc.Arbitrary<Tier[]> = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 200_000_000 }), rate, fee: fc.option(money) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => {
    let bound = 0
    return steps.map(({ width, rate: price, fee }, index) => {
      bound += width
      const upTo = index === steps.length - 1 ? null : text(bound)
      return { upTo, rate: price, ...(fee === null ? {} : { flatFee: fee }) }
    })
  })

const free: fc.Arbitrary<Free> = fc.oneof(
  fc.record({ kind: fc.constant('quantity' as const), units: amount(300_000_000) }),
  fc.record({ kind: fc.constant('amount' as const), amount: money }),
)

const percentage = fc
  .record(
    { percent: amount(20_000_000), fixed: money, bounds: fc.tuple(amount(9_000_000), amount(9_000_000)) },
    { requiredKeys: ['percent'] },
  )
  .map(({ percent, fixed, bounds }) => {
    const [minimum = '0', maximum = '0'] = bounds?.toSorted((a, b) => Number(a) - Number(b)) ?? []
    return {
      model: 'percentage' as const,
      percent,
      ...(fixed === undefined ? {} : { fixed }),
      ...(bounds === undefined ? {} : { minimum, maximum }),
    }
  })

const model: fc.Arbitrary<Charge> = fc.oneof(
  fc.record({ model: fc.constant('flat' as const), amount: money }),
  fc.record({ model: fc.constant('perUnit' as const), rate }),
  fc.record({ model: fc.constant('package' as const), amount: money, size: size(90_000_000) }),
  fc.record({ model: fc.constant('graduated' as const), tiers }),
  fc.record({ model: fc.constant('volume' as const), tiers }),
  percentage,
)

/** A charge of any model, with or without something free. */
export const anyCharge: fc.Arbitrary<Charge> = fc
  .tuple(model, fc.option(free))
  .map(([charge, gift]) => (gift === null ? charge : { ...charge, free: gift }))

/** The settings that concern charges, with all others at their defaults. */
export const anyPolicies: fc.Arbitrary<Policies> = fc
  .record({
    packageRates: fc.constantFrom('startedBlocks' as const, 'linear' as const),
    flatFeeAtZero: fc.constantFrom('charged' as const, 'notCharged' as const),
    freeUnits: fc.constantFrom('quantity' as const, 'amount' as const),
  })
  .map((settings) => ({ ...DEFAULT_POLICIES, ...settings }))

/** Micros of a unit, many of them near the bounds that `anyCharge` makes. */
export const anyQuantity: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 900_000_000 }),
  fc.integer({ min: 0, max: 900 }).map((whole) => whole * 1_000_000),
  fc.integer({ min: 0, max: 10 ** 11 }),
)
