import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { compare, curves } from '#main/engine/index.ts'
import { patternSeries } from '#main/engine/scenario/usage-curve.ts'
import { creditsText, toMicros } from '#main/engine/exact/amount.ts'
import { CompareInput, type Comparison, CurvesInput, type PlanCost } from '#shared/comparison.ts'
import { cheapestPlans, nearMiss, ranked } from '#renderer/finding/ranking.ts'
import { stretchAt } from '#renderer/finding/stretch.ts'
import { valueOf } from '../engine/support/build.ts'
import { micros } from './support/sums.ts'

/*
 * What the screen says of plans is what an answer of the engine says, to the last digit. Each figure is worked out here
 * once more from the answer's own amounts, in whole millionths.
 */

const percent = fc.integer({ min: 0, max: 100 }).map(String)
const pattern = fc.oneof(
  fc.constant({ kind: 'flat' as const }),
  // 30,000,000 credits growing by 30 % for 14 months are 3.8 billion: within what can be billed exactly.
  fc.record({ kind: fc.constant('growth' as const), percent: fc.integer({ min: 0, max: 30 }).map(String) }),
  fc.record({
    kind: fc.constant('seasonal' as const),
    amplitude: percent,
    peakMonth: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant('spike' as const),
    month: fc.integer({ min: 1, max: 14 }),
    multiple: fc.integer({ min: 0, max: 40 }).map(String),
  }),
)

const agreed = fc.record(
  {
    monthly: fc.integer({ min: 1, max: 5000 }).map(String),
    annual: fc.integer({ min: 1, max: 50_000 }).map(String),
    credits: fc.integer({ min: 0, max: 30_000_000 }).map(String),
    overagePerThousand: fc.integer({ min: 0, max: 99 }).map((cents) => `0.${String(cents).padStart(2, '0')}`),
    basicSeats: fc.nat(5000),
  },
  { requiredKeys: [] },
)

const asked = fc
  .record({
    catalog: fc.constantFrom(...presets),
    months: fc.integer({ min: 1, max: 14 }),
    billing: fc.constantFrom('monthly' as const, 'annual' as const),
    overage: fc.boolean(),
    offers: fc.boolean(),
    pattern,
    enterprise: agreed,
    usage: fc.integer({ min: 0, max: 30_000_000 }).map(String),
  })
  .map(({ catalog, enterprise, ...terms }) => ({
    catalog,
    input: CompareInput.parse({
      ...terms,
      catalog: catalog.id,
      customTerms: catalog.plans.some(({ id, custom }) => custom && id === 'enterprise')
        ? { enterprise }
        : {},
      focus: catalog.plans.at(-1)?.id ?? null,
    }),
  }))

const blocked = ({ blockedCredits }: PlanCost): bigint => micros(blockedCredits)
const total = (cost: PlanCost): bigint => micros(cost.total)
const ids = (costs: readonly PlanCost[]) => costs.map(({ plan }) => plan)
const compared = ({
  catalog,
  input,
}: {
  catalog: (typeof presets)[number]
  input: CompareInput
}): Comparison => valueOf(compare(catalog, input))

test('the ranking on screen is by what is blocked, then by cost, then by the ladder, with every tie and near miss', () =>
  fc.assert(
    fc.property(asked, (question) => {
      const comparison = compared(question)
      const { plans } = comparison
      const places = new Map(plans.map(({ plan }, place) => [plan, place]))
      const order = ranked(comparison)
      expect(ids(order).toSorted()).toEqual(ids(plans).toSorted())
      for (const [index, next] of order.slice(1).entries()) {
        const before = order[index]
        if (before === undefined) throw new Error('Each plan but the first follows one.')
        const gaps = [
          blocked(next) - blocked(before),
          total(next) - total(before),
          BigInt((places.get(next.plan) ?? 0) - (places.get(before.plan) ?? 0)),
        ]
        expect((gaps.find((gap) => gap !== 0n) ?? 0n) > 0n).toBe(true)
      }
      const serving = plans.filter((plan) => blocked(plan) === 0n)
      const least = serving
        .map(total)
        .reduce<bigint | null>((low, one) => (low === null || one < low ? one : low), null)
      expect(ids(cheapestPlans(comparison))).toEqual(ids(serving.filter((plan) => total(plan) === least)))
      const cheaper = plans.filter((plan) => least !== null && blocked(plan) > 0n && total(plan) < least)
      expect(comparison.cheaperButBlocking.toSorted()).toEqual(ids(cheaper).toSorted())
      const miss = nearMiss(comparison)
      const near = cheaper.filter((plan) => 2n * blocked(plan) < micros(comparison.totalUsage))
      expect(miss === null).toBe(near.length === 0)
      expect(near.every((plan) => miss !== null && blocked(miss) <= blocked(plan))).toBe(true)
    }),
    { numRuns: 150 },
  ))

