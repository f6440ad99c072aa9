import { expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { adviseOnScenario, checkScenario, run } from '#main/engine/index.ts'
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
  [
    { changes: [{ kind: 'changePlan', on: '2026-01-05', plan: 'huge' }] },
    [['plan.unknown', 'changes.0.plan']],
  ],
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

test('a spike after the last month is billed as usage without it, and told of', () => {
  const flat = { kind: 'pattern', monthly: '200000', pattern: { kind: 'flat' } }
  const spike = { kind: 'pattern', monthly: '200000', pattern: { kind: 'spike', month: 3, multiple: '2' } }
  const billed = (usage: object, months: number) => {
    const result = run(catalog, scenarioOf({ usage, months }))
    if (!result.ok) throw new Error('not billed')
    return result.value.periods.map((period) => period.usage)
  }
  expect(billed(spike, 2)).toEqual(billed(flat, 2))
  expect(billed(spike, 3)).toEqual(['200000', '200000', '400000'])
  expect(
    adviseOnScenario(scenarioOf({ usage: spike, months: 2 })).map(({ code, path }) => [code, path]),
  ).toEqual([['usage.spike_outside', 'usage.pattern.month']])
  expect(adviseOnScenario(scenarioOf({ usage: spike, months: 3 }))).toEqual([])
  const stream = { id: 'a', product: 'text-to-speech', model: 'multilingual-v2', monthly: '1' }
  const streams = { kind: 'streams', streams: [stream, { ...stream, id: 'b', pattern: spike.pattern }] }
  expect(adviseOnScenario(scenarioOf({ usage: streams })).map(({ path }) => path)).toEqual([
    'usage.streams.1.pattern.month',
  ])
})

test('steps after the last month are billed as usage without them, and told of one by one', () => {
  const steps = [2, 3, 5].map((month) => ({ month, multiple: String(month) }))
  const usage = { kind: 'pattern', monthly: '1000', pattern: { kind: 'steps', steps } }
  const found = adviseOnScenario(scenarioOf({ usage, months: 2 }))
  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['usage.step_outside', 'usage.pattern.steps.1.month'],
    ['usage.step_outside', 'usage.pattern.steps.2.month'],
  ])
  expect(found[0]?.message).toBe('The step is in month 3, after the last of 2: nothing of it is billed.')
  expect(adviseOnScenario(scenarioOf({ usage, months: 5 }))).toEqual([])
})
