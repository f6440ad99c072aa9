import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { RunResult } from '#shared/run-result.ts'
import { valueOf } from '../engine/support/build.ts'
import { type Account, anyAccount } from './support/arbitrary-account.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 2000 }

type Run = Omit<RunResult, 'inputHash'>

const everyAccount = (law: (result: Run) => void) =>
  fc.assert(
    fc.property(anyAccount(), ({ catalog, scenario }: Account) => law(valueOf(run(catalog, scenario)))),
    RUNS,
  )

describe('credits are conserved', () => {
  test('in all: granted = used + expired + forfeited + remaining; wanted = used + overage + blocked', () => {
    everyAccount(({ totals }) => {
      expect(micros(totals.grantedCredits)).toBe(
        sumOf([totals.poolCredits, totals.expiredCredits, totals.forfeitedCredits, totals.remainingCredits]),
      )
      expect(micros(totals.usage)).toBe(
        sumOf([totals.poolCredits, totals.overageCredits, totals.blockedCredits]),
      )
    })
  })

  test('in every period, each opening with what the one before left', () => {
    everyAccount(({ periods, totals }) => {
      let carried = '0'
      for (const period of periods) {
        expect(period.openingCredits).toBe(carried)
        expect(sumOf([period.openingCredits, period.grantedCredits])).toBe(
          sumOf([period.poolCredits, period.expiredCredits, period.forfeitedCredits, period.closingCredits]),
        )
        expect(micros(period.usage)).toBe(
          sumOf([period.poolCredits, period.overageCredits, period.blockedCredits]),
        )
        carried = period.closingCredits
      }
      expect(totals.remainingCredits).toBe(carried)
    })
  })
})

describe('parts sum to the whole', () => {
  test('periods to the totals of credits', () => {
    everyAccount(({ periods, totals }) => {
      const summed = (field: keyof Run['totals'] & keyof Run['periods'][number]) =>
        expect(sumOf(periods.map((period) => period[field]))).toBe(micros(totals[field]))
      summed('usage')
      summed('grantedCredits')
      summed('poolCredits')
      summed('overageCredits')
      summed('blockedCredits')
      summed('expiredCredits')
      summed('forfeitedCredits')
    })
  })

  test('invoice lines to invoices, and invoices to the totals of money', () => {
    everyAccount(({ invoices, totals }) => {
      for (const { lines, total } of invoices)
        expect(sumOf(lines.map((line) => line.amount))).toBe(micros(total))
      expect(sumOf(invoices.map((invoice) => invoice.total))).toBe(micros(totals.total))
      expect(sumOf([totals.subscription, totals.overage])).toBe(micros(totals.total))
      const lines = invoices.flatMap((invoice) => invoice.lines)
      const past = lines.filter(({ kind }) => kind === 'overage' || kind === 'prepaidUsage')
      expect(sumOf(past.map((line) => line.amount))).toBe(micros(totals.overage))
      expect(sumOf(past.map((line) => line.quantity ?? '0'))).toBe(micros(totals.overageCredits))
    })
  })

  test('the working of a line to its quantity, and to its amount within the rounding', () => {
    everyAccount(({ invoices, currency }) => {
      const half = { USD: 5000n, JPY: 500_000n, KWD: 500n }[currency] ?? 0n
      for (const line of invoices.flatMap((invoice) => invoice.lines)) {
        const { working, quantity, amount } = line
        expect(sumOf(working.map((step) => step.quantity))).toBe(micros(quantity ?? '0'))
        const gap = quantity === null ? 0n : sumOf(working.map((step) => step.amount)) - micros(amount)
        // each step is written to the micro
        const tolerance = half + BigInt(working.length)
        expect(gap <= tolerance && gap >= -tolerance).toBe(true)
      }
    })
  })
})

describe('the ledger', () => {
  test('balances: what left each account of money is what the invoices ask for', () => {
    everyAccount(({ ledger, totals }) => {
      const money = ledger.filter((entry) => entry.unit === 'money')
      const paid = money.filter((entry) => entry.from === 'money.customer')
      const returned = money.filter((entry) => entry.to === 'money.customer')
      expect(sumOf(paid.map((entry) => entry.amount)) - sumOf(returned.map((entry) => entry.amount))).toBe(
        micros(totals.total),
      )
    })
  })

  test('every account of credits holds what the totals say', () => {
    everyAccount(({ ledger, totals }) => {
      const entries = ledger.filter((entry) => entry.unit === 'credits')
      const balance = (account: string) =>
        sumOf(entries.filter((entry) => entry.to === account).map((entry) => entry.amount)) -
        sumOf(entries.filter((entry) => entry.from === account).map((entry) => entry.amount))
      expect(-balance('credits.issued')).toBe(micros(totals.grantedCredits))
      expect(balance('credits.pool')).toBe(micros(totals.remainingCredits))
      expect(balance('credits.expired')).toBe(micros(totals.expiredCredits))
      expect(balance('credits.forfeited')).toBe(micros(totals.forfeitedCredits))
      expect(-balance('credits.overage')).toBe(micros(totals.overageCredits))
      expect(balance('credits.used')).toBe(sumOf([totals.poolCredits, totals.overageCredits]))
    })
  })

  test('is told in the order of time, as are invoices and alerts', () => {
    everyAccount(({ ledger, invoices, alerts }) => {
      for (const times of [
        ledger.map(({ at }) => at),
        invoices.map(({ date }) => date),
        alerts.map(({ at }) => at),
      ])
        expect(times).toEqual(times.toSorted())
    })
  })
})

test('a run’s result fits its contract', () => {
  everyAccount((result) => {
    expect(RunResult.safeParse({ ...result, inputHash: '' }).error).toBeUndefined()
  })
})
