import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { PlanChangeMode } from '#shared/account.ts'
import type { RunResult } from '#shared/run-result.ts'
import {
  bill,
  catalogOf,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'

/** 200 a day in January: the 3,100 are gone after 15.5 days, and 900 more are used by the 21st. */
const PLAN = { credits: '3100', pastQuota: postpaid(perThousand('10'), '5') }
const optOut = { kind: 'setOverage' as const, on: '2026-01-21', optIn: false }

describe('settings changed in the middle of a period', () => {
  test('opted out: what was served is charged, what comes after is blocked', () => {
    const billed = bill(PLAN, ['6200'], { ...OPTED_IN, changes: [optOut] })
    expect(billed.totals).toMatchObject({ overageCredits: '900', overage: '9.00', blockedCredits: '2200' })
    // 5.00 were reached with 500, after 18 days
    expect(billed.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-01-19', '5.00'],
      ['2026-02-01', '4.00'],
    ])
  })

  test('opted out: the grace buffer begins then', () => {
    const billed = bill({ ...PLAN, graceCredits: '100' }, ['6200'], { ...OPTED_IN, changes: [optOut] })
    expect(billed.totals).toMatchObject({
      overageCredits: '900',
      graceCredits: '100',
      blockedCredits: '2100',
    })
  })

  test('opted out with credits owed: the next grant repays them', () => {
    const billed = bill(PLAN, ['6200', '0'], {
      ...OPTED_IN,
      changes: [optOut],
      policies: { overageAtPeriodEnd: 'carryAndRepay' },
    })
    expect(billed.totals).toMatchObject({ overageCredits: '900', repaidCredits: '900', deficitCredits: '0' })
  })

  test('a limit set later counts what the period had before', () => {
    // 9.00 by the 21st; a limit of 12.00 leaves 3.00
    const changes = [{ ...optOut, optIn: true, spendLimit: '12' }]
    const billed = bill(PLAN, ['6200'], { ...OPTED_IN, changes })
    expect(billed.totals).toMatchObject({ overage: '12.00', blockedCredits: '1900' })
  })
})

describe('a plan change in the middle of a period', () => {
  const catalog = catalogOf([
    planOf({ ...PLAN, id: 'small' }),
    planOf({ ...PLAN, id: 'large', monthly: '50', credits: '4100' }),
  ])
  const overageOf = (invoices: RunResult['invoices']) =>
    invoices.flatMap(({ date, lines }) =>
      lines.filter(({ kind }) => kind === 'overage').map(({ amount }) => [date, amount]),
    )
  const changed = (mode: PlanChangeMode, terms: object) => {
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-21', plan: 'large', mode }]
    return valueOf(run(catalog, scenarioOf(catalog, ['6200'], { ...OPTED_IN, changes, ...terms })))
  }

  test('a spend limit holds for the period, on both plans together', () => {
    // 9.00 on the old plan, 3.00 on the new one, of the 22.00 it would have been
    const { totals } = changed('doNotBill', { overage: { optIn: true, spendLimit: '12' } })
    expect(totals).toMatchObject({ overage: '12.00', overageCredits: '1200', blockedCredits: '1900' })
  })

  test('that keeps the cycle parts the time that overage is for', () => {
    // 200 a day past the quota from noon of the 16th: 500 by the 19th, 400 more by the 21st. On the new plan, without
    // more credits, 500 every two and a half days, and 200 are left
    const { invoices } = changed('doNotBill', {})
    const overage = invoices.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'overage'))
    expect(overage.map(({ periodStart, periodEnd, amount }) => [periodStart, periodEnd, amount])).toEqual([
      ['2026-01-01', '2026-01-19', '5.00'],
      ['2026-01-19', '2026-01-21', '4.00'],
      ['2026-01-21', '2026-01-23', '5.00'],
      ['2026-01-23', '2026-01-26', '5.00'],
      ['2026-01-26', '2026-01-28', '5.00'],
      ['2026-01-28', '2026-01-31', '5.00'],
      ['2026-01-31', '2026-02-01', '2.00'],
    ])
  })

  test('that keeps the cycle pays a dip from the credits that come with it', () => {
    const { totals, invoices } = changed('difference', { policies: { beyondGrants: 'carriedWithinPeriod' } })
    // 900 of the 1,000 more pay the dip of the 21st; 100 serve, and 2,100 are left at the end: 2,100 × 10 ÷ 1,000
    expect(totals).toMatchObject({ repaidCredits: '900', overage: '21.00' })
    expect(overageOf(invoices)).toEqual([['2026-02-01', '21.00']])
  })

  test('that keeps the cycle charges at once what of a dip the credits that come with it do not pay', () => {
    const { totals, invoices } = changed('prorated', { policies: { beyondGrants: 'carriedWithinPeriod' } })
    // 11 of 31 days are left: 1,000 × 11 ÷ 31 = 354.838709 of the 900, rounded down to the micro-credit. The rest,
    // 545.161291, is 5.45 at the old rate; 2,200 more are used until the end: 22.00
    expect(totals).toMatchObject({ repaidCredits: '354.838709', overage: '27.45' })
    expect(overageOf(invoices)).toEqual([
      ['2026-01-21', '5.45'],
      ['2026-02-01', '22.00'],
    ])
  })

  test('that keeps the cycle and brings no credits charges a dip at once', () => {
    const { totals, invoices } = changed('doNotBill', { policies: { beyondGrants: 'carriedWithinPeriod' } })
    expect(totals).toMatchObject({ repaidCredits: '0', overage: '31.00' })
    expect(overageOf(invoices)).toEqual([
      ['2026-01-21', '9.00'],
      ['2026-02-01', '22.00'],
    ])
  })

  test('repays from the difference of the quotas where the end of the period asks no money', () => {
    const { totals } = changed('difference', {
      policies: { beyondGrants: 'carriedWithinPeriod', overageAtPeriodEnd: 'forgive' },
    })
    // 900 of the 1,000 more go into the dip; 100 serve, 2,100 more dip and are forgiven
    expect(totals).toMatchObject({ repaidCredits: '900', forgivenCredits: '2100', overage: '0.00' })
  })

  test('that restarts the cycle ends the period: what is owed is carried and repaid by the new quota', () => {
    const { totals, periods } = changed('restartCycle', { policies: { overageAtPeriodEnd: 'carryAndRepay' } })
    expect(periods.map(({ deficitCredits, repaidCredits }) => [deficitCredits, repaidCredits])).toEqual([
      ['900', '0'],
      ['0', '900'],
    ])
    // 4,100 − 900 = 3,200 for the 2,200 that are left of January
    expect(totals).toMatchObject({ poolCredits: '5300', remainingCredits: '1000' })
  })

  test('that restarts the cycle forgives what is owed, where the end of a period does', () => {
    const { totals } = changed('restartCycle', { policies: { overageAtPeriodEnd: 'forgive' } })
    // Nothing is repaid: of the 4,100 the 2,200 that are left of January leave 1,900.
    expect(totals).toMatchObject({ forgivenCredits: '900', repaidCredits: '0', remainingCredits: '1900' })
    expect(totals).toMatchObject({ poolCredits: '5300', overage: '0.00', deficitCredits: '0' })
  })
})