test('the usage of each month on screen is the one that is billed, and adds up to all of it', () =>
  fc.assert(
    fc.property(asked, (question) => {
      const { focus, usageByMonth, totalUsage } = compared(question)
      const { usage, months, pattern: of } = question.input
      expect(usageByMonth).toEqual(patternSeries(of, toMicros(usage), months).map(creditsText))
      expect(usageByMonth).toEqual(focus.months.map((month) => month.usage))
      expect(usageByMonth.reduce((sum, month) => sum + micros(month), 0n)).toBe(micros(totalUsage))
    }),
    { numRuns: 100 },
  ))

test('the plan on screen is the one that is billed: the agreed figures, and the catalogue’s in place of every other', () =>
  fc.assert(
    fc.property(asked, (question) => {
      const { focus } = compared(question)
      const listed = question.catalog.plans.find(({ id }) => id === focus.plan)
      const terms = question.input.customTerms[focus.plan] ?? {}
      expect(focus.terms.price.monthly.value).toBe(terms.monthly ?? listed?.price.monthly.value)
      expect(focus.terms.price.annual?.value).toBe(terms.annual ?? listed?.price.annual?.value)
      expect(focus.terms.credits.value).toBe(terms.credits ?? listed?.credits.value)
      expect(focus.terms.seats.basic.value).toBe(terms.basicSeats ?? listed?.seats.basic.value)
      const first = focus.months[0]
      const granted = [
        first?.fromGrant,
        first?.closingCredits,
        first?.expiredCredits,
        first?.forfeitedCredits,
      ]
      expect(granted.reduce((sum, credits) => sum + micros(credits ?? '0'), 0n)).toBe(
        micros(focus.terms.credits.value),
      )
      const above = focus.months.map(
        ({ fromGrant, fromRollover }) =>
          micros(fromGrant) + micros(fromRollover) - micros(focus.terms.credits.value),
      )
      expect(micros(focus.aboveQuotaCredits)).toBe(
        above.reduce((sum, credits) => sum + (credits > 0n ? credits : 0n), 0n),
      )
    }),
    { numRuns: 100 },
  ))

test('the stretch on screen holds the usage: its plan is the cheapest there but for the rounding of bills', () =>
  fc.assert(
    fc.property(asked, ({ catalog, input }) => {
      const flat = { ...input, pattern: { kind: 'flat' as const }, months: 1 }
      const { envelope } = valueOf(
        curves(catalog, CurvesInput.parse({ ...curveTerms(flat), upTo: '40000000' })),
      )
      const stretch = envelope[stretchAt(envelope, input.usage)]
      const comparison = compared({ catalog, input: flat })
      const named = comparison.plans.find(({ plan }) => plan === stretch?.plan)
      const [best] = cheapestPlans(comparison)
      expect(named === undefined).toBe(best === undefined)
      if (named === undefined || best === undefined) return
      expect(blocked(named)).toBe(0n)
      // Each bill rounds its overage by half a cent at most.
      expect(total(named) - total(best) <= 10_000n).toBe(true)
    }),
    { numRuns: 60 },
  ))

const curveTerms = ({ usage: _usage, focus: _focus, ...terms }: CompareInput) => terms
