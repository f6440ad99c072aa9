import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditsText, moneyText } from '#main/engine/exact/amount.ts'
import { attributeCosts, checkScenario, explain } from '#main/engine/index.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { totalOf } from '#main/engine/record/totals.ts'
import { CostDimension } from '#shared/analysis.ts'
import type { ResultReference } from '#shared/reference.ts'
import { RunResult } from '#shared/run-result.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'
import { billed, lawOf, type Run } from './support/law-of.ts'
import { micros, sumOf } from './support/sums.ts'

const law = lawOf(anyWholeLife)

/** What of a period or a run was asked for, and what became of it. */
type Served = Pick<
  Run['periods'][number],
  'usage' | 'poolCredits' | 'graceCredits' | 'overageCredits' | 'blockedCredits'
>

function expectServed({ usage, poolCredits, graceCredits, overageCredits, blockedCredits }: Served) {
  const parts = [poolCredits, graceCredits, overageCredits, blockedCredits]
  expect(micros(usage)).toBe(sumOf(parts))
  for (const part of parts) expect(micros(part) >= 0n).toBe(true)
}

describe('people with seats, groups and keys on a subscription that changes', () => {
  test(
    'every account made here can be billed, its result fits the contract',
    law((result, { catalog, scenario }) => {
      expect(checkScenario(catalog, scenario)).toEqual([])
      expect(RunResult.safeParse({ ...result, inputHash: '' }).error).toBeUndefined()
    }),
  )

  test('some of them lock members on a change of plan, refuse who is no admin, and go on serving', () => {
    const seen = { refusedAsking: 0, locked: 0, changedPlan: 0, ceilings: 0 }
    law((result) => {
      seen.refusedAsking += result.refusals.filter(({ message }) => message.includes('is no admin')).length
      const causes = result.periods.flatMap(({ blockedBecause }) => blockedBecause.map(({ cause }) => cause))
      seen.locked += causes.filter((cause) => cause === 'locked').length
      seen.ceilings += causes.filter((cause) => cause === 'ceiling').length
      seen.changedPlan +=
        new Set(result.periods.flatMap(({ plans }) => plans.map(({ plan }) => plan))).size - 1
    })()
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })

  test(
    'credits are conserved in every period and in all, and periods follow one another',
    law(({ periods, totals, start, end }) => {
      let [last, carried] = [start, '0']
      for (const period of periods) {
        expect([period.start, period.openingCredits]).toEqual([last, carried])
        expect(sumOf([period.openingCredits, period.grantedCredits])).toBe(
          sumOf([period.poolCredits, period.expiredCredits, period.forfeitedCredits, period.closingCredits]),
        )
        expectServed(period)
        expect(sumOf(period.blockedBecause.map(({ credits }) => credits))).toBe(micros(period.blockedCredits))
        last = period.end
        carried = period.closingCredits
      }
      expect([last, carried]).toEqual([end, totals.remainingCredits])
      expectServed(totals)
    }),
  )

  test(
    'who used what sums to each period',
    law(({ periods, usage }) => {
      for (const period of periods) {
        const rows = usage.filter((row) => row.period === period.index)
        expect(sumOf(rows.map((row) => row.poolCredits))).toBe(micros(period.poolCredits))
        expect(sumOf(rows.map((row) => row.graceCredits))).toBe(micros(period.graceCredits))
        expect(sumOf(rows.map((row) => row.overageCredits))).toBe(micros(period.overageCredits))
        const blocked = rows.flatMap((row) => row.blocked.map(({ credits }) => credits))
        expect(sumOf(blocked)).toBe(micros(period.blockedCredits))
      }
    }),
  )

  test(
    'the ledger sums to the invoices and to the balance',
    law(({ ledger, totals }) => {
      const balance = (account: string) =>
        sumOf(ledger.filter(({ to }) => to === account).map(({ amount }) => amount)) -
        sumOf(ledger.filter(({ from }) => from === account).map(({ amount }) => amount))
      expect(-balance('money.customer') - balance('money.credits')).toBe(micros(totals.total))
      expect(-balance('credits.issued')).toBe(micros(totals.grantedCredits))
      expect(balance('credits.pool')).toBe(micros(totals.remainingCredits))
      expect(balance('credits.used')).toBe(
        sumOf([totals.poolCredits, totals.graceCredits, totals.overageCredits]),
      )
    }),
  )

  test(
    'lines sum to invoices and invoices to the total',
    law(({ invoices, totals }) => {
      for (const { lines, total } of invoices)
        expect(sumOf(lines.map(({ amount }) => amount))).toBe(micros(total))
      expect(sumOf(invoices.map(({ total }) => total))).toBe(micros(totals.total))
    }),
  )

  test(
    'a lean run comes to the same',
    law(({ totals }, { catalog, scenario }) => {
      const ladder = compileCatalog(catalog, scenario.policies)
      const plan = ladder.find(({ id }) => id === scenario.plan)
      if (plan === undefined) throw new Error('no plan')
      const lean = simulate(termsOfScenario(catalog, scenario, ladder, plan))
      expect({
        total: moneyText(totalOf(lean)),
        subscription: moneyText(lean.subscription),
        overage: moneyText(lean.overage),
        usage: creditsText(lean.wantedCredits),
        grantedCredits: creditsText(lean.grantedCredits),
        poolCredits: creditsText(lean.pooledCredits),
        graceCredits: creditsText(lean.graceCredits),
        overageCredits: creditsText(lean.overageCredits),
        blockedCredits: creditsText(lean.blockedCredits),
        expiredCredits: creditsText(lean.expiredCredits),
        forfeitedCredits: creditsText(lean.forfeitedCredits),
        remainingCredits: creditsText(lean.remainingCredits),
      }).toEqual({
        total: totals.total,
        subscription: totals.subscription,
        overage: totals.overage,
        usage: totals.usage,
        grantedCredits: totals.grantedCredits,
        poolCredits: totals.poolCredits,
        graceCredits: totals.graceCredits,
        overageCredits: totals.overageCredits,
        blockedCredits: totals.blockedCredits,
        expiredCredits: totals.expiredCredits,
        forfeitedCredits: totals.forfeitedCredits,
        remainingCredits: totals.remainingCredits,
      })
    }),
  )

  test('costs by any dimensions sum to the invoices', () => {
    const dimensions = fc.shuffledSubarray([...CostDimension.options], { minLength: 1 })
    fc.assert(
      fc.property(anyWholeLife, dimensions, (account, by) => {
        const shares = valueOf(attributeCosts(account.catalog, account.scenario, by))
        expect(sumOf(shares.map(({ cost }) => cost))).toBe(micros(billed(account).totals.total))
      }),
      { numRuns: 1000 },
    )
  })

  test(
    'everything in a result can be explained',
    law((result, { catalog }) => {
      const references: readonly ResultReference[] = [
        ...result.invoices.flatMap(({ number, lines }) =>
          lines.map((_, index) => ({ kind: 'line' as const, invoice: number, line: index + 1 })),
        ),
        ...result.periods.map(({ index }) => ({ kind: 'balance' as const, period: index })),
        ...result.alerts.map((_, index) => ({ kind: 'alert' as const, alert: index + 1 })),
      ]
      for (const reference of references)
        expect(valueOf(explain(catalog, result, reference)).rule).not.toBe('')
    }),
  )

  test(
    'once more gives the same bytes',
    law((result, account) => {
      expect(JSON.stringify(billed(structuredClone(account)))).toBe(JSON.stringify(result))
    }),
  )
})
