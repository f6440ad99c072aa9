import { expect, test } from 'vitest'
import { periodCosts } from '#main/engine/index.ts'
import { LINE_KINDS } from '#main/engine/invoice/line-kinds.ts'
import { LineKind } from '#shared/invoice.ts'
import { CostSpan, PeriodCosts } from '#shared/period-costs.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import { everyAccount } from './support/detailed.ts'
import { micros, sumOf } from './support/sums.ts'

const bothWays = (hold: (account: BilledAccount, costs: PeriodCosts) => void) =>
  everyAccount(600, ({ account, detail }) => {
    for (const by of CostSpan.options) hold(account, periodCosts(account, detail, by))
  })

const kindIn = (kinds: PeriodCosts['afterRun']['kinds'], kind: string): string =>
  kinds.find((each) => each.kind === kind)?.amount ?? '0'

test('what is billed and what is attributable both sum to the total of the run, kind by kind', () => {
  const seen = new Set<string>()
  bothWays((account, costs) => {
    const { rows, afterRun, kinds, total } = costs
    expect(PeriodCosts.safeParse(costs).error).toBeUndefined()
    expect(total).toBe(account.totals.total)
    expect(sumOf(rows.map(({ billed }) => billed.total))).toBe(micros(total))
    expect(sumOf([...rows.map(({ attributable }) => attributable.total), afterRun.total])).toBe(micros(total))
    for (const kind of kinds) {
      seen.add(kind)
      expect(sumOf(rows.map(({ billed }) => kindIn(billed.kinds, kind)))).toBe(
        sumOf(
          [...rows, { attributable: afterRun }].map(({ attributable }) => kindIn(attributable.kinds, kind)),
        ),
      )
    }
    for (const stack of [afterRun, ...rows.flatMap(({ billed, attributable }) => [billed, attributable])])
      expect(sumOf(stack.kinds.map(({ amount }) => amount))).toBe(micros(stack.total))
    let [billed, attributable] = [0n, 0n]
    for (const row of rows) {
      billed += micros(row.billed.total)
      attributable += micros(row.attributable.total)
      expect([micros(row.cumulativeBilled), micros(row.cumulativeAttributable)]).toEqual([
        billed,
        attributable,
      ])
    }
  })
  expect([...seen].toSorted()).toEqual([...LineKind.options, 'discount', 'tax'].toSorted())
})

test('kinds sum to the totals they count in, and lost and blocked credits to theirs', () => {
  bothWays(({ totals, invoices }, { rows, by }) => {
    for (const total of ['subscription', 'overage', 'packs', 'topUps', 'trueUp'] as const) {
      const of = LineKind.options.filter((kind) => LINE_KINDS[kind].total === total)
      const amounts = rows.flatMap(({ billed }) => of.map((kind) => kindIn(billed.kinds, kind)))
      expect(sumOf(amounts)).toBe(micros(totals[total] ?? '0'))
    }
    const taxes = invoices.flatMap((invoice) => invoice.taxes)
    const taxOf = (isContained: boolean) =>
      sumOf(taxes.filter(({ inclusive }) => inclusive === isContained).map(({ amount }) => amount))
    expect(sumOf(rows.map(({ billed }) => kindIn(billed.kinds, 'tax')))).toBe(taxOf(false))
    expect(sumOf(rows.map(({ containedTax }) => containedTax))).toBe(taxOf(true))
    expect(-sumOf(rows.map(({ billed }) => kindIn(billed.kinds, 'discount')))).toBe(
      micros(totals.discount ?? '0'),
    )
    expect(sumOf(rows.map(({ blockedCredits }) => blockedCredits))).toBe(micros(totals.blockedCredits))
    expect(sumOf(rows.flatMap((row) => row.blockedBecause.map(({ credits }) => credits)))).toBe(
      micros(totals.blockedCredits),
    )
    expect(sumOf(rows.map(({ expiredCredits }) => expiredCredits))).toBe(micros(totals.expiredCredits))
    expect(sumOf(rows.map(({ forfeitedCredits }) => forfeitedCredits))).toBe(micros(totals.forfeitedCredits))
    expect(rows.slice(1).map(({ start }) => start)).toEqual(rows.slice(0, -1).map(({ end }) => end))
    expect(rows.map(({ period }) => period)).toEqual(
      rows.map((_, index) => (by === 'period' ? index + 1 : null)),
    )
  })
})
