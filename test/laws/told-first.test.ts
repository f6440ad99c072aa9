import { expect, test } from 'vitest'
import { billingPeriodCosts, periodCosts, runBriefly, runWithDetail } from '#main/engine/index.ts'
import { valueOf } from '../engine/support/build.ts'
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
