import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { catalogOf, halfOff, planOf, scenarioOf, valueOf } from '../support/build.ts'

const ladder = catalogOf([
  planOf({ id: 'small', monthly: '20' }),
  planOf({ id: 'large', monthly: '80', offers: [halfOff('monthly')] }),
])

test('a change gives back no more than was paid for the term', () => {
  // Large at half price: 40.00 paid. Down to Small by the difference: 80.00 would be credited, 40.00 is; 20.00 charged.
  const scenario = scenarioOf(ladder, ['0', '0'], {
    offers: true,
    changes: [{ kind: 'changePlan', on: '2026-01-16', plan: 'small', timing: 'now', mode: 'difference' }],
  })
  const { invoices, totals } = valueOf(run(ladder, { ...scenario, plan: 'large' }))
  const change = invoices.find((invoice) => invoice.date === '2026-01-16')
  expect(change?.lines.map((line) => line.amount)).toEqual(['-40.00', '20.00'])
  expect(change?.lines[0]?.working.map((step) => step.amount)).toEqual(['-80.00', '40.00'])
  // 40.00 − 40.00 + 20.00, and 20.00 for February.
  expect(totals.subscription).toBe('40.00')
})

test('a change of plan at the very start comes before the first renewal, and nothing is billed twice', () => {
  const scenario = scenarioOf(ladder, ['0'], {
    changes: [{ kind: 'changePlan', on: '2026-01-01', plan: 'large' }],
  })
  const { invoices, periods } = valueOf(run(ladder, scenario))
  expect(invoices.map((invoice) => invoice.total)).toEqual(['80.00'])
  expect(periods.map((period) => period.grantedCredits)).toEqual(['1000'])
})
