import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeCosts, run } from '#main/engine/index.ts'
import { CostDimension } from '#shared/analysis.ts'
import { valueOf } from '../engine/support/build.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 1000 }

/** One dimension, or several in any order. */
const dimensions = fc.shuffledSubarray([...CostDimension.options], { minLength: 1 })

const accounts: fc.Arbitrary<Account> = fc.oneof(anyPeople, anyLife)

describe('the costs of an account, by whatever they are told apart', () => {
  test('sum to its invoices, its credits to what was served', () => {
    fc.assert(
      fc.property(accounts, dimensions, ({ catalog, scenario }, by) => {
        const { totals, invoices } = valueOf(run(catalog, scenario))
        const shares = valueOf(attributeCosts(catalog, scenario, by))
        const costs = sumOf(shares.map(({ cost }) => cost))
        expect(costs).toBe(sumOf(invoices.map(({ total }) => total)))
        expect(costs).toBe(micros(totals.total))
        const sum = (field: 'credits' | 'overageCredits') => sumOf(shares.map((share) => share[field]))
        expect(sum('credits')).toBe(sumOf([totals.poolCredits, totals.graceCredits, totals.overageCredits]))
        expect(sum('overageCredits')).toBe(micros(totals.overageCredits))
        const values = shares.map((share) => JSON.stringify(share.values))
        expect(new Set(values).size).toBe(values.length)
      }),
      RUNS,
    )
  })

  test('by several at once they sum to what each comes to by the first alone', () => {
    fc.assert(
      fc.property(accounts, dimensions, ({ catalog, scenario }, by) => {
        const first = by.slice(0, 1)
        const fine = valueOf(attributeCosts(catalog, scenario, by))
        for (const whole of valueOf(attributeCosts(catalog, scenario, first))) {
          const parts = fine.filter(({ values: [value] }) => value === whole.values[0])
          expect(sumOf(parts.map(({ cost }) => cost))).toBe(micros(whole.cost))
          expect(sumOf(parts.map(({ credits }) => credits))).toBe(micros(whole.credits))
        }
      }),
      RUNS,
    )
  })

  test('by period, overage lies in the period it was used in', () => {
    fc.assert(
      fc.property(anyLife, ({ catalog, scenario }) => {
        const { periods } = valueOf(run(catalog, scenario))
        const shares = valueOf(attributeCosts(catalog, scenario, ['period']))
        for (const { index, overageCredits } of periods) {
          const share = shares.find(({ values: [value] }) => value === String(index))
          expect(micros(share?.overageCredits ?? '0')).toBe(micros(overageCredits))
        }
      }),
      RUNS,
    )
  })
})
