import { expect, test } from 'vitest'
import { runBriefly } from '#main/engine/index.ts'
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
    const brief = valueOf(runBriefly(catalog, scenario))
    const { invoices: _i, ledger: _l, usage: _u, alerts: _a, grants: _g, ...rest } = run
    const { byWorkspace: _b, separateAccounts: _s, ...told } = rest
    expect(brief).toEqual(told)
  }),
)
