import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, curves, run } from '#main/engine/index.ts'
import { moneyText, creditsText } from '#main/engine/exact/amount.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { CompareInput, CurvesInput } from '#shared/comparison.ts'
import { at, catalogOf, valueOf } from '../engine/support/build.ts'
import { anyAccount } from './support/arbitrary-account.ts'
import { anyPlan, credits } from './support/arbitrary-plan.ts'
import { micros, sumOf } from './support/sums.ts'

const ladder = fc
  .array(anyPlan(), { minLength: 1, maxLength: 4 })
  .map((plans) => catalogOf(plans.map((plan, index) => ({ ...plan, id: `p${index}` }))))

const pattern = fc.oneof(
  fc.constant({ kind: 'flat' as const }),
  fc.record({
    kind: fc.constant('growth' as const),
    percent: fc.integer({ min: -100, max: 40 }).map(String),
  }),
  fc.record({
    kind: fc.constant('seasonal' as const),
    amplitude: fc.integer({ min: 0, max: 100 }).map(String),
    peakMonth: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant('spike' as const), month: fc.constant(1), multiple: credits(5) }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc
      .uniqueArray(fc.record({ month: fc.integer({ min: 2, max: 16 }), multiple: credits(5) }), {
        selector: ({ month }) => month,
        minLength: 1,
        maxLength: 4,
      })
      .map((steps) => steps.toSorted((a, b) => a.month - b.month)),
  }),
)

const terms = fc.record({
  usage: credits(1500),
  months: fc.integer({ min: 1, max: 14 }),
  billing: fc.constantFrom('monthly' as const, 'annual' as const),
  overage: fc.boolean(),
  offers: fc.boolean(),
  pattern,
})

test('a run nobody writes down comes to the same totals', () => {
  fc.assert(
    fc.property(anyAccount(), ({ catalog, scenario }) => {
      const plans = compileCatalog(catalog, scenario.policies)
      const lean = simulate(termsOfScenario(catalog, scenario, plans, at(plans, 0)))
      expect({
        total: moneyText(lean.subscription + lean.overage),
        subscription: moneyText(lean.subscription),
        overage: moneyText(lean.overage),
        packs: moneyText(lean.packs),
        topUps: moneyText(lean.topUps),
        usage: creditsText(lean.wantedCredits),
        grantedCredits: creditsText(lean.grantedCredits),
        poolCredits: creditsText(lean.pooledCredits),
        graceCredits: creditsText(lean.graceCredits),
        overageCredits: creditsText(lean.overageCredits),
        blockedCredits: creditsText(lean.blockedCredits),
        expiredCredits: creditsText(lean.expiredCredits),
        forfeitedCredits: creditsText(lean.forfeitedCredits),
        repaidCredits: creditsText(lean.repaidCredits),
        forgivenCredits: creditsText(lean.forgivenCredits),
        remainingCredits: creditsText(lean.remainingCredits),
        deficitCredits: creditsText(lean.deficitCredits),
      }).toEqual(valueOf(run(catalog, scenario)).totals)
    }),
    { numRuns: 2000 },
  )
})

test('the lean run of a comparison and the month-by-month telling of it agree', () => {
  fc.assert(
    fc.property(ladder, terms, (catalog, input) => {
      const focus = 'p0'
      const compared = valueOf(compare(catalog, CompareInput.parse({ ...input, catalog: 'test', focus })))
      const { months } = compared.focus
      const cost = compared.plans.find((plan) => plan.plan === focus)
      expect(months).toHaveLength(input.months)
      expect({
        total: sumOf(months.map((month) => month.total)),
        subscription: sumOf(months.map((month) => month.subscription)),
        overage: sumOf(months.map((month) => month.overage)),
        served: sumOf(months.flatMap((month) => [month.fromGrant, month.fromRollover, month.overageCredits])),
        fromRollover: sumOf(months.map((month) => month.fromRollover)),
        blocked: sumOf(months.map((month) => month.blockedCredits)),
        expired: sumOf(months.map((month) => month.expiredCredits)),
        forfeited: sumOf(months.map((month) => month.forfeitedCredits)),
        blockedMonths: months.filter((month) => month.blockedCredits !== '0').length,
        usage: sumOf(months.map((month) => month.usage)),
      }).toEqual({
        total: micros(cost?.total ?? ''),
        subscription: micros(cost?.subscription ?? ''),
        overage: micros(cost?.overage ?? ''),
        served: micros(cost?.servedCredits ?? ''),
        fromRollover: micros(cost?.fromRollover ?? ''),
        blocked: micros(cost?.blockedCredits ?? ''),
        expired: micros(cost?.expiredCredits ?? ''),
        forfeited: micros(cost?.forfeitedCredits ?? ''),
        blockedMonths: cost?.blockedMonths,
        usage: micros(compared.totalUsage),
      })
    }),
    { numRuns: 2000 },
  )
})

test('a comparison and a full run of the same account come to the same', () => {
  fc.assert(
    fc.property(anyAccount(), ({ catalog, scenario }) => {
      const usage = scenario.usage.kind === 'series' ? (scenario.usage.credits[0] ?? '0') : '0'
      const flat = { kind: 'pattern' as const, monthly: usage, pattern: { kind: 'flat' as const } }
      const { billing, months, offers } = scenario
      const optIn = catalog.plans[0]?.pastQuota.kind !== 'block'
      const full = run(catalog, {
        ...scenario,
        usage: flat,
        overage: { ...scenario.overage, optIn, spendLimit: undefined },
        policies: {},
      })
      const lean = compare(catalog, CompareInput.parse({ catalog: 'test', usage, months, billing, offers }))
      const [cost] = valueOf(lean).plans
      const { totals } = valueOf(full)
      expect(cost).toMatchObject({
        total: totals.total,
        overageCredits: totals.overageCredits,
        blockedCredits: totals.blockedCredits,
        expiredCredits: totals.expiredCredits,
        forfeitedCredits: totals.forfeitedCredits,
        remainingCredits: totals.remainingCredits,
      })
    }),
    { numRuns: 2000 },
  )
})

test('the same input gives the same bytes again', () => {
  fc.assert(
    fc.property(anyAccount(), ({ catalog, scenario }) => {
      const once = JSON.stringify(run(catalog, scenario))
      expect(JSON.stringify(run(structuredClone(catalog), structuredClone(scenario)))).toBe(once)
    }),
    { numRuns: 1000 },
  )
  fc.assert(
    fc.property(ladder, terms, (catalog, { usage, ...rest }) => {
      const drawn = () => [
        compare(catalog, CompareInput.parse({ catalog: 'test', usage, ...rest })),
        curves(catalog, CurvesInput.parse({ catalog: 'test', upTo: usage, ...rest })),
      ]
      expect(JSON.stringify(drawn())).toBe(JSON.stringify(drawn()))
    }),
    { numRuns: 100 },
  )
})
