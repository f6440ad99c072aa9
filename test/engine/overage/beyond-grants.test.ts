import { describe, expect, test } from 'vitest'
import { compare, run } from '#main/engine/index.ts'
import { type Catalog, Catalog as CatalogSchema } from '#shared/catalog.ts'
import { CompareInput } from '#shared/comparison.ts'
import type { SomePolicies } from '#shared/policies.ts'
import {
  at,
  bill,
  catalogOf,
  figure,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'

/** 3,100 credits, 100 a day in January, then 0.01 each; extra seats cost nothing and bring 500 credits each at once. */
const withSeats = (threshold?: string): Catalog => {
  const plan = planOf({ credits: '3100', pastQuota: postpaid(perThousand('10'), threshold) })
  const charge = figure({ model: 'perUnit' as const, rate: { amount: '0', per: '1' } })
  const purchase = { limit: null, charge, credits: figure('500') }
  return catalogOf([{ ...plan, seats: { ...plan.seats, purchase } }])
}

/** 200 a day; five seats on the 31st bring 2,500 credits when 6,000 are used, 2,900 of them beyond the quota. */
const grantedLate = (policies: SomePolicies, terms: object = OPTED_IN, threshold?: string) => {
  const catalog = withSeats(threshold)
  const changes = [{ kind: 'buySeats' as const, on: '2026-01-31', count: 5 }]
  return valueOf(run(catalog, scenarioOf(catalog, ['6200'], { ...terms, changes, policies })))
}

const lines = ({ invoices }: ReturnType<typeof grantedLate>) =>
  invoices.flatMap((invoice) =>
    invoice.lines.filter(({ kind }) => kind === 'overage').map(({ quantity, amount }) => [quantity, amount]),
  )

describe('usage beyond all grants', () => {
  test('charged at once: a later grant of the period does not pay for it', () => {
    const billed = grantedLate({})
    expect(lines(billed)).toEqual([['2900', '29.00']])
    // of the 2,500 the last day takes 200
    expect(billed.periods[0]).toMatchObject({
      poolCredits: '3300',
      repaidCredits: '0',
      expiredCredits: '2300',
    })
  })

  test('carried within the period: a grant that starts later pays it first, the rest is overage at the end', () => {
    // 2,900 owed − 2,500 repaid = 400, and 200 more on the last day
    const billed = grantedLate({ beyondGrants: 'carriedWithinPeriod' })
    expect(lines(billed)).toEqual([['600', '6.00']])
    expect(billed.periods[0]).toMatchObject({
      grantedCredits: '5600',
      poolCredits: '3100',
      overageCredits: '3100',
      repaidCredits: '2500',
      closingCredits: '0',
      deficitCredits: '0',
    })
    expect(billed.alerts.filter(({ kind }) => kind === 'deficit')).toMatchObject([
      { at: '2026-01-16T12:00:00.000Z' },
    ])
  })

  test('carried within the period: nothing is overage before its end, so no threshold is reached', () => {
    const billed = grantedLate({ beyondGrants: 'carriedWithinPeriod' }, OPTED_IN, '1')
    expect(lines(billed)).toEqual([['600', '6.00']])
  })

  test('carried within the period, then carried on without repaying: only the period’s own grants repay', () => {
    const billed = grantedLate({ beyondGrants: 'carriedWithinPeriod', overageAtPeriodEnd: 'carry' })
    expect(lines(billed)).toEqual([])
    expect(billed.totals).toMatchObject({ repaidCredits: '2500', deficitCredits: '600' })
  })

  test('carry and repay: every grant repays, also one within the period', () => {
    const billed = grantedLate({ overageAtPeriodEnd: 'carryAndRepay' })
    expect(billed.totals).toMatchObject({ repaidCredits: '2500', deficitCredits: '600' })
  })

  test('an account that has not opted in may dip where the period’s end asks no money for it', () => {
    const policies = { beyondGrants: 'carriedWithinPeriod', overageAtPeriodEnd: 'forgive' } as const
    const billed = bill({}, ['1500'], { policies })
    expect(billed.totals).toMatchObject({
      overageCredits: '500',
      forgivenCredits: '500',
      blockedCredits: '0',
      total: '10.00',
    })
  })

  test('nobody is charged for what they did not opt in to: a dip that would be invoiced is blocked', () => {
    const catalog = CatalogSchema.parse({
      ...catalogOf([planOf({ pastQuota: postpaid(perThousand('10')) })]),
      policies: { beyondGrants: 'carriedWithinPeriod' },
    })
    const { totals, periods } = valueOf(run(catalog, scenarioOf(catalog, ['1500'])))
    expect(totals).toMatchObject({ overage: '0.00', blockedCredits: '500' })
    expect(at(periods, 0).blockedBecause).toEqual([{ cause: 'poolEmpty', credits: '500' }])
  })

  test('blocked: nothing is served beyond the grants, opted in or not', () => {
    const catalog = CatalogSchema.parse({
      ...catalogOf([planOf({ pastQuota: postpaid(perThousand('10')) })]),
      policies: { beyondGrants: 'blocked' },
    })
    const input = CompareInput.parse({ catalog: 'test', usage: '1500', months: 1, overage: true })
    expect(at(valueOf(compare(catalog, input)).plans, 0)).toMatchObject({
      total: '10.00',
      blockedCredits: '500',
    })
  })

  test('blocked: opting in later is refused', () => {
    const changes = [{ kind: 'setOverage' as const, on: '2026-01-10', optIn: true }]
    const { refusals } = bill({ pastQuota: postpaid(perThousand('10')) }, ['1500'], {
      changes,
      policies: { beyondGrants: 'blocked' },
    })
    expect(refusals).toMatchObject([{ code: 'change.refused', path: 'changes.0' }])
  })
})
