import { describe, expect, test } from 'vitest'
import { explain, run } from '#main/engine/index.ts'
import type { MovedReference } from '#shared/reference.ts'
import { at, catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

/** $10.00 a month for 1,000 credits; what is left over expires. 600 are used in January and none in February. */
const CATALOG = catalogOf([planOf({ monthly: '10.00', credits: '1000', rollover: { kind: 'none' } })])
const RUN = valueOf(run(CATALOG, scenarioOf(CATALOG, ['600', '0'])))

type About = Omit<MovedReference, 'kind' | 'filter'> & Partial<Pick<MovedReference, 'filter'>>

const why = (about: About) => explain(CATALOG, RUN, { kind: 'moved', filter: {}, ...about })
const told = (about: About) => valueOf(why(about))
const sum = (about: About) => {
  const { text, amount } = at(told(about).steps, -1)
  return [text, amount]
}

describe('what entries of the ledger moved', () => {
  test('of an account: what enters it counts up, what leaves it down, entry by entry', () => {
    const pool = told({ unit: 'credits', of: { by: 'account', key: 'credits.pool' } })
    expect(pool.title).toBe('Credits: credits on hand')
    expect(pool.rule).toMatch(/^The pool holds the credits on hand/)
    // A grant and what becomes of it, twice.
    expect(pool.steps.map(({ amount }) => amount)).toEqual(['1000', '-600', '-400', '1000', '-1000', '0'])
    expect(at(pool.steps, 2).text).toBe('grant 1: credits on hand → expired, 2026-02-01')
    const leads = at(pool.steps, 2).leadsTo
    expect(leads?.kind === 'entry' ? valueOf(explain(CATALOG, RUN, leads)).steps : []).toEqual([
      { text: 'From credits on hand', amount: '-400', unit: 'credits' },
      { text: 'To expired', amount: '400', unit: 'credits' },
    ])
    expect(sum({ unit: 'money', of: { by: 'account', key: 'money.subscription' } })).toEqual([
      'In less out',
      '20.00',
    ])
  })

  test('of a period: each entry once', () => {
    // 1,000 issued, 600 used and 400 expired in January; 1,000 issued and all of it expired in February.
    expect(sum({ unit: 'credits', of: { by: 'period', key: '1' } })).toEqual(['Moved in all', '2000'])
    expect(sum({ unit: 'credits', of: { by: 'period', key: '2' } })).toEqual(['Moved in all', '2000'])
    expect(sum({ unit: 'money', of: { by: 'period', key: '2' } })).toEqual(['Moved in all', '10.00'])
  })

  test('of a reference, and of all that are as a filter says', () => {
    expect(sum({ unit: 'credits', of: { by: 'reference', key: 'grant 1' } })).toEqual([
      'Moved in all',
      '2000',
    ])
    expect(sum({ unit: 'credits' })).toEqual(['Moved in all', '4000'])
    expect(sum({ unit: 'credits', filter: { account: 'credits.expired' } })).toEqual(['Moved in all', '1400'])
    expect(sum({ unit: 'credits', filter: { to: '2026-02-01' } })).toEqual(['Moved in all', '1600'])
  })

  test('of more than forty entries, by the accounts they leave and enter', () => {
    const long = valueOf(
      run(
        CATALOG,
        scenarioOf(
          CATALOG,
          Array.from({ length: 24 }, () => '600'),
        ),
      ),
    )
    const pool = {
      kind: 'moved',
      unit: 'credits',
      filter: {},
      of: { by: 'account', key: 'credits.pool' },
    } as const
    expect(valueOf(explain(CATALOG, long, pool)).steps.map(({ text, amount }) => [text, amount])).toEqual([
      ['issued → credits on hand, 24 entries', '24000'],
      ['credits on hand → used, 24 entries', '-14400'],
      ['credits on hand → expired, 24 entries', '-9600'],
      ['In less out', '0'],
    ])
  })

  test.each<About>([
    { unit: 'money', of: { by: 'account', key: 'money.tax' } },
    { unit: 'credits', of: { by: 'account', key: 'money.subscription' } },
    { unit: 'credits', of: { by: 'period', key: '3' } },
    { unit: 'credits', filter: { from: '2027-01-01' } },
  ])('where none is meant nothing is told: %o', (about) => {
    expect(why(about)).toMatchObject({ ok: false, problems: [{ code: 'explain.unknown' }] })
  })
})
