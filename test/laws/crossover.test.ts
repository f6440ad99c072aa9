import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComparisonSetup, setUpComparison } from '#main/engine/analysis/comparison-setup.ts'
import { CostFunction } from '#main/engine/analysis/cost-function.ts'
import { crossoversOf, firstCrossing } from '#main/engine/analysis/crossover.ts'
import { envelopeOf } from '#main/engine/analysis/envelope.ts'
import { minus } from '#main/engine/exact/rational.ts'
import type { Charge } from '#shared/charge.ts'
import { catalogOf, planOf, postpaid, valueOf } from '../engine/support/build.ts'
import { anyPolicies } from './support/arbitrary-charge.ts'

/*
 * Plans so small that every usage can be looked at: quotas, blocks and tiers of a few micro-credits, up to far more
 * blocks than a curve has room for.
 */

const UP_TO = 400
const micros = (count: number) => `0.${String(count).padStart(6, '0')}`
const few = (max: number) => fc.integer({ min: 1, max }).map(micros)
const cents = (max: number) =>
  fc.integer({ min: 0, max }).map((count) => `0.${String(count).padStart(2, '0')}`)
const price = cents(60)
const rate = fc.record({ amount: cents(9), per: few(5) })

const charge: fc.Arbitrary<Charge> = fc.oneof(
  fc.record({ model: fc.constant('package' as const), amount: cents(9), size: few(9) }),
  fc.record({
    model: fc.constant('package' as const),
    amount: cents(9),
    size: few(9),
    free: fc.record({ kind: fc.constant('quantity' as const), units: few(90) }),
  }),
  fc.record({
    model: fc.constant('package' as const),
    amount: cents(9),
    size: few(9),
    free: fc.record({ kind: fc.constant('amount' as const), amount: cents(90) }),
  }),
  fc.record({ model: fc.constant('perUnit' as const), rate }),
  fc.record({ model: fc.constant('flat' as const), amount: price }),
  fc.record({
    model: fc.constantFrom('graduated' as const, 'volume' as const),
    tiers: fc.tuple(rate, rate, price, few(90)).map(([first, second, flatFee, upTo]) => [
      { upTo, rate: first },
      { upTo: null, rate: second, flatFee },
    ]),
  }),
)

const plan = fc.record({
  monthly: price,
  credits: few(50),
  charge,
  isBlocking: fc.nat(9).map((n) => n === 0),
})

const setups: fc.Arbitrary<ComparisonSetup> = fc
  .tuple(fc.array(plan, { minLength: 2, maxLength: 4 }), anyPolicies)
  .map(([plans, policies]) => {
    const offered = plans.map(({ isBlocking, charge: sold, ...terms }, index) =>
      planOf({ id: `p${index}`, ...terms, ...(isBlocking ? {} : { pastQuota: postpaid(sold) }) }),
    )
    return valueOf(
      setUpComparison(
        { ...catalogOf(offered), policies },
        {
          months: 1,
          billing: 'monthly',
          overage: true,
          offers: false,
          pattern: { kind: 'flat' },
          customTerms: {},
        },
      ),
    )
  })

const costsOf = (setup: ComparisonSetup) => setup.plans.map((each) => new CostFunction(setup, each))

const USAGES = Array.from({ length: UP_TO + 1 }, (_, usage) => usage)

test('the first crossing is the first usage at which the lower plan costs as much, looked up one by one', () =>
  fc.assert(
    fc.property(setups, (setup) => {
      const [from, to] = costsOf(setup)
      if (from === undefined || to === undefined) throw new Error('There are two plans at least.')
      const byLooking = USAGES.find((usage) => {
        const [lower, upper] = [from.at(usage), to.at(usage)]
        return upper !== null && (lower === null || minus(lower, upper).numerator >= 0n)
      })
      expect(firstCrossing(from, to, UP_TO, [])).toBe(byLooking ?? null)
    }),
    { numRuns: 2000 },
  ))

test('a crossover names a cheaper plan exactly where one of all plans, looked up one by one, costs less', () =>
  fc.assert(
    fc.property(setups, (setup) => {
      const costs = costsOf(setup)
      const envelope = envelopeOf(costs, UP_TO, [])
      const pairs = costs.flatMap((from, rank) => costs.slice(rank + 1).map((to) => ({ from, to })))
      const found = crossoversOf({ costs, upTo: UP_TO, months: 1, grid: [], envelope }, 'all')
      expect(found.map(({ from, to }) => [from, to])).toEqual(
        pairs.map(({ from, to }) => [from.plan.id, to.plan.id]),
      )
      for (const [index, { from, to }] of pairs.entries()) {
        const usage = firstCrossing(from, to, UP_TO, [])
        const cost = usage === null ? null : to.at(usage)
        const lower = costs.filter((other) => {
          const own = usage === null ? null : other.at(usage)
          return own !== null && cost !== null && minus(own, cost).numerator < 0n
        })
        const cheaper = found[index]?.cheaper ?? null
        expect(cheaper === null).toBe(lower.length === 0)
        expect(cheaper === null || lower.some(({ plan: { id } }) => id === cheaper.plan)).toBe(true)
      }
    }),
    { numRuns: 500 },
  ))

test('the envelope names the cheapest plan at every usage, looked up one by one', () =>
  fc.assert(
    fc.property(setups, (setup) => {
      const costs = costsOf(setup)
      const byLooking = USAGES.map((usage) => {
        let best: CostFunction | null = null
        for (const cost of costs) {
          const [own, least] = [cost.at(usage), best?.at(usage) ?? null]
          if (own !== null && (least === null || minus(own, least).numerator < 0n)) best = cost
        }
        return best?.plan.id ?? null
      })
      // A stretch starts where the one before ends, so the last one to reach a usage tells only from there on.
      const stretches = envelopeOf(costs, UP_TO, [])
      const byEnvelope = USAGES.map((usage) => stretches.find(({ to }) => usage <= to)?.plan ?? null)
      expect(byEnvelope).toEqual(byLooking)
    }),
    { numRuns: 1000 },
  ))
