import { expect, test } from 'vitest'
import { periodsOf } from '#main/engine/ledger/period-of-entry.ts'
import { explain, lookIntoLedger, run } from '#main/engine/index.ts'
import { catalogOf, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

/*
 * `low` carries credits on as far as twice its quota, `high` carries nothing. 100 credits of low are on hand when the account
 * moves to high at once, and the 600 that high adds to them are its own. The renewal of February ends high's credits, and the move
 * back to low, at the same instant, what was kept of low's.
 */
const CATALOG = catalogOf([
  planOf({
    id: 'low',
    monthly: '1',
    credits: '100',
    rollover: { kind: 'cap', multiple: 2 },
    pastQuota: postpaid({ model: 'perUnit', rate: { amount: '1', per: '1' } }),
  }),
  planOf({ id: 'high', monthly: '40', credits: '700' }),
])
const SCENARIO = scenarioOf(CATALOG, ['0', '0'], {
  changes: [
    { kind: 'changePlan', on: '2026-01-01T06:00:00Z', plan: 'high', mode: 'prorated' },
    { kind: 'changePlan', on: '2026-02-01', plan: 'low', mode: 'restartCycle' },
  ],
})

const RUN = valueOf(run(CATALOG, SCENARIO))

test('what a move takes away at the instant of a renewal is of the period that begins then', () => {
  const periodOf = periodsOf(RUN.periods)
  const lost = RUN.ledger
    .map((entry) => ({ ...entry, period: periodOf(entry) }))
    .filter(({ to }) => to === 'credits.expired')
  expect(lost.map(({ period, amount, reference }) => [period, amount, reference])).toEqual([
    [1, '600', 'grant 2'],
    [2, '100', 'grant 1'],
  ])
  expect(RUN.periods.map(({ expiredCredits }) => expiredCredits)).toEqual(['600', '100'])
})

test('so is what its explanation lists', () => {
  const why = (period: number) =>
    valueOf(explain(CATALOG, RUN, { kind: 'lost', of: 'expired', period })).steps.map(({ amount }) => amount)
  expect([why(1), why(2)]).toEqual([
    ['600', '600'],
    ['100', '100'],
  ])
})

test('a filter takes no entry to another period', () => {
  const grant = lookIntoLedger(RUN, { filter: { reference: 'grant 1' }, groupBy: 'period' })
  // 100 credits come in January, and go as February begins.
  expect(grant.groups.map(({ key, credits }) => [key, credits])).toEqual([
    ['1', '100'],
    ['2', '100'],
  ])
})
