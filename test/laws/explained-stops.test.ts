import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainStop, run, seatReport } from '#main/engine/index.ts'
import { Explanation } from '#shared/explanation.ts'
import type { StopReference } from '#shared/reference.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { micros, sumOf } from './support/sums.ts'

test('what a member used or was not served is told by parts that add up to what the seats say, exactly', () => {
  const seen = { ceilings: 0, stops: 0 }
  fc.assert(
    fc.property(fc.oneof(anyPeople, anyLife), ({ catalog, scenario }) => {
      const seats = valueOf(seatReport(catalog, scenario))
      const of = { catalog, scenario, seats, run: valueOf(run(catalog, scenario)) }
      const partsOf = (reference: Omit<StopReference, 'kind'>) => {
        const told = valueOf(explainStop(of, { kind: 'stop', ...reference }))
        expect(Explanation.safeParse(told).error).toBeUndefined()
        const place = told.steps.findIndex(({ isSum }) => isSum)
        expect(sumOf(told.steps.slice(0, place).map(({ amount }) => amount))).toBe(
          micros(told.steps[place]?.amount ?? ''),
        )
        return told.steps.slice(place).map(({ amount }) => amount)
      }
      for (const { member, ceilings, stops } of seats.members) {
        for (const { period, used, blockedCredits } of ceilings)
          expect(partsOf({ member, period, cause: null })).toEqual([used, blockedCredits])
        for (const { period, cause } of stops) {
          const own = stops.filter((stop) => stop.period === period && stop.cause === cause)
          const [sum = ''] = partsOf({ member, period, cause })
          expect(micros(sum)).toBe(sumOf(own.map(({ credits }) => credits)))
        }
        seen.ceilings += ceilings.length
        seen.stops += stops.length
      }
    }),
    { numRuns: 100 },
  )
  expect(seen.ceilings).toBeGreaterThan(10)
  expect(seen.stops).toBeGreaterThan(10)
})
