import { expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { checkScenario, run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'

const catalog = findPreset('elevenlabs-2026-04')
if (catalog === undefined) throw new Error('no preset')

const scenarioOf = (change: object) =>
  Scenario.parse({
    schemaVersion: 1,
    name: 'Test',
    catalog: catalog.id,
    plan: 'creator',
    start: '2026-01-01',
    months: 2,
    usage: { kind: 'series', credits: ['1', '2'] },
    ...change,
  })

const SPIKE = { kind: 'pattern', monthly: '1', pattern: { kind: 'spike', month: 3, multiple: '2' } }

test('a scenario that fits its catalogue has no problems', () => {
  expect(checkScenario(catalog, scenarioOf({}))).toEqual([])
  expect(checkScenario(catalog, scenarioOf({ months: 3, usage: SPIKE, billing: 'annual' }))).toEqual([])
})

test.each([
  [{ plan: 'huge' }, [['plan.unknown', 'plan']]],
  [{ plan: 'free', billing: 'annual' }, [['billing.not_offered', 'billing']]],
  [{ plan: 'starter', overage: { optIn: true } }, [['overage.not_sold', 'overage.optIn']]],
  [{ overage: { optIn: false, spendLimit: '5' } }, [['overage.limit_without_opt_in', 'overage.spendLimit']]],
  [{ months: 3 }, [['usage.wrong_length', 'usage.credits']]],
  [{ usage: SPIKE }, [['usage.spike_outside', 'usage.pattern.month']]],
  // everything at once
  [
    { plan: 'free', billing: 'annual', overage: { optIn: true }, months: 1 },
    [
      ['billing.not_offered', 'billing'],
      ['overage.not_sold', 'overage.optIn'],
      ['usage.wrong_length', 'usage.credits'],
    ],
  ],
])('%j is refused', (change, expected) => {
  const scenario = scenarioOf(change)
  expect(checkScenario(catalog, scenario).map(({ code, path }) => [code, path])).toEqual(expected)
  expect(run(catalog, scenario).ok).toBe(false)
})

test('usage that grows out of the exact range is refused, not rounded', () => {
  const usage = { kind: 'pattern', monthly: '9000000000', pattern: { kind: 'growth', percent: '50' } }
  expect(run(catalog, scenarioOf({ usage }))).toMatchObject({
    ok: false,
    problems: [{ code: 'amount.out_of_bounds' }],
  })
})
