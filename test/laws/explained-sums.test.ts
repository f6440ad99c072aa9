import { expect, test } from 'vitest'
import { explainInDetail, lookIntoLedger, periodCosts } from '#main/engine/index.ts'
import { Explanation, type ExplanationStep } from '#shared/explanation.ts'
import { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup } from '#shared/open-result.ts'
import { CostSpan } from '#shared/period-costs.ts'
import { CostBasis, type Reference } from '#shared/reference.ts'
import { valueOf } from '../engine/support/build.ts'
import { type Detailed, everyAccount } from './support/detailed.ts'
import { micros, sumOf } from './support/sums.ts'

/** Of the steps that say they are a sum, what each says, and what stands above it, other sums left out. */
function sumsIn(steps: readonly ExplanationStep[]): readonly (readonly [said: bigint, is: bigint])[] {
  return steps.flatMap(({ amount, isSum }, place) => {
    const parts = steps.slice(0, place).filter((step) => step.isSum === undefined)
    return isSum ? [[micros(amount), sumOf(parts.map((part) => part.amount))] as const] : []
  })
}

const lastOf = ({ steps }: Explanation): string => steps.at(-1)?.amount ?? 'nothing'

/** Of accounts each has one unit, and its sum may be nothing. */
const hasUnit = (group: LedgerGroup, by: LedgerGrouping, unit: 'credits' | 'money'): boolean =>
  by === 'account' ? group.key.startsWith(`${unit}.`) : micros(group[unit]) !== 0n

/** Every sum of an account, and the figure that it explains. */
function* sumsOf({ account, detail }: Detailed): Iterable<readonly [Reference, string]> {
  const { totals, invoices, periods } = account
  yield [{ kind: 'total' }, totals.total]
  for (const { number, total, amountDue, kind } of invoices)
    yield [{ kind: 'invoice', invoice: number }, kind === 'invoice' ? amountDue : total]
  for (const [place, { closingCredits }] of periods.entries())
    yield [{ kind: 'balance', period: place + 1 }, closingCredits]
  for (const [of, all] of [
    ['expired', totals.expiredCredits],
    ['forfeited', totals.forfeitedCredits],
  ] as const) {
    if (micros(all) > 0n) yield [{ kind: 'lost', of }, all]
    for (const [place, period] of periods.entries()) {
      const lost = of === 'expired' ? period.expiredCredits : period.forfeitedCredits
      if (micros(lost) > 0n) yield [{ kind: 'lost', of, period: place + 1 }, lost]
    }
  }
  for (const [place, { blockedBecause, blockedCredits }] of periods.entries())
    if (blockedBecause.length > 0) {
      yield [{ kind: 'block', period: place + 1 }, blockedCredits]
      for (const { cause, credits } of blockedBecause)
        yield [{ kind: 'block', period: place + 1, cause }, credits]
    }
  if (micros(totals.blockedCredits) > 0n) yield [{ kind: 'block' }, totals.blockedCredits]
  for (const by of LedgerGrouping.options) {
    const { groups, moved } = lookIntoLedger(account, { filter: {}, groupBy: by })
    for (const unit of ['credits', 'money'] as const) {
      if (micros(moved[unit]) > 0n) yield [{ kind: 'moved', unit, filter: {} }, moved[unit]]
      for (const group of groups)
        if (hasUnit(group, by, unit))
          yield [{ kind: 'moved', unit, filter: {}, of: { by, key: group.key } }, group[unit]]
    }
  }
  for (const by of CostSpan.options)
    for (const basis of CostBasis.options)
      for (const [place, row] of periodCosts(account, detail, by).rows.entries()) {
        const at = { by, basis, span: place + 1 }
        yield [{ kind: 'cost', ...at }, row[basis].total]
        for (const { kind, amount } of row[basis].kinds) yield [{ kind: 'cost', ...at, of: kind }, amount]
        yield [
          { kind: 'soFar', ...at },
          basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable,
        ]
      }
}

/** What a step says of a figure that it leads on to; null where that is of more than the step. */
function saidOf(
  {
    reference,
    leadsTo,
    ledger,
  }: {
    readonly reference: Reference
    readonly leadsTo: Reference
    readonly ledger: Detailed['account']['ledger']
  },
  figure: string,
): string | null {
  // A line may pay for a longer time.
  if (leadsTo.kind === 'line') return null
  if (reference.kind === 'balance') return leadsTo.kind === 'lost' ? `-${figure}` : figure
  if (reference.kind !== 'moved' || leadsTo.kind !== 'entry') return figure
  const entry = ledger[leadsTo.entry - 1]
  if (reference.of?.by !== 'account' || entry?.from !== reference.of.key) return figure
  // What leaves an account counts down, and what comes back to it in the same entry not at all.
  return entry.from === entry.to ? '0' : `-${figure}`
}

test('the parts of a sum add up to the figure that is explained, exactly', () => {
  const seen = new Set<string>()
  everyAccount(60, ({ account, detail }, { catalog, scenario }) => {
    const run = { ...account, scenario: scenario.name, start: scenario.start }
    const why = (reference: Reference) => valueOf(explainInDetail(catalog, { run, detail }, reference))
    for (const [reference, figure] of sumsOf({ account, detail })) {
      const told = why(reference)
      expect(Explanation.safeParse(told).error).toBeUndefined()
      expect([reference, lastOf(told)]).toEqual([reference, figure])
      expect(sumsIn(told.steps).length).toBeGreaterThan(0)
      for (const [said, is] of sumsIn(told.steps)) expect(said).toBe(is)
      seen.add(reference.kind)
      for (const { leadsTo, amount } of told.steps) {
        if (leadsTo === undefined) continue
        const next = why(leadsTo)
        for (const [said, is] of sumsIn(next.steps))
          expect([reference, leadsTo, next.steps, said]).toEqual([reference, leadsTo, next.steps, is])
        expect(saidOf({ reference, leadsTo, ledger: account.ledger }, lastOf(next)) ?? amount).toBe(amount)
      }
    }
  })
  expect([...seen].toSorted()).toEqual([
    'balance',
    'block',
    'cost',
    'invoice',
    'lost',
    'moved',
    'soFar',
    'total',
  ])
})
