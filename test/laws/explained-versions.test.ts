import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bestUpgrades,
  type BillAs,
  billedAs,
  bothFailures,
  compareVariants,
  explainFailure,
  explainUpgrade,
  explainVariant,
} from '#main/engine/index.ts'
import { type LostKind, Variant } from '#shared/analysis.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { Result } from '#shared/problem.ts'
import type { Reference } from '#shared/reference.ts'
import type { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyOfAll } from './support/any-account.ts'
import type { Account } from './support/arbitrary-account.ts'
import { micros, sumOf } from './support/sums.ts'

/*
 * What an account comes to when it is billed another way is told by lean runs beside each other, and explained by a run in
 * full: both have to say the same.
 */

const billing =
  ({ catalog, scenario }: Account): BillAs =>
  (version) =>
    billedAs({ catalog, scenario }, version)

/** What an explanation ends in, once its parts were seen to add up to it. */
function explained(told: Result<Explanation>): bigint {
  const { steps } = valueOf(told)
  const last = micros(steps.at(-1)?.amount ?? '')
  expect(sumOf(steps.filter(({ isSum }) => isSum === undefined).map(({ amount }) => amount))).toBe(last)
  return last
}

/** What an account does not serve in all; where that is nothing there is no explanation of it. */
function blockedBy(why: (of: Reference) => Result<Explanation>): bigint {
  const told = why({ kind: 'block' })
  return told.ok ? explained(told) : 0n
}

const VARIANTS = [
  { name: 'as it is' },
  { name: 'more', usageFactor: '1.37' },
  { name: 'nothing', usageFactor: '0' },
  { name: 'no changes', changes: [] },
  { name: 'opted in', overage: { optIn: true } },
  { name: 'yearly', billing: 'annual' },
].map((variant) => Variant.parse(variant))

const [AS_IT_IS = { name: 'as it is' }] = VARIANTS

const lost = (kind: LostKind): Reference =>
  kind === 'expired' || kind === 'forfeited' ? { kind: 'lost', of: kind } : { kind: 'block', cause: kind }

const numRuns = 60

describe('the explanation of', () => {
  test('a variant ends in what the comparison says: its total, its difference and what it blocks', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyOfAll, (account) => {
        const billed = billing(account)
        const rows = valueOf(compareVariants(account.catalog, account.scenario, VARIANTS))
        for (const [place, variant] of VARIANTS.entries()) {
          const row = rows[place]
          if (row?.kind !== 'billed') continue
          const why = (of: Parameters<typeof explainVariant>[1]['of']) =>
            explainVariant(billed, { kind: 'variant', variant, of })
          expect(explained(why({ kind: 'total' }))).toBe(micros(row.cost.total))
          expect(explained(why({ kind: 'difference', baseline: AS_IT_IS }))).toBe(micros(row.difference))
          for (const { kind, credits } of row.lost) {
            const of = lost(kind)
            expect(explained(why(of))).toBe(micros(credits))
            seen.add(of.kind)
          }
          expect(blockedBy(why)).toBe(micros(row.cost.blockedCredits))
        }
      }),
      { numRuns },
    )
    expect([...seen].toSorted()).toEqual(['block', 'lost'])
  })

  test('both failures ends in what stands side by side', () => {
    let flowing = 0
    fc.assert(
      fc.property(anyOfAll, (account) => {
        const billed = billing(account)
        const rows = bothFailures(account.catalog, account.scenario)
        for (const row of rows.ok ? rows.value : []) {
          if (row.kind === 'refused') continue
          const why = (overage: boolean, of: Parameters<typeof explainFailure>[1]['of']) =>
            explainFailure(billed, { kind: 'failure', plan: row.plan, overage, of })
          expect(explained(why(false, { kind: 'total' }))).toBe(micros(row.blocked.total))
          expect(blockedBy((of) => why(false, of))).toBe(micros(row.blocked.blockedCredits))
          if (row.overflow === null) continue
          expect(explained(why(true, { kind: 'total' }))).toBe(micros(row.overflow.total))
          expect(blockedBy((of) => why(true, of))).toBe(micros(row.overflow.blockedCredits))
          flowing += 1
        }
      }),
      { numRuns },
    )
    expect(flowing).toBeGreaterThan(20)
  })

  test('a day of an upgrade ends in its cost, its regret and what it blocks', () => {
    let days = 0
    fc.assert(
      fc.property(anyOfAll, (account) => {
        const billed = billing(account)
        for (const plan of plansBeside(account.scenario, account)) {
          const { best, plans } = valueOf(
            bestUpgrades(account.catalog, account.scenario, [plan], { mostDays: 5 }),
          )
          const [tried] = plans
          if (tried?.kind !== 'tried') continue
          for (const day of tried.days) {
            const why = (of: Parameters<typeof explainUpgrade>[1]['of']) =>
              explainUpgrade(billed, { kind: 'upgrade', move: { plan, on: day.on }, of })
            const beside = best ?? { plan, on: null }
            expect(explained(why({ kind: 'withinRun' }))).toBe(micros(day.attributable))
            expect(explained(why({ kind: 'total' }))).toBe(micros(day.total))
            expect(explained(why({ kind: 'regret', beside }))).toBe(micros(day.regret))
            expect(blockedBy(why)).toBe(micros(day.blockedCredits))
            days += 1
          }
        }
      }),
      { numRuns },
    )
    expect(days).toBeGreaterThan(50)
  })
})

const plansBeside = ({ plan }: Scenario, { catalog }: Account): readonly string[] =>
  catalog.plans.map(({ id }) => id).filter((id) => id !== plan)
