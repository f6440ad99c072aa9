import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '#main/engine/index.ts'
import { succeed } from '#shared/problem.ts'
import { anyOfAll } from './support/any-account.ts'
import { micros } from './support/sums.ts'

test('what one account has more of than another is what the other has less of than the first', () => {
  let different = 0
  fc.assert(
    fc.property(anyOfAll, anyOfAll, (one, other) => {
      const there = differenceOf(succeed(one), succeed(other))
      const back = differenceOf(succeed(other), succeed(one))
      const rowsOf = ({ money, credits, blocked }: typeof there) =>
        new Map([
          ...money.map((row) => [row.what, row.difference] as const),
          ...credits.map((row) => [`credits ${row.what}`, row.difference] as const),
          ...blocked.map((row) => [`blocked ${row.cause}`, row.difference] as const),
        ])
      const [rows, opposite] = [rowsOf(there), rowsOf(back)]
      expect([...rows.keys()].toSorted()).toEqual([...opposite.keys()].toSorted())
      for (const [what, difference] of rows) {
        const returned = opposite.get(what) ?? null
        expect(difference === null).toBe(returned === null)
        expect(micros(difference ?? '0')).toBe(-micros(returned ?? '0'))
        if (micros(difference ?? '0') !== 0n) different += 1
      }
    }),
    { numRuns: 200 },
  )
  expect(different).toBeGreaterThan(500)
})
