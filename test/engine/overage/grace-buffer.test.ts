import { describe, expect, test } from 'vitest'
import { compare, run } from '#main/engine/index.ts'
import { CompareInput } from '#shared/comparison.ts'
import {
  at,
  bill,
  catalogOf,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { billPeople, blockedBecause, use, workspaceOf } from '../support/people.ts'

/** 1,000 credits a month, and 50 more free where overage is off. */
const GRACE = { graceCredits: '50' }
const SELLS = { ...GRACE, pastQuota: postpaid(perThousand('10')) }

const rows = ({ periods }: ReturnType<typeof bill>) =>
  periods.map(({ poolCredits, graceCredits, overageCredits, blockedCredits }) =>
    [poolCredits, graceCredits, overageCredits, blockedCredits].map(Number),
  )

describe('a small grace buffer past the pool', () => {
  test('is served free where overage is off, anew each period, and what passes it is blocked', () => {
    const billed = bill(GRACE, ['1040', '1100', '900'])
    expect(rows(billed)).toEqual([
      [1000, 40, 0, 0],
      [1000, 50, 0, 50],
      [900, 0, 0, 0],
    ])
    expect(billed.totals).toMatchObject({ graceCredits: '90', blockedCredits: '50', total: '30.00' })
    expect(blockedBecause(billed)).toEqual([{}, { poolEmpty: 50 }, {}])
  })

  test('is told when it begins, and stands in the ledger', () => {
    // 3,200 in 31 days: 3,100 are used after 30 days and 45 minutes
    const billed = bill({ credits: '3100', graceCredits: '200' }, ['3200'])
    expect(billed.alerts.filter(({ kind }) => kind === 'graceUsed')).toMatchObject([
      { at: '2026-01-31T00:45:00.000Z', credits: '100' },
    ])
    expect(billed.ledger).toContainEqual(
      expect.objectContaining({ from: 'credits.grace', to: 'credits.used', amount: '100' }),
    )
  })

  test('is not for an account that buys overage', () => {
    expect(rows(bill(SELLS, ['1040'], OPTED_IN))).toEqual([[1000, 0, 40, 0]])
    // nor once its spend limit is reached: overage is on
    const limited = bill(SELLS, ['1040'], { overage: { optIn: true, spendLimit: '0.10' } })
    expect(rows(limited)).toEqual([[1000, 0, 10, 30]])
  })

  test('comes before a dip: what is free is not owed', () => {
    const policies = { beyondGrants: 'carriedWithinPeriod', overageAtPeriodEnd: 'carry' } as const
    const billed = bill(GRACE, ['1080'], { policies })
    expect(rows(billed)).toEqual([[1000, 50, 30, 0]])
    expect(billed.totals.deficitCredits).toBe('30')
  })

  test('an event is served whole by credits and buffer together, or not at all', () => {
    const catalog = workspaceOf({ credits: '1000', ...GRACE })
    const usageEvents = [
      use(1, null, 'api', 980),
      use(2, null, 'api', 71), // 20 + 50 are not enough
      use(3, null, 'api', 60), // 20 + 40
      use(4, null, 'api', 10), // the last 10
      use(5, null, 'api', 1),
    ]
    const billed = billPeople(catalog, { usageEvents })
    expect(billed.totals).toMatchObject({ poolCredits: '1000', graceCredits: '50', blockedCredits: '72' })
  })

  test('counts as served in a comparison', () => {
    const catalog = catalogOf([planOf(GRACE)])
    const input = CompareInput.parse({ catalog: 'test', usage: '1030', months: 1, focus: 'plan' })
    const compared = valueOf(compare(catalog, input))
    expect(at(compared.plans, 0)).toMatchObject({ servedCredits: '1030', blockedCredits: '0' })
    expect(at(compared.focus.months, 0)).toMatchObject({ graceCredits: '30', blockedCredits: '0' })
  })
})

describe('a buffer on two plans of one period', () => {
  /** 1,240 in January, 40 a day, and from the 16th (600 used) another plan on the same cycle. */
  const moved = (from: string, into: string) => {
    const catalog = catalogOf(
      [from, into].map((graceCredits, index) => planOf({ id: `p${index}`, credits: '100', graceCredits })),
    )
    const change = { kind: 'changePlan' as const, on: '2026-01-16', plan: 'p1', mode: 'doNotBill' as const }
    return valueOf(run(catalog, scenarioOf(catalog, ['1240'], { changes: [change] })))
  }

  test('what the first served counts against a smaller one, which serves no more and takes nothing back', () => {
    // by the 16th 100 are from the pool and 500 from the buffer; another of 100 is used up then, five times over
    const billed = moved('600', '100')
    expect(rows(billed)).toEqual([[100, 500, 0, 640]])
    expect(billed.usage.map(({ graceCredits }) => graceCredits)).toEqual(['500'])
    expect(billed.totals).toMatchObject({ graceCredits: '500', blockedCredits: '640' })
  })

  test('and against a larger one, which serves the rest of it', () => {
    expect(rows(moved('300', '700'))).toEqual([[100, 700, 0, 440]])
  })

  test('an event is not helped by a buffer that is used up', () => {
    const catalog = workspaceOf({ credits: '100', graceCredits: '500' })
    const [large = planOf({})] = catalog.plans
    const small = { ...large, id: 'small', name: 'small', graceCredits: { value: '100', source: 'test' } }
    const billed = billPeople(
      { ...catalog, plans: [large, small] },
      {
        changes: [{ kind: 'changePlan', on: '2026-01-16', plan: 'small', mode: 'doNotBill' }],
        usageEvents: [use(5, null, 'api', 600), use(20, null, 'api', 50)],
      },
    )
    expect(billed.totals).toMatchObject({ poolCredits: '100', graceCredits: '500', blockedCredits: '50' })
  })
})
