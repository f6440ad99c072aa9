import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { creditsText, moneyText } from '#main/engine/exact/amount.ts'
import type { RunResult } from '#shared/run-result.ts'
import { at, valueOf } from '../engine/support/build.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyPastQuota, withoutThreshold } from './support/arbitrary-past-quota.ts'
import { micros, sumOf } from './support/sums.ts'

type Run = Omit<RunResult, 'inputHash'>

const billed = ({ catalog, scenario }: Account): Run => valueOf(run(catalog, scenario))

const everyAccount = (law: (account: Account) => void) =>
  fc.assert(fc.property(anyPastQuota(), law), { numRuns: 1000 })

const overageLines = ({ invoices }: Run) =>
  invoices.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'overage' || kind === 'prepaidUsage'))

const amounts = (lines: readonly { readonly amount: string }[]) => sumOf(lines.map(({ amount }) => amount))

describe('threshold invoices', () => {
  test('never change what a run comes to, in money or in credits', () => {
    let early = 0
    everyAccount((account) => {
      const thresholds = billed(account)
      const none = billed(withoutThreshold(account))
      early += thresholds.alerts.some(({ kind }) => kind === 'thresholdReached') ? 1 : 0
      expect(thresholds.totals).toEqual(none.totals)
      expect(thresholds.periods).toEqual(none.periods)
      expect(amounts(overageLines(thresholds))).toBe(amounts(overageLines(none)))
      expect(sumOf(overageLines(thresholds).map(({ quantity }) => quantity ?? '0'))).toBe(
        sumOf(overageLines(none).map(({ quantity }) => quantity ?? '0')),
      )
    })
    // a law about something that never happens would prove nothing
    expect(early).toBeGreaterThan(15)
  })

  test('never give money back, and their working comes to their amount', () => {
    everyAccount((account) => {
      for (const { amount, quantity, working } of overageLines(billed(account))) {
        expect(micros(amount)).toBeGreaterThanOrEqual(0n)
        expect(sumOf(working.map((step) => step.quantity))).toBe(micros(quantity ?? '0'))
        const gap = amounts(working) - micros(amount)
        // the step to the lines before is rounded as they were: half a unit each way, of the coarsest currency
        expect(gap <= 1_000_010n && gap >= -1_000_010n).toBe(true)
      }
    })
  })

  test('are told in the order of time', () => {
    everyAccount((account) => {
      const { alerts, invoices, ledger } = billed(account)
      for (const times of [alerts.map((a) => a.at), ledger.map((e) => e.at), invoices.map((i) => i.date)])
        expect(times).toEqual(times.toSorted())
    })
  })
})

