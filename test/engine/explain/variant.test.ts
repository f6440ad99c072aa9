import { describe, expect, test } from 'vitest'
import { type BillAs, billedAs, explainVariant } from '#main/engine/index.ts'
import type { VariantReference } from '#shared/reference.ts'
import { at, catalogOf, OPTED_IN, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

/** $10.00 a month for 1,000 credits, each beyond them $0.10. January wants 1,100 and February 1,250. */
const CATALOG = catalogOf([
  planOf({
    credits: '1000',
    rollover: { kind: 'none' },
    pastQuota: postpaid({ model: 'perUnit', rate: { amount: '0.1', per: '1' } }),
  }),
])
const OF = { catalog: CATALOG, scenario: scenarioOf(CATALOG, ['1100', '1250'], OPTED_IN) }
const BILLED: BillAs = (version) => billedAs(OF, version)
// Twice the usage: 1,200 and 1,500 credits over, $120.00 and $150.00 instead of $10.00 and $25.00.
const DOUBLE = { name: 'Double', usageFactor: '2' }
const why = (of: VariantReference['of']) => explainVariant(BILLED, { kind: 'variant', variant: DOUBLE, of })
const steps = (of: VariantReference['of']) => valueOf(why(of)).steps.map(({ text, amount }) => [text, amount])

describe('a variant', () => {
  test('its total is followed down to the source of a rate, all of it as the variant has it', () => {
    expect(valueOf(why({ kind: 'total' })).title).toBe('Double: Total from 2026-01-01 to 2026-03-01')
    expect(steps({ kind: 'total' })).toEqual([
      ['Subscription', '20.00'],
      ['Overage', '270.00'],
      ['Total', '290.00'],
    ])
    const line = at(valueOf(why({ kind: 'total', of: 'overage' })).steps, 1).leadsTo
    const told = valueOf(why(line ?? { kind: 'total' }))
    expect(told.steps.map(({ amount }) => amount)).toContain('150.00')
    expect(told.sources).toEqual([CATALOG.sources['test']])
  })

  test('its difference from the baseline, by what the money is for', () => {
    const difference = { kind: 'difference', baseline: { name: 'As it is' } } as const
    expect(valueOf(why(difference)).title).toBe('Double less As it is')
    expect(steps(difference)).toEqual([
      ['Overage: 270.00 less 35.00', '235.00'],
      ['Total: 290.00 less 55.00', '235.00'],
    ])
  })

  test('whose factor makes the usage larger than a figure can be is refused', () => {
    const scenario = scenarioOf(CATALOG, ['900000000'], OPTED_IN)
    const variant = { name: 'Too much', usageFactor: '100000' }
    const billed: BillAs = (version) => billedAs({ catalog: CATALOG, scenario }, version)
    expect(explainVariant(billed, { kind: 'variant', variant, of: { kind: 'total' } })).toMatchObject({
      ok: false,
      problems: [{ path: 'usageFactor' }],
    })
  })

  test('that cannot be billed, or has no such figure, is refused', () => {
    expect(why({ kind: 'total', of: 'tax' })).toMatchObject({ ok: false })
    expect(
      explainVariant(BILLED, {
        kind: 'variant',
        variant: { name: 'No', plan: 'none' },
        of: { kind: 'total' },
      }),
    ).toMatchObject({ ok: false })
  })
})
