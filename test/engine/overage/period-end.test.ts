import { describe, expect, test } from 'vitest'
import type { OverageAtPeriodEnd } from '#shared/policies.ts'
import type { RunResult } from '#shared/run-result.ts'
import { bill, OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { sumOf } from '../../laws/support/sums.ts'

/** 1,000 credits a month for 10.00, then 0.01 each: 500 beyond in January, nothing beyond after it. */
const under = (overageAtPeriodEnd: OverageAtPeriodEnd) =>
  bill({ pastQuota: postpaid(perThousand('10')) }, ['1500', '900', '1000'], {
    ...OPTED_IN,
    policies: { overageAtPeriodEnd },
  })

type Billed = Pick<RunResult, 'periods' | 'ledger' | 'alerts'>

/** Used from the pool, overage, repaid, forgiven, expired and owed at the end: of each period. */
const rows = ({ periods }: Billed) =>
  periods.map((period) =>
    [
      period.poolCredits,
      period.overageCredits,
      period.repaidCredits,
      period.forgivenCredits,
      period.expiredCredits,
      period.deficitCredits,
    ].map(Number),
  )

/** What an account of the ledger gave more than it took, in credits. */
function given({ ledger }: Billed, account: string): number {
  const amounts = (end: 'from' | 'to') =>
    ledger.filter((entry) => entry.unit === 'credits' && entry[end] === account).map(({ amount }) => amount)
  return Number(sumOf(amounts('from')) - sumOf(amounts('to'))) / 1_000_000
}

const told = ({ alerts }: Billed, ...kinds: readonly string[]) =>
  alerts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, at, credits }) => [kind, at.slice(0, 10), credits])

describe('overage at the period’s end: the four behaviours of Dodo Payments', () => {
  test('invoice: charged, nothing is owed after it', () => {
    const billed = under('invoice')
    expect(rows(billed)).toEqual([
      [1000, 500, 0, 0, 0, 0],
      [900, 0, 0, 0, 100, 0],
      [1000, 0, 0, 0, 0, 0],
    ])
    expect(billed.totals.overage).toBe('5.00')
    expect(given(billed, 'credits.overage')).toBe(500)
  })

  test('forgive: neither charged nor owed', () => {
    const billed = under('forgive')
    expect(rows(billed)).toEqual([
      [1000, 500, 0, 500, 0, 0],
      [900, 0, 0, 0, 100, 0],
      [1000, 0, 0, 0, 0, 0],
    ])
    expect(billed.totals.overage).toBe('0.00')
    expect(told(billed, 'overageForgiven')).toEqual([['overageForgiven', '2026-02-01', '500']])
    expect([given(billed, 'credits.forgiven'), given(billed, 'credits.deficit')]).toEqual([500, 0])
  })

  test('carry: owed from then on, not charged, and no grant repays it', () => {
    const billed = under('carry')
    expect(rows(billed)).toEqual([
      [1000, 500, 0, 0, 0, 500],
      [900, 0, 0, 0, 100, 500],
      [1000, 0, 0, 0, 0, 500],
    ])
    expect([billed.totals.overage, billed.totals.deficitCredits]).toEqual(['0.00', '500'])
    expect(given(billed, 'credits.deficit')).toBe(500)
  })

  test('carry and repay: the next grant repays it before anything else', () => {
    // February: 1,000 − 500 repaid = 500 for the 900, so 400 are owed. March: 1,000 − 400 = 600 for the 1,000.
    const billed = under('carryAndRepay')
    expect(rows(billed)).toEqual([
      [1000, 500, 0, 0, 0, 500],
      [500, 400, 500, 0, 0, 400],
      [600, 400, 400, 0, 0, 400],
    ])
    expect(billed.totals.overage).toBe('0.00')
    expect(told(billed, 'deficitRepaid', 'deficitCarried')).toEqual([
      ['deficitCarried', '2026-02-01', '500'],
      ['deficitRepaid', '2026-02-01', '500'],
      ['deficitCarried', '2026-03-01', '400'],
      ['deficitRepaid', '2026-03-01', '400'],
      ['deficitCarried', '2026-04-01', '400'],
    ])
  })

  test('carry and repay: granted = used + repaid, and overage = repaid + still owed', () => {
    const { totals } = under('carryAndRepay')
    expect([totals.grantedCredits, totals.poolCredits, totals.repaidCredits]).toEqual(['3000', '2100', '900'])
    expect([totals.overageCredits, totals.deficitCredits]).toEqual(['1300', '400'])
  })

  test('a debt larger than the grant takes several grants', () => {
    // 2,500 owed; two grants of 1,000 go into it whole, the third leaves 500, of which 200 are used
    const billed = bill({ pastQuota: postpaid(perThousand('10')) }, ['3500', '0', '0', '200'], {
      ...OPTED_IN,
      policies: { overageAtPeriodEnd: 'carryAndRepay' },
    })
    expect(rows(billed)).toEqual([
      [1000, 2500, 0, 0, 0, 2500],
      [0, 0, 1000, 0, 0, 1500],
      [0, 0, 1000, 0, 0, 500],
      [200, 0, 500, 0, 300, 0],
    ])
  })

  test('without opting in, what is beyond the quota is blocked all the same', () => {
    const { totals } = bill({ pastQuota: postpaid(perThousand('10')) }, ['1500'], {
      policies: { overageAtPeriodEnd: 'carryAndRepay' },
    })
    expect([totals.blockedCredits, totals.deficitCredits]).toEqual(['500', '0'])
  })

  test('a spend limit holds what the overage would cost, charged or not', () => {
    const { totals } = bill({ pastQuota: postpaid(perThousand('10')) }, ['1500'], {
      overage: { optIn: true, spendLimit: '3' },
      policies: { overageAtPeriodEnd: 'forgive' },
    })
    expect([totals.forgivenCredits, totals.blockedCredits]).toEqual(['300', '200'])
  })

  test('no money falls due, so no threshold brings any forward', () => {
    const { invoices } = bill({ pastQuota: postpaid(perThousand('10'), '1') }, ['1500'], {
      ...OPTED_IN,
      policies: { overageAtPeriodEnd: 'carry' },
    })
    expect(invoices.map(({ total }) => total)).toEqual(['10.00'])
  })
})
