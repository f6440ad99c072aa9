import { describe, expect, test } from 'vitest'
import { explain, run } from '#main/engine/index.ts'
import type { LostReference } from '#shared/reference.ts'
import { at, catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

/*
 * 1,000 credits a month. Half of what is left is carried once: of the 600 left in January 300 are forfeited, and 300
 * carried. February uses 200 of those: 100 were carried once and are forfeited, and so are 500 of its own 1,000.
 */
const CATALOG = catalogOf([
  planOf({ credits: '1000', rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 } }),
])
const RUN = valueOf(run(CATALOG, scenarioOf(CATALOG, ['400', '200', '0'])))
const why = (about: Omit<LostReference, 'kind'>) => explain(CATALOG, RUN, { kind: 'lost', ...about })
const steps = (about: Omit<LostReference, 'kind'>) =>
  valueOf(why(about)).steps.map(({ text, amount }) => [text, amount])

describe('credits that were lost', () => {
  test('in a period: the grant they were of, the rule and who says so, down to the ledger', () => {
    expect(steps({ of: 'forfeited', period: 1 })).toEqual([
      ['grant 1 of 2026-01-01, on 2026-02-01', '300'],
      ['Forfeited in all', '300'],
    ])
    const told = valueOf(why({ of: 'forfeited', period: 1 }))
    expect(told.title).toBe('Forfeited from 2026-01-01 to 2026-02-01')
    expect(told.rule).toMatch('50 % of what is left is carried, at most 1 times; the rest is forfeited.')
    expect(told.sources).toEqual([CATALOG.sources['test']])
    const { leadsTo } = at(told.steps, 0)
    expect(
      valueOf(explain(CATALOG, RUN, leadsTo?.kind === 'entry' ? leadsTo : { kind: 'total' })).steps,
    ).toEqual([
      { text: 'From credits on hand', amount: '-300', unit: 'credits' },
      { text: 'To forfeited', amount: '300', unit: 'credits' },
    ])
  })

  test('of several grants each by itself', () => {
    expect(
      steps({ of: 'forfeited', period: 2 })
        .map(([, amount]) => amount)
        .toSorted(),
    ).toEqual(['100', '500', '600'])
  })

  test('in the whole run: by its periods, those that lost nothing left out', () => {
    expect(steps({ of: 'forfeited' }).slice(0, 2)).toEqual([
      ['From 2026-01-01 to 2026-02-01', '300'],
      ['From 2026-02-01 to 2026-03-01', '600'],
    ])
    expect(at(valueOf(why({ of: 'forfeited' })).steps, 1).leadsTo).toEqual({
      kind: 'lost',
      of: 'forfeited',
      period: 2,
    })
  })

  test('a balance leads on to what it lost', () => {
    const balance = valueOf(explain(CATALOG, RUN, { kind: 'balance', period: 1 }))
    expect(
      balance.steps.flatMap(({ leadsTo, amount }) => (leadsTo === undefined ? [] : [[leadsTo, amount]])),
    ).toEqual([[{ kind: 'lost', of: 'forfeited', period: 1 }, '-300']])
  })

  test.each([{ of: 'expired', period: 1 } as const, { of: 'forfeited', period: 9 } as const])(
    'where nothing was lost nothing is told: %o',
    (about) => {
      expect(why(about)).toMatchObject({ ok: false, problems: [{ code: 'explain.unknown' }] })
    },
  )
})
