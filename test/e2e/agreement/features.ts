import { creditLayers, periodCosts } from '#main/engine/index.ts'
import { valueOf } from '../../engine/support/build.ts'
import type { ShownAccount } from './shown-account.ts'

/** Everything in an account that is shown in a place or a way of its own. */
export function featuresOf({ catalog, scenario, run, variants }: ShownAccount): ReadonlySet<string> {
  const { result, detail } = run
  const costs = periodCosts(result, detail, 'period')
  const layers = valueOf(creditLayers(result, detail, { resolution: 'month' }))
  const lines = result.invoices.flatMap((invoice) => invoice.lines)
  return new Set([
    `currency ${catalog.currency}`,
    ...costs.kinds.map((kind) => `cost ${kind}`),
    ...costs.rows.flatMap(({ blockedBecause }) => blockedBecause.map(({ cause }) => `cause ${cause}`)),
    ...layers.layers.map((layer) => `layer ${layer}`),
    ...layers.marks.map(({ kind }) => `mark ${kind}`),
    ...result.ledger.flatMap(({ from, to }) => [`account ${from}`, `account ${to}`]),
    ...result.alerts.map(({ kind }) => `alert ${kind}`),
    ...scenario.members.map(({ seat, locked }) => (locked ? 'member locked' : `member ${seat}`)),
    ...result.workspaces.map(({ kind, environment }) => `workspace ${kind} in ${environment}`),
    ...scenario.apiKeys.flatMap(({ member, company }) => [
      member === undefined ? 'key of nobody' : 'key of a member',
      ...(company === undefined ? [] : ['key of a company']),
    ]),
    ...scenario.groups.map(() => 'group'),
    ...variants.flatMap((variant) => Object.keys(variant).map((key) => `variant by ${key}`)),
    ...result.invoices.flatMap(({ kind, taxes, creditApplied, paidOut }) => [
      `invoice ${kind}`,
      ...taxes.map(({ inclusive }) => (inclusive ? 'tax contained' : 'tax added')),
      ...(isNothing(creditApplied) ? [] : ['credit applied']),
      ...(isNothing(paidOut) ? [] : ['paid out']),
    ]),
    ...lines.flatMap(({ working, discounts }) => [
      working.length > 1 ? 'line of several steps' : 'line of one step',
      ...(discounts.length > 0 ? ['line with a discount'] : []),
    ]),
  ])
}

const isNothing = (figure: string): boolean => !/[1-9]/.test(figure)
