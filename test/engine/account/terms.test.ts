import { expect, test } from 'vitest'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { at, figure } from '../support/build.ts'
import { basic, peopleOf, use, workspaceOf } from '../support/people.ts'

test('terms are values: billed twice, they come to the same', () => {
  const catalog = workspaceOf({
    freeRegenerations: figure({ count: 1, withinMinutes: 60, products: ['create'] }),
  })
  const first = use(5, 'bea', 'create', 40, { id: 'first' })
  const again = use(5, 'bea', 'create', 40, { at: '2026-01-05T12:30:00Z', regenerates: 'first' })
  const scenario = peopleOf(catalog, {
    members: [basic('bea'), basic('ben')],
    groups: [{ id: 'team', members: ['ben'], limit: '50' }],
    apiKeys: [{ id: 'web', limit: '10' }],
    changes: [
      { kind: 'lockMember', on: '2026-01-10', member: 'bea' },
      { kind: 'setGroupLimit', on: '2026-01-10', group: 'team', limit: '20' },
    ],
    usageEvents: [
      first,
      again,
      use(6, 'bea', 'create', 60),
      use(6, 'ben', 'agents', 45),
      use(11, 'ben', 'api', 1),
    ],
  })
  const plans = compileCatalog(catalog)
  const terms = termsOfScenario(catalog, scenario, plans, at(plans, 0))
  const once = simulate(terms)
  // 40 + 60 of the ceiling of 100, and 45; one more is over the lowered limit
  expect([once.pooledCredits, once.blockedCredits]).toEqual([145_000_000, 1_000_000])
  expect(simulate(terms)).toEqual(once)
})