describe('credits are conserved past the quota', () => {
  test('in all: of what is granted, of what is wanted, and of what is served beyond the grants', () => {
    everyAccount((account) => {
      const result = billed(account)
      const { totals } = result
      expect(micros(totals.grantedCredits)).toBe(
        sumOf([
          totals.poolCredits,
          totals.repaidCredits,
          totals.expiredCredits,
          totals.forfeitedCredits,
          totals.remainingCredits,
        ]),
      )
      expect(micros(totals.usage)).toBe(
        sumOf([totals.poolCredits, totals.graceCredits, totals.overageCredits, totals.blockedCredits]),
      )
      const charged = overageLines(result).map(({ quantity }) => quantity ?? '0')
      expect(micros(totals.overageCredits)).toBe(
        sumOf([...charged, totals.repaidCredits, totals.forgivenCredits, totals.deficitCredits]),
      )
    })
  })

  test('in every period, which takes over the credits and the debts of the one before', () => {
    everyAccount((account) => {
      let [credits, owed] = ['0', '0']
      const result = billed(account)
      const isCharged = amounts(overageLines(result)) > 0n || overageLines(result).length > 0
      for (const period of result.periods) {
        expect(sumOf([credits, period.grantedCredits])).toBe(
          sumOf([
            period.poolCredits,
            period.repaidCredits,
            period.expiredCredits,
            period.forfeitedCredits,
            period.closingCredits,
          ]),
        )
        expect(micros(period.usage)).toBe(
          sumOf([period.poolCredits, period.graceCredits, period.overageCredits, period.blockedCredits]),
        )
        const kept = sumOf([period.repaidCredits, period.forgivenCredits, period.deficitCredits])
        const beyond = sumOf([owed, period.overageCredits])
        expect(isCharged ? kept <= beyond : kept === beyond).toBe(true)
        credits = period.closingCredits
        owed = period.deficitCredits
      }
      expect(owed).toBe(result.totals.deficitCredits)
    })
  })

  test('in the ledger: every account of credits holds what the totals say', () => {
    everyAccount((account) => {
      const result = billed(account)
      const { totals, ledger } = result
      const entries = ledger.filter(({ unit }) => unit === 'credits')
      const balance = (name: string) =>
        amounts(entries.filter(({ to }) => to === name)) -
        amounts(entries.filter(({ from }) => from === name))
      const charged = overageLines(result).map(({ quantity }) => quantity ?? '0')
      expect(-balance('credits.overage')).toBe(sumOf(charged))
      expect(-balance('credits.grace')).toBe(micros(totals.graceCredits))
      expect(-balance('credits.forgiven')).toBe(micros(totals.forgivenCredits))
      expect(-balance('credits.deficit')).toBe(micros(totals.deficitCredits))
      expect(balance('credits.pool')).toBe(micros(totals.remainingCredits))
    })
  })
})

test('carry and repay never leaves a deficit while credits are on hand', () => {
  let owing = 0
  everyAccount((account) => {
    if (account.scenario.policies.overageAtPeriodEnd !== 'carryAndRepay') return
    const { periods, totals } = billed(account)
    for (const { deficitCredits, closingCredits } of [
      ...periods,
      { deficitCredits: totals.deficitCredits, closingCredits: totals.remainingCredits },
    ]) {
      if (deficitCredits === '0') continue
      owing += 1
      expect(closingCredits).toBe('0')
    }
  })
  expect(owing).toBeGreaterThan(100)
})

test('grace is within its buffer in every period, and never beside overage that was on throughout', () => {
  everyAccount((account) => {
    const buffer = micros(at(account.catalog.plans, 0).graceCredits?.value ?? '0')
    const isOn = account.scenario.overage.optIn && account.scenario.changes.length === 0
    for (const { graceCredits } of billed(account).periods) {
      expect(micros(graceCredits) <= (isOn ? 0n : buffer)).toBe(true)
    }
  })
})

test('a run nobody writes down comes to the same totals', () => {
  everyAccount((account) => {
    const { catalog, scenario } = account
    const plans = compileCatalog(catalog, scenario.policies)
    const lean = simulate(termsOfScenario(catalog, scenario, plans, at(plans, 0)))
    const { totals } = billed(account)
    expect({
      overage: moneyText(lean.overage),
      poolCredits: creditsText(lean.pooledCredits),
      graceCredits: creditsText(lean.graceCredits),
      overageCredits: creditsText(lean.overageCredits),
      blockedCredits: creditsText(lean.blockedCredits),
      repaidCredits: creditsText(lean.repaidCredits),
      forgivenCredits: creditsText(lean.forgivenCredits),
      remainingCredits: creditsText(lean.remainingCredits),
      deficitCredits: creditsText(lean.deficitCredits),
    }).toEqual({
      overage: totals.overage,
      poolCredits: totals.poolCredits,
      graceCredits: totals.graceCredits,
      overageCredits: totals.overageCredits,
      blockedCredits: totals.blockedCredits,
      repaidCredits: totals.repaidCredits,
      forgivenCredits: totals.forgivenCredits,
      remainingCredits: totals.remainingCredits,
      deficitCredits: totals.deficitCredits,
    })
  })
})
