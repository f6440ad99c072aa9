import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { creditsText, moneyText } from '#main/engine/exact/amount.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { RunResult } from '#shared/run-result.ts'
import { at, valueOf } from '../engine/support/build.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 1500 }
const account = anyFundedAccount(true)

type Run = Omit<RunResult, 'inputHash'>
const everyAccount = (law: (result: Run) => void) =>
  fc.assert(
    fc.property(account, ({ catalog, scenario }) => law(valueOf(run(catalog, scenario)))),
    RUNS,
  )

test('money is conserved: opening + topped up = drawn + expired + closing; in all, by period and by purchase', () => {
  let drawn = 0
  everyAccount(({ wallet, totals, invoices }) => {
    if (wallet === null) throw new Error('There is no wallet.')
    let carried = wallet.opening
    for (const row of [...wallet.periods, wallet]) {
      expect(sumOf([row.opening, row.toppedUp])).toBe(sumOf([row.drawn, row.expired, row.closing]))
    }
    for (const period of wallet.periods) {
      expect(period.opening).toBe(carried)
      carried = period.closing
    }
    expect(wallet.closing).toBe(carried)
    for (const lot of wallet.lots)
      expect(micros(lot.amount)).toBe(sumOf([lot.drawn, lot.expired, lot.remaining]))
    expect(sumOf(wallet.lots.map((lot) => lot.remaining))).toBe(micros(wallet.closing))
    expect(wallet.toppedUp).toBe(totals.topUps)
    const lines = invoices.flatMap((invoice) => invoice.lines).filter(({ kind }) => kind === 'topUp')
    expect(sumOf(lines.map((line) => line.amount))).toBe(micros(totals.topUps))
    if (wallet.drawn !== '0.00') drawn += 1
  })
  // a law about money nobody draws would prove nothing
  expect(drawn).toBeGreaterThan(300)
})

test('it never becomes a debt, at no entry of the ledger, and the ledger holds what the wallet does', () => {
  everyAccount(({ ledger, wallet, totals }) => {
    let balance = 0n
    for (const { from, to, amount } of ledger.filter(({ unit }) => unit === 'money')) {
      if (to === 'money.prepaid') balance += micros(amount)
      if (from === 'money.prepaid') balance -= micros(amount)
      expect(balance >= 0n).toBe(true)
    }
    expect(balance).toBe(micros(wallet?.closing ?? ''))
    // what credit notes gave back and no invoice has used yet is still the customer's
    const isCustomer = (name: string) => name === 'money.customer' || name === 'money.credits'
    const paid = ledger.filter(({ from }) => isCustomer(from)).map(({ amount }) => amount)
    const returned = ledger.filter(({ to }) => isCustomer(to)).map(({ amount }) => amount)
    expect(sumOf(paid) - sumOf(returned)).toBe(micros(totals.total))
  })
})

test('a run nobody writes down comes to the same', () => {
  fc.assert(
    fc.property(account, ({ catalog, scenario }) => {
      const ladder = compileCatalog(catalog, scenario.policies)
      const lean = simulate(termsOfScenario(catalog, scenario, ladder, at(ladder, 0)))
      const { totals, wallet } = valueOf(run(catalog, scenario))
      expect(totals).toMatchObject({
        subscription: moneyText(lean.subscription),
        packs: moneyText(lean.packs),
        topUps: moneyText(lean.topUps),
        overageCredits: creditsText(lean.overageCredits),
        blockedCredits: creditsText(lean.blockedCredits),
        remainingCredits: creditsText(lean.remainingCredits),
      })
      expect(wallet).toMatchObject({
        drawn: moneyText(lean.drawnMoney),
        expired: moneyText(lean.expiredMoney),
      })
    }),
    RUNS,
  )
})

test('a result fits its contract', () => {
  everyAccount((result) => {
    expect(RunResult.safeParse({ ...result, inputHash: '' }).error).toBeUndefined()
  })
})
