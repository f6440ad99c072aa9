import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardOf, differenceOf } from '#main/engine/index.ts'
import { succeed } from '#shared/problem.ts'
import { ResultsDifference } from '#shared/results-difference.ts'
import { ScenarioCard } from '#shared/scenario-card.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyInvoiced } from './support/arbitrary-invoicing.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'
import { billed, type Run } from './support/law-of.ts'
import { micros, sumOf } from './support/sums.ts'

const anyAccount = fc.oneof(anyWholeLife, anyInvoiced())
const RUNS = { numRuns: 500 }

/** What can stand out of such totals: what was blocked comes first, and then what was used beyond the credits. */
function findingKind(totals: Run['totals']): string {
  if (micros(totals.usage) === 0n) return 'noUsage'
  if (micros(totals.blockedCredits) > 0n) return 'blocked'
  if (micros(totals.overageCredits) > 0n) return 'beyond'
  return micros(totals.expiredCredits) + micros(totals.forfeitedCredits) > 0n ? 'lost' : 'within'
}

describe('short views of any account', () => {
  test('are of the run: the months sum to its total, and what is blocked is what it blocks', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const { totals } = billed(account)
        const card = ScenarioCard.parse(valueOf(cardOf(account.catalog, account.scenario)))
        expect(card.total).toBe(totals.total)
        expect(sumOf(card.months.map(({ total }) => total))).toBe(micros(totals.total))
        expect(card.finding.kind).toBe(findingKind(totals))
        expect('credits' in card.finding ? card.finding.credits : null).toBe(
          {
            blocked: totals.blockedCredits,
            beyond: totals.overageCredits,
            noUsage: null,
            lost: null,
            within: null,
          }[card.finding.kind],
        )
      }),
      RUNS,
    )
  })

  test('side by side, each side is its run, the difference is theirs, and causes sum to what is blocked', () => {
    fc.assert(
      fc.property(anyWholeLife, anyWholeLife, (one, other) => {
        const told = ResultsDifference.parse(differenceOf(succeed(one), succeed(other)))
        const [left, right] = [billed(one).totals, billed(other).totals]
        const money = new Map(told.money.map((row) => [row.what, row]))
        const credits = new Map(told.credits.map((row) => [row.what, row]))
        for (const what of ['total', 'subscription', 'overage', 'packs', 'topUps'] as const)
          expect(money.get(what)).toMatchObject({ left: left[what], right: right[what] })
        for (const { left: from, right: to, difference } of [
          ...told.money.filter((row) => row.difference !== null),
          ...told.credits,
          ...told.blocked,
        ])
          expect(micros(difference ?? '')).toBe(micros(to) - micros(from))
        const lost = credits.get('blocked')
        expect([lost?.left, lost?.right]).toEqual([left.blockedCredits, right.blockedCredits])
        expect(sumOf(told.blocked.map((row) => row.left))).toBe(micros(left.blockedCredits))
        expect(sumOf(told.blocked.map((row) => row.right))).toBe(micros(right.blockedCredits))
      }),
      RUNS,
    )
  })
})
