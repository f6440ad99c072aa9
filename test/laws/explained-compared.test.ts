import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, explainCompared } from '#main/engine/index.ts'
import { ComparisonTerms } from '#shared/comparison.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { Result } from '#shared/problem.ts'
import type { Reference } from '#shared/reference.ts'
import { catalogOf, valueOf } from '../engine/support/build.ts'
import { anyPlan } from './support/arbitrary-plan.ts'
import { micros, sumOf } from './support/sums.ts'

/** What an explanation ends in, once its parts were seen to add up to it; nothing where there is none. */
function explained(told: Result<Explanation>): bigint {
  if (!told.ok) return 0n
  const { steps } = told.value
  const last = micros(steps.at(-1)?.amount ?? '')
  expect(sumOf(steps.filter(({ isSum }) => isSum === undefined).map(({ amount }) => amount))).toBe(last)
  return last
}

const anyTerms = fc.record({
  months: fc.integer({ min: 1, max: 14 }),
  billing: fc.constantFrom('monthly', 'annual'),
  overage: fc.boolean(),
  offers: fc.boolean(),
  pattern: fc.constantFrom({ kind: 'flat' }, { kind: 'growth', percent: '8' }),
})

test('the explanation of each plan that is compared ends in what the comparison says of it', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      anyPlan(),
      anyPlan(),
      anyTerms,
      fc.integer({ min: 0, max: 4000 }),
      (low, high, asked, usage) => {
        const catalog = catalogOf([
          { ...low, id: 'low', name: 'low' },
          { ...high, id: 'high', name: 'high' },
        ])
        const { catalog: _own, ...terms } = ComparisonTerms.parse({ ...asked, catalog })
        const compared = valueOf(compare(catalog, { ...terms, usage: String(usage), focus: null }))
        for (const cost of compared.plans) {
          const why = (of: Reference) =>
            explained(
              explainCompared(catalog, {
                ...terms,
                usage: String(usage),
                reference: { kind: 'compared', plan: cost.plan, of },
              }),
            )
          const told: readonly (readonly [Reference, string])[] = [
            [{ kind: 'total' }, cost.total],
            [{ kind: 'total', of: cost.pastQuota === 'prepaid' ? 'prepaidUsage' : 'overage' }, cost.overage],
            [{ kind: 'block' }, cost.blockedCredits],
            [{ kind: 'lost', of: 'expired' }, cost.expiredCredits],
            [{ kind: 'lost', of: 'forfeited' }, cost.forfeitedCredits],
          ]
          for (const [of, figure] of told) {
            expect([of, why(of)]).toEqual([of, micros(figure)])
            if (micros(figure) > 0n) seen.add(JSON.stringify(of))
          }
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(seen.size).toBe(6)
})
