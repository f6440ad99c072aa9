import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, crossovers, curves } from '#main/engine/index.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Comparison, Crossover, PlanCost } from '#shared/comparison.ts'
import { catalogOf, valueOf } from '../engine/support/build.ts'
import { anyPlan } from './support/arbitrary-plan.ts'
import { micros } from './support/sums.ts'

/*
 * Crossovers and envelopes are worked out from the unrounded costs. Here they are held against the bills of
 * `compare`, looked at one usage after another: a scan over a grid, every quota and tier bound, and the crossovers.
 * A bill rounds one overage line, so two bills may differ from two costs by half a cent each: one cent together.
 */

const CENT = 10_000n
/** Crossovers and stretches are written to the hundredth of a credit. */
const STEP = 10_000n

const ladder = fc
  .array(anyPlan(), { minLength: 2, maxLength: 4 })
  .map((plans) => catalogOf(plans.map((plan, index) => ({ ...plan, id: `p${index}` }))))

const creditsText = (amount: bigint): string =>
  `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`

const billed = (catalog: Catalog, usage: bigint): Comparison =>
  valueOf(
    compare(catalog, {
      usage: creditsText(usage),
      months: 1,
      billing: 'monthly',
      overage: true,
      offers: false,
      pattern: { kind: 'flat' },
      customTerms: {},
      focus: 'p0',
    }),
  )

/** Just before, at and just after every place where a cost may bend or jump, and an even grid beyond them all. */
function scanned(catalog: Catalog, crossings: readonly (string | null)[]): readonly bigint[] {
  const places = [...catalog.plans.flatMap(bendsOf), ...crossings.flatMap((usage) => usage ?? [])].map(micros)
  const around = places.flatMap((place) => [place - STEP, place, place + STEP, place + 2n * STEP])
  const far = places.reduce((most, place) => (place > most ? place : most), 1_000_000n) * 2n
  const grid = Array.from({ length: 24 }, (_, index) => (far * BigInt(index)) / 23n)
  return [...around, ...grid].filter((usage) => usage >= 0n)
}

function bendsOf({ credits, pastQuota }: Plan): readonly string[] {
  const quota = micros(credits.value)
  if (pastQuota.kind !== 'postpaid') return [credits.value]
  const charge = pastQuota.charge.value
  if (charge.model !== 'graduated' && charge.model !== 'volume') return [credits.value]
  const bounds = charge.tiers.flatMap((tier) => tier.upTo ?? [])
  return [credits.value, ...bounds.map((bound) => creditsText(quota + micros(bound)))]
}

const costOf = ({ plans }: Comparison, id: string): PlanCost => {
  const found = plans.find((plan) => plan.plan === id)
  if (found === undefined) throw new Error(`no plan ${id}`)
  return found
}

const blocks = (cost: PlanCost): boolean => cost.blockedCredits !== '0'

/** Whether, judged by the bills, staying on `from` may still be the cheaper choice. */
function isStillCheaper(comparison: Comparison, { from, to }: Crossover): boolean {
  const [lower, upper] = [costOf(comparison, from), costOf(comparison, to)]
  return blocks(upper) || (!blocks(lower) && micros(lower.total) <= micros(upper.total) + CENT)
}

/** Whether, judged by the bills, `from` may have come to cost at least as much. */
function mayHaveCrossed(comparison: Comparison, { from, to }: Crossover): boolean {
  const [lower, upper] = [costOf(comparison, from), costOf(comparison, to)]
  return !blocks(upper) && (blocks(lower) || micros(lower.total) + CENT >= micros(upper.total))
}

describe('crossovers agree with the bills', () => {
  test('below a crossover the lower plan is the cheaper one; at it, no longer; without one, it always is', () => {
    fc.assert(
      fc.property(ladder, (catalog) => {
        const found = valueOf(crossovers(catalog))
        const usages = scanned(
          catalog,
          found.map((crossover) => crossover.usage),
        )
        const bills = new Map(usages.map((usage) => [usage, billed(catalog, usage)]))
        for (const crossover of found) {
          const at = crossover.usage === null ? null : micros(crossover.usage)
          const below = [...bills].filter(([usage]) => at === null || usage < at - STEP)
          const wrong = below.filter(([, comparison]) => !isStillCheaper(comparison, crossover))
          expect(wrong.map(([usage]) => creditsText(usage))).toEqual([])
          const near = [...bills].filter(([usage]) => at !== null && usage >= at - STEP && usage <= at + STEP)
          expect(at === null || near.some(([, comparison]) => mayHaveCrossed(comparison, crossover))).toBe(
            true,
          )
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('what the upper plan costs at the crossover is what it is billed there', () => {
    fc.assert(
      fc.property(ladder, (catalog) => {
        for (const { usage, monthly, to } of valueOf(crossovers(catalog))) {
          const around = usage === null ? [] : [-STEP, 0n, STEP].map((step) => micros(usage) + step)
          const totals = around
            .filter((each) => each >= 0n)
            .map((each) => micros(costOf(billed(catalog, each), to).total))
          const cost = micros(monthly ?? '0')
          const least = totals.reduce((low, total) => (total < low ? total : low), cost)
          const most = totals.reduce((high, total) => (total > high ? total : high), cost)
          // between the bills on either side: it may jump right there
          expect(least <= cost && cost <= most).toBe(true)
          expect(totals.length === 0 || least < cost || most > cost || totals.includes(cost)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('the envelope names a plan whose bill is the lowest that blocks nothing, at every usage looked at', () => {
  fc.assert(
    fc.property(ladder, fc.integer({ min: 1, max: 6000 }), (catalog, upTo) => {
      const { envelope } = valueOf(
        curves(catalog, {
          upTo: String(upTo),
          shorten: false,
          months: 1,
          billing: 'monthly',
          overage: true,
          offers: false,
          pattern: { kind: 'flat' },
          customTerms: {},
        }),
      )
      expect(envelope[0]?.from).toBe('0')
      expect(micros(envelope.at(-1)?.to ?? '')).toBe(BigInt(upTo) * 1_000_000n)
      expect(envelope.slice(1).map((stretch) => stretch.from)).toEqual(
        envelope.slice(0, -1).map((stretch) => stretch.to),
      )
      for (const usage of scanned(catalog, [])) {
        const stretch = envelope.find(
          ({ from, to }) => usage > micros(from) + STEP && usage < micros(to) - STEP,
        )
        if (stretch === undefined) continue
        const comparison = billed(catalog, usage)
        const named = stretch.plan === null ? null : costOf(comparison, stretch.plan)
        const cheapest = comparison.cheapest === null ? null : costOf(comparison, comparison.cheapest)
        expect(named === null).toBe(cheapest === null)
        expect(named !== null && blocks(named)).toBe(false)
        expect(micros(named?.total ?? '0') <= micros(cheapest?.total ?? '0') + CENT).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
