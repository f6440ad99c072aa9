import { describe, expect, test } from 'vitest'
import { explainStop, run, seatReport } from '#main/engine/index.ts'
import type { StopReference } from '#shared/reference.ts'
import { figure, valueOf } from '../support/build.ts'
import { basic, full, keyUse, peopleOf, use, workspaceOf } from '../support/people.ts'

/*
 * 600 credits a month, and 100 of Creative for a Basic member. Bea makes 60, is served 40 whole of the 40 that are left, and
 * asks for 30 more on the fifth; her agents do not count. Her key's 20 are hers, and count no more than agents do.
 */
const BUILT = workspaceOf({ credits: '600' })
const CATALOG = {
  ...BUILT,
  sources: {
    ...BUILT.sources,
    help: { title: 'Help center, seats', date: '2026-04-02', basis: 'published' as const },
  },
  plans: BUILT.plans.map((plan) => ({
    ...plan,
    seats: {
      ...plan.seats,
      basicCeiling: { credits: { ...figure('100'), source: 'help' }, families: ['Creative'] },
    },
  })),
}
const SCENARIO = peopleOf(CATALOG, {
  members: [full('Ann'), { ...basic('Bea') }],
  apiKeys: [{ id: 'bot', member: 'Bea', limit: '15' }],
  usageEvents: [
    use(2, 'Bea', 'create', 60),
    use(3, 'Bea', 'create', 40),
    use(4, 'Bea', 'agents', 7),
    use(5, 'Bea', 'create', 30),
    use(9, 'Bea', 'create', 5),
    keyUse(10, 'bot', 20),
  ],
})
const OF = {
  catalog: CATALOG,
  scenario: SCENARIO,
  run: valueOf(run(CATALOG, SCENARIO)),
  seats: valueOf(seatReport(CATALOG, SCENARIO)),
}
const why = (about: Partial<StopReference>) =>
  explainStop(OF, { kind: 'stop', member: 'Bea', period: 1, cause: null, ...about })
const told = (about: Partial<StopReference>) => {
  const { title, rule, steps, sources } = valueOf(why(about))
  return { title, rule, sources, steps: steps.map(({ text, amount }) => [text, amount]) }
}

describe('a member who was stopped', () => {
  test('the ceiling: what of it was used for what, when it was reached, what it is, and who says so', () => {
    const { rule, ...rest } = told({})
    expect(rest).toEqual({
      title: 'Bea under the Basic ceiling from 2026-01-01 to 2026-02-01',
      steps: [
        ['create, Standard', '100'],
        ['Used of what counts', '100'],
        ['Not served because of it', '35'],
      ],
      sources: [CATALOG.sources.help],
    })
    expect(rule).toMatch(
      'On plan it is 100 credits of Creative. It was reached on 2026-01-03, at 100 credits.',
    )
    expect(rule).toMatch('to the end of the period nothing that counts is served')
  })

  test('by the ceiling: what was not served, from when', () => {
    const { rule, ...rest } = told({ cause: 'ceiling' })
    expect(rest).toEqual({
      title: 'Bea was not served 35 credits from 2026-01-01 to 2026-02-01',
      steps: [
        ['create, Standard', '35'],
        ['Not served', '35'],
      ],
      sources: [CATALOG.sources.help],
    })
    expect(rule).toMatch(/a period in these products\. First on 2026-01-05\.$/)
  })

  test('by the limit of their own key, which is a term of the scenario', () => {
    const { steps, rule, sources } = told({ cause: 'keyLimit' })
    expect(steps).toEqual([
      ['api, Standard, key bot', '20'],
      ['Not served', '20'],
    ])
    expect(rule).toMatch('It was that of bot. First on 2026-01-10.')
    expect(sources).toMatchObject([{ title: 'Terms agreed in the scenario “Test”' }])
  })

  test.each([
    { cause: 'poolEmpty' as const },
    { member: 'Cy' },
    { period: 2 },
    { member: 'Ann' }, // under no ceiling
  ])('of what did not happen nothing is told: %o', (about) => {
    expect(why(about)).toMatchObject({ ok: false, problems: [{ code: 'explain.unknown' }] })
  })
})
