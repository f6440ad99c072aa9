import { expect, test } from 'vitest'
import { billingPeriodCosts, periodCosts, runBriefly, runWithDetail } from '#main/engine/index.ts'
import { valueOf } from '../engine/support/build.ts'
import { full, peopleOf, use, workspaceOf } from '../engine/support/people.ts'
import { anyOfAll } from './support/any-account.ts'
import { lawOf } from './support/law-of.ts'

/*
 * What an account comes to is told before its ledger is written, by a run that writes none: it is the same to the last
 * digit as what the run in full says.
 */

test(
  'what is told first of an account is what its run in full says',
  lawOf(anyOfAll)((run, { catalog, scenario }) => {
    const { detail: _detail, ...brief } = valueOf(runBriefly(catalog, scenario))
    const { ledger: _l, usage: _u, alerts: _a, grants: _g, ...rest } = run
    const { byWorkspace: _b, separateAccounts: _s, ...told } = rest
    expect(brief).toEqual(told)
  }),
)

test(
  'what its billing periods cost is told with it, and where credits ran out in them, to the same as by the run in full',
  lawOf(anyOfAll)((_run, { catalog, scenario }) => {
    const brief = valueOf(runBriefly(catalog, scenario))
    const { result, detail } = valueOf(runWithDetail(catalog, scenario))
    const { credits: _credits, ...costs } = detail
    expect(brief.detail).toEqual(costs)
    expect(billingPeriodCosts(brief, brief.detail)).toEqual(periodCosts(result, detail, 'period'))
  }),
)

test('a request that takes the last credit is told first, too, as when they ran out', () => {
  // 1,000 credits a month: 400 on the first day and 600 on the second.
  const usageEvents = [use(1, 'ann', 'api', 400), use(2, 'ann', 'api', 600)]
  const catalog = workspaceOf()
  const { detail } = valueOf(runBriefly(catalog, peopleOf(catalog, { members: [full('ann')], usageEvents })))
  expect(detail.shortages.map(({ runOuts }) => runOuts.map(({ at }) => new Date(at).toISOString()))).toEqual([
    ['2026-01-02T12:00:00.000Z'],
  ])
})
