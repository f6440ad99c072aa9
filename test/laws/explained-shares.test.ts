import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeCosts, explainShare, run } from '#main/engine/index.ts'
import { CostDimension } from '#shared/analysis.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { micros, sumOf } from './support/sums.ts'

const dimensions = fc.shuffledSubarray([...CostDimension.options], { minLength: 1, maxLength: 2 })

test('the parts of every share of the costs add up to what it costs, exactly', () => {
  let told = 0
  fc.assert(
    fc.property(fc.oneof(anyPeople, anyLife), dimensions, ({ catalog, scenario }, by) => {
      const billed = valueOf(run(catalog, scenario))
      const shares = valueOf(attributeCosts(catalog, scenario, by))
      for (const { values, cost } of shares.slice(0, 6)) {
        const why = explainShare(
          { catalog, scenario, run: billed },
          { kind: 'share', dimensions: [...by], values: [...values] },
        )
        const amounts = valueOf(why).steps.map(({ amount }) => amount)
        expect(micros(amounts.at(-1) ?? '')).toBe(micros(cost))
        expect(sumOf(amounts.slice(0, -1))).toBe(micros(cost))
        told += 1
      }
    }),
    { numRuns: 100 },
  )
  expect(told).toBeGreaterThan(50)
})
