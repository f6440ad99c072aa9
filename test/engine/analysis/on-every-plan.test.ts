import { expect, test } from 'vitest'
import { onEveryPlan, paidBeyond } from '#main/engine/analysis/on-every-plan.ts'
import { Catalog, type Plan } from '#shared/catalog.ts'
import {
  at,
  catalogOf,
  figure,
  perThousand,
  planOf,
  postpaid,
  prepaid,
  scenarioOf,
} from '../support/build.ts'
import { basic, full, peopleOf, use, workspaceOf } from '../support/people.ts'

/*
 * January and February 2026, 1,500 credits a month. Small: $10.00 for 1,000 credits, $40.00 per 1,000 beyond: 10 + 20 a
 * month. Medium: $25.00 for 1,000, and nothing beyond. Large: $28.00 for 2,000.
 */
const CATALOG = catalogOf([
  planOf({ id: 'small', pastQuota: postpaid(perThousand('40')) }),
  planOf({ id: 'medium', monthly: '25' }),
  planOf({ id: 'large', monthly: '28', credits: '2000' }),
])
const SCENARIO = scenarioOf(CATALOG, ['1500', '1500'], { overage: { optIn: true } })

const rows = (scenario = SCENARIO, catalog = CATALOG) => onEveryPlan(catalog, scenario, catalog.plans)

test('the plan that blocks least and, among those, costs least comes first', () => {
  expect(
    rows().billed.map(({ plan, trial, totals }) => [
      plan.id,
      trial.attributable / 1e6,
      trial.blocked / 1e6,
      paidBeyond(totals) / 1e6,
    ]),
  ).toEqual([
    ['large', 56, 0, 0],
    ['small', 60, 0, 40],
    ['medium', 50, 1000, 0],
  ])
})

test('what is blocked is told by its cause', () => {
  const medium = at(rows().billed, 2)
  expect([...medium.blocked]).toEqual([['poolEmpty', 1_000_000_000]])
})

test('overage is off where the account has it off', () => {
  const { billed } = rows({ ...SCENARIO, overage: { optIn: false } })
  expect(billed.map(({ plan, trial }) => [plan.id, trial.blocked / 1e6])).toEqual([
    ['large', 0],
    ['small', 1000],
    ['medium', 1000],
  ])
})

test('what the account plans to move to counts for nothing: each plan is held to the last day', () => {
  const planned = {
    ...SCENARIO,
    changes: [
      { kind: 'changePlan' as const, on: '2026-01-10', plan: 'large' },
      { kind: 'cancel' as const, on: '2026-01-20' },
    ],
  }
  expect(rows(planned).billed.map(({ trial }) => trial)).toEqual(rows().billed.map(({ trial }) => trial))
})

test('nor does it count that it would end', () => {
  const catalog = catalogOf([planOf({ id: 'free', monthly: '0', credits: '0' }), planOf({ id: 'paid' })])
  const ending = scenarioOf(catalog, ['1000', '1000'], { changes: [{ kind: 'cancel', on: '2026-01-20' }] })
  const { billed } = rows({ ...ending, plan: 'paid' }, catalog)
  // 2 × 10.00, with the second month on it too
  expect(billed.map(({ plan, trial }) => [plan.id, trial.attributable / 1e6, trial.blocked / 1e6])).toEqual([
    ['paid', 20, 0],
    ['free', 0, 2000],
  ])
})

test('money put into a prepaid balance is paid beyond the plan', () => {
  const catalog = catalogOf([planOf({ id: 'wallet', pastQuota: prepaid('1000', '10') })])
  const topped = scenarioOf(catalog, ['1000'], {
    prepaid: { kind: 'wallet', autoTopUp: 'off' },
    changes: [{ kind: 'topUp', on: '2026-01-05', amount: '25' }],
  })
  expect(rows(topped, catalog).billed.map(({ totals }) => paidBeyond(totals) / 1e6)).toEqual([25])
})

test('a ceiling that all plans have alike is no fault of any', () => {
  const catalog = workspaceOf()
  const [plan] = catalog.plans
  if (plan === undefined) throw new Error('A workspace has a plan.')
  const both = { ...catalog, plans: [plan, { ...plan, id: 'twin', name: 'twin' }] }
  // 150 at once of Basic's ceiling of 100
  const scenario = peopleOf(both, { members: [basic('ann')], usageEvents: [use(1, 'ann', 'create', 150)] })
  expect(rows(scenario, both).billed.map(({ trial }) => [trial.blocked / 1e6, trial.byPlan])).toEqual([
    [150, 0],
    [150, 0],
  ])
})

/** $10.00 with 2 Full and 2 Basic seats; the second plan sells up to 4 more Full ones, at $5.00 a month each. */
function withSeats(): Catalog {
  const one = workspaceOf({ id: 'few' })
  const [plan] = one.plans
  if (plan === undefined) throw new Error('A workspace has a plan.')
  const purchase: Plan['seats']['purchase'] = {
    limit: figure(6),
    charge: figure({ model: 'perUnit', rate: { amount: '5', per: '1' } }),
    credits: figure('0'),
  }
  return Catalog.parse({
    ...one,
    plans: [plan, { ...plan, id: 'more', name: 'more', seats: { ...plan.seats, purchase } }],
  })
}

test('as many Full seats are bought as the people need, and a plan that has too few says so', () => {
  const catalog = withSeats()
  const four = peopleOf(catalog, { members: [full('a'), full('b'), full('c'), basic('d'), basic('e')] })
  const { billed, refused } = rows(four, catalog)
  // Three Full of two: one is bought, which also seats the fifth of four.
  expect(
    billed.map(({ plan, scenario, trial }) => [plan.id, scenario.extraSeats, trial.attributable / 1e6]),
  ).toEqual([['more', 1, 15]])
  expect(refused.map(({ plan, problems }) => [plan.id, problems.map(({ code }) => code)])).toEqual([
    ['few', ['seats.over_limit']],
  ])
})

test('the plan it is on keeps the seats that were bought', () => {
  const catalog = withSeats()
  const two = peopleOf(catalog, { plan: 'more', extraSeats: 3, members: [full('a'), basic('b')] })
  const bought = new Map(
    rows(two, catalog).billed.map(({ plan, scenario }) => [plan.id, scenario.extraSeats]),
  )
  expect([bought.get('few'), bought.get('more')]).toEqual([0, 3])
})
