import { describe, expect, test } from 'vitest'
import { compareVariants, run } from '#main/engine/index.ts'
import { Variant } from '#shared/analysis.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

const CATALOG = catalogOf([
  planOf({
    id: 'basic',
    monthly: '30',
    annual: '300',
    credits: '1000',
    pastQuota: postpaid(perThousand('10')),
  }),
  planOf({ id: 'pro', monthly: '80', credits: '3000' }),
])

/** 2,500 credits a month, April to June. */
const SCENARIO = scenarioOf(CATALOG, ['2500', '2500', '2500'], { start: '2026-04-01' })
const upgrade = (on: string) => ({ kind: 'changePlan' as const, on, plan: 'pro' })

const rows = (...variants: object[]) =>
  valueOf(
    compareVariants(
      CATALOG,
      SCENARIO,
      variants.map((variant) => Variant.parse(variant)),
    ),
  ).map((row) =>
    row.kind === 'refused'
      ? [row.name, row.problems.map(({ path }) => path)]
      : [row.name, row.cost.total, row.difference, row.cost.blockedCredits],
  )

describe('variants of one account', () => {
  test('by plan, opting in, billing and date, each beside the first', () => {
    expect(
      rows(
        { name: 'as it is' },
        { name: 'overage', overage: { optIn: true } },
        { name: 'Pro', plan: 'pro' },
        { name: 'yearly', billing: 'annual' },
        { name: 'Pro from 1 May', changes: [upgrade('2026-05-01')] },
        { name: 'a limit', overage: { optIn: true, spendLimit: '4' } },
      ),
    ).toEqual([
      ['as it is', '90.00', '0.00', '4500'], // 3 × 1,500 blocked
      ['overage', '135.00', '45.00', '0'], // 3 × 1,500 × 10 ÷ 1,000 = 45.00
      ['Pro', '240.00', '150.00', '0'],
      ['yearly', '300.00', '210.00', '4500'],
      ['Pro from 1 May', '190.00', '100.00', '1500'], // 30 + 2 × 80
      ['a limit', '102.00', '12.00', '3300'], // 400 each month for 4.00
    ])
  })

  test('by policy', () => {
    const prorated = { ...upgrade('2026-04-16T12:00:00Z'), mode: 'prorated' }
    // of 30 and 80 for thirty days: 15 days left, or 14.5
    expect(
      rows(
        { name: 'by the day', changes: [prorated] },
        { name: 'by the second', changes: [prorated], policies: { prorationUnit: 'second' } },
      ).map(([name, total]) => [name, total]),
    ).toEqual([
      ['by the day', '215.00'], // 30.00 − 15.00 + 40.00 + 2 × 80.00
      ['by the second', '214.17'], // 30.00 − 14.50 + 38.67 + 2 × 80.00
    ])
  })

  test('one that cannot be billed is told with its problems, and is not the one the others are beside', () => {
    expect(
      rows(
        { name: 'Gold', plan: 'gold' },
        { name: 'Pro yearly, opted in', plan: 'pro', billing: 'annual', overage: { optIn: true } },
        { name: 'Pro', plan: 'pro' },
        { name: 'as it is' },
      ),
    ).toEqual([
      ['Gold', ['plan']],
      ['Pro yearly, opted in', ['billing', 'overage.optIn']],
      ['Pro', '240.00', '0.00', '0'],
      ['as it is', '90.00', '-150.00', '4500'],
    ])
  })

  test('each is what a full run of it comes to', () => {
    const [row] = valueOf(
      compareVariants(CATALOG, SCENARIO, [
        Variant.parse({ name: 'x', changes: [upgrade('2026-04-20')], start: '2026-04-10' }),
      ]),
    )
    const { totals } = valueOf(
      run(CATALOG, { ...SCENARIO, start: '2026-04-10', changes: [upgrade('2026-04-20')] }),
    )
    expect(row?.kind === 'billed' && row.cost).toMatchObject({
      total: totals.total,
      blockedCredits: totals.blockedCredits,
      expiredCredits: totals.expiredCredits,
      remainingCredits: totals.remainingCredits,
    })
  })

  test('of none there is nothing to tell', () => {
    expect(rows()).toEqual([])
  })
})
