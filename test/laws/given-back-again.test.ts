import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { AccountChange } from '#shared/account.ts'
import { Scenario } from '#shared/scenario.ts'
import { catalogOf, figure, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { micros } from './support/sums.ts'

const DAY = 86_400_000
const CENT = 10_000n

/** What happens on a day: the term is given back, starts anew on a plan, or goes on with it for the difference. */
const anyStep = fc.record({
  // of one month, from the day it starts, so that some fall on one day and some end with February
  day: fc.integer({ min: 0, max: 26 }),
  kind: fc.constantFrom('refund' as const, 'restartCycle' as const, 'difference' as const),
  plan: fc.nat(3),
})

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** Of one day, changes of plan come first. */
const inOrder = (a: Step, b: Step): number =>
  a.day - b.day || Number(a.kind === 'refund') - Number(b.kind === 'refund')

const anyMonth = fc.record({
  start: fc.constantFrom('2026-01-28', '2026-01-29', '2026-01-30', '2026-01-31', '2026-04-01'),
  // in steps of five cents, of which a fifth is whole cents: no tax is rounded
  prices: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 3 }),
  plan: fc.nat(3),
  tax: fc.constantFrom(0, 20),
  steps: fc.array(anyStep, { maxLength: 8 }).map((steps) => steps.toSorted(inOrder)),
})

type Month = typeof anyMonth extends fc.Arbitrary<infer T> ? T : never

/** In cents; the first plan is free. */
const ladderOf = ({ prices }: Month): readonly number[] => [0, ...prices.map((price) => price * 5)]

const moneyOf = (cents: number) => (cents / 100).toFixed(2)

/** What all invoices come to. */
function billed(month: Month): bigint {
  const ladder = ladderOf(month)
  const plans = ladder.map((price, index) => planOf({ id: `p${index}`, monthly: moneyOf(price) }))
  const catalog = { ...catalogOf(plans), refundDays: figure(60) }
  const changes = month.steps.map(({ day, kind, plan }): AccountChange => {
    const on = new Date(Date.parse(month.start) + day * DAY).toISOString()
    if (kind === 'refund') return { kind, on }
    return { kind: 'changePlan', on, plan: `p${plan}`, timing: 'now', mode: kind }
  })
  const scenario = Scenario.parse({
    ...scenarioOf(catalog, ['0']),
    plan: `p${month.plan}`,
    start: month.start,
    changes,
    invoicing: { taxes: [{ name: 'VAT', percent: String(month.tax), inclusive: false }] },
  })
  return valueOf(run(catalog, scenario)).invoices.reduce((sum, { total }) => sum + micros(total), 0n)
}

/** The same by hand, in cents: what the terms that are over stay paid at, and the running one. */
function expected(month: Month): bigint {
  const ladder = ladderOf(month)
  const priceOf = (plan: number) => ladder[plan] ?? 0
  const withTax = (cents: number) => cents + (cents * month.tax) / 100
  // On the day the account starts its plan is changed before anything is paid.
  const isFree = ({ day, kind }: Step) => day === 0 && kind !== 'refund'
  let on = month.steps.filter(isFree).at(-1)?.plan ?? month.plan
  let over = 0
  let running = withTax(priceOf(on))
  for (const { kind, plan } of month.steps.filter((step) => !isFree(step))) {
    if (kind === 'refund') {
      if (priceOf(on) > 0) [running, on] = [0, 0]
      continue
    }
    if (plan === on) continue
    if (kind === 'restartCycle') over += running
    running = withTax(priceOf(plan))
    on = plan
  }
  return BigInt(over + running) * CENT
}

test('a refund gives back its own term and no other, however often terms start anew and are given back', () => {
  fc.assert(
    fc.property(anyMonth, (month) => {
      expect(billed(month)).toBe(expected(month))
    }),
    { numRuns: 2000 },
  )
})
