import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitsOfAll, tryDay } from '#main/engine/analysis/upgrade-trial.ts'
import { dateText, parseDate } from '#main/engine/calendar/civil.ts'
import { cycleStart } from '#main/engine/calendar/cycle.ts'
import { periodCosts, runWithDetail } from '#main/engine/index.ts'
import { CostSpan } from '#shared/period-costs.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyOfAll } from './support/any-account.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyInvoicing } from './support/arbitrary-invoicing.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { micros, sumOf } from './support/sums.ts'

const DAY = 86_400_000

/** A life whose invoices are agreed on: annual terms that restart at any hour, with discounts, a commitment and taxes. */
const anyInvoicedLife: fc.Arbitrary<Account> = fc
  .record({ life: anyLife, invoicing: anyInvoicing })
  .map(({ life: { catalog, scenario }, invoicing }) => ({
    catalog,
    scenario: Scenario.parse({ ...scenario, invoicing }),
  }))

/** An account, a plan to move it to, and the day on which; null for never. */
const anyTrial = fc.record({
  account: fc.oneof({ weight: 2, arbitrary: anyLife }, { weight: 2, arbitrary: anyInvoicedLife }, anyOfAll),
  plan: fc.nat(3),
  day: fc.option(fc.integer({ min: 1, max: 200 })),
})

test('what a trial says is attributable is what the periods of the same run say, and so are its months', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyTrial, ({ account: { catalog, scenario }, plan, day }) => {
      const target = catalog.plans[plan % catalog.plans.length]?.id ?? ''
      const start = parseDate(scenario.start)
      const end = cycleStart(start, scenario.months)
      const length = (end - start) / DAY
      const at = day === null || length < 2 ? null : start + (1 + (day % (length - 1))) * DAY
      const limits = limitsOfAll(catalog, scenario, [target])
      const trial = tryDay(catalog, scenario, target, at, { end, limits })
      if (!trial.ok) return void seen.add('refused')
      const upgrade = { kind: 'changePlan' as const, plan: target, timing: 'now' as const }
      const changes = at === null ? scenario.changes : [...scenario.changes, { ...upgrade, on: dateText(at) }]
      const { result, detail } = valueOf(runWithDetail(catalog, { ...scenario, changes }))
      seen.add(`${scenario.billing}, ${at === null ? 'never' : 'on a day'}`)
      for (const by of CostSpan.options) {
        const { rows, afterRun } = periodCosts(result, detail, by)
        expect(sumOf(rows.map(({ attributable }) => attributable.total))).toBe(
          BigInt(trial.value.attributable),
        )
        expect(micros(afterRun.total)).toBe(BigInt(trial.value.total - trial.value.attributable))
      }
    }),
    { numRuns: 800 },
  )
  expect([...seen].toSorted()).toEqual([
    'annual, never',
    'annual, on a day',
    'monthly, never',
    'monthly, on a day',
    'refused',
  ])
})
