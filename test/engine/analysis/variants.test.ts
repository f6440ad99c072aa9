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

  test('beside the one that is asked for, by its place or its name, of which the first is meant', () => {
    const variants = [{ name: 'as it is' }, { name: 'Pro', plan: 'pro' }, { name: 'Pro', billing: 'annual' }]
    const beside = (baseline: number | string) =>
      valueOf(
        compareVariants(
          CATALOG,
          SCENARIO,
          variants.map((variant) => Variant.parse(variant)),
          { baseline },
        ),
      ).map((row) => (row.kind === 'billed' ? [row.difference, row.isBaseline] : row.problems))
    // 90.00, 240.00 and 300.00
    const besidePro = [
      ['-150.00', false],
      ['0.00', true],
      ['60.00', false],
    ]
    expect(beside(1)).toEqual(besidePro)
    expect(beside('Pro')).toEqual(besidePro)
    expect(beside(2).map(([difference]) => difference)).toEqual(['-210.00', '-60.00', '0.00'])
  })

  test('beside the first that can be billed, where the one that is asked for cannot', () => {
    const variants = [{ name: 'Pro', plan: 'pro' }, { name: 'as it is' }, { name: 'Gold', plan: 'gold' }]
    const rowsBeside = valueOf(
      compareVariants(
        CATALOG,
        SCENARIO,
        variants.map((variant) => Variant.parse(variant)),
        { baseline: 'Gold' },
      ),
    )
    expect(rowsBeside).toMatchObject([
      { isBaseline: true, difference: '0.00' },
      { isBaseline: false, difference: '-150.00' },
      { kind: 'refused' },
    ])
  })

  test.each([['Gold', 'called "Gold"'] as const, [1, 'in place 1, counted from 0'] as const])(
    'beside %s, which there is not, is refused',
    (baseline, named) => {
      expect(compareVariants(CATALOG, SCENARIO, [{ name: 'as it is' }], { baseline })).toEqual({
        ok: false,
        problems: [{ code: 'variant.unknown', message: `There is no variant ${named}.`, path: 'baseline' }],
      })
    },
  )

  test('ranked by what they block, then by what they cost; equals alike', () => {
    const variants = [
      { name: 'as it is' },
      { name: 'overage', overage: { optIn: true } },
      { name: 'Pro', plan: 'pro' },
      { name: 'Pro again', plan: 'pro' },
      { name: 'yearly', billing: 'annual' },
      { name: 'yearly Pro', plan: 'pro', billing: 'annual' },
      { name: 'Pro from 1 May', changes: [upgrade('2026-05-01')] },
    ].map((variant) => Variant.parse(variant))
    const ranks = valueOf(compareVariants(CATALOG, SCENARIO, variants)).map((row) =>
      row.kind === 'billed' ? row.rank : row.kind,
    )
    // 4,500 blocked for 90.00; 135.00; 240.00 twice; 4,500 for 300.00; refused; 1,500 for 190.00
    expect(ranks).toEqual([5, 1, 2, 2, 6, 'refused', 4])
  })

  test('of none there is nothing to tell', () => {
    expect(rows()).toEqual([])
  })
})
