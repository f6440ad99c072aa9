import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestUpgrade } from '#main/engine/index.ts'
import type { Plan } from '#shared/catalog.ts'
import { catalogOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { anyPlan, anyUsage } from './support/arbitrary-plan.ts'
import { micros } from './support/sums.ts'

const named = (plan: Plan, id: string): Plan => ({ ...plan, id, name: id })

test('no day that blocks as little as the best costs less, and none before it costs as little', () => {
  fc.assert(
    fc.property(anyPlan(), anyPlan(), anyUsage(2), fc.boolean(), (low, high, usage, optIn) => {
      const catalog = catalogOf([named(low, 'low'), named(high, 'high')])
      const overage = { optIn: optIn && low.pastQuota.kind !== 'block' }
      const scenario = scenarioOf(catalog, usage, { overage, start: '2026-02-01' })
      const { best, days } = valueOf(bestUpgrade(catalog, scenario, 'high'))
      const chosen = days.find(({ on }) => on === best)
      const blocked = micros(chosen?.blockedCredits ?? '')
      expect(days.every((day) => micros(day.blockedCredits) >= blocked)).toBe(true)
      const alike = days.filter((day) => micros(day.blockedCredits) === blocked)
      expect(alike.filter(({ regret }) => regret.startsWith('-'))).toEqual([])
      const dated = alike.filter(({ on, regret }) => on !== null && regret === '0.00')
      expect(dated[0]?.on ?? null).toBe(best)
    }),
    { numRuns: 150 },
  )
})
