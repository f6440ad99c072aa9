import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { inputHash } from '#main/api/input-hash.ts'
import { Scenario } from '#shared/scenario.ts'
import { createApi } from '#main/api/router.ts'
import { RunResult } from '#shared/run-result.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

const api = createApi({ host: 'test' })

async function hashOf(scenario: object): Promise<string> {
  const answer = await api('scenarios.run', scenario)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return RunResult.parse(answer.value).inputHash
}

describe('canonical JSON', () => {
  it('sorts keys at every depth, keeps lists in order and drops what JSON drops', () => {
    const value = { b: [{ d: 1, c: '2' }, 'a'], a: { z: null, y: undefined }, B: true }
    expect(canonicalJson(value)).toBe('{"B":true,"a":{"z":null},"b":[{"c":"2","d":1},"a"]}')
  })

  it('orders keys that look like numbers the same whatever order they came in', () => {
    expect(canonicalJson({ '10': 1, '9': 2, a: 3 })).toBe(canonicalJson({ a: 3, '9': 2, '10': 1 }))
  })
})

/** What a scenario that says nothing of it is billed with. */
const DEFAULTS = {
  billing: 'monthly',
  offers: false,
  extraSeats: 0,
  policies: {},
  customTerms: {},
  members: [],
  workspaces: [],
  grants: [],
  prepaid: { kind: 'asUsed' },
  groups: [],
  apiKeys: [],
  changes: [],
  usageEvents: [],
}

describe('the input hash of a run', () => {
  it('is the SHA-256 of the scenario with its defaults and its catalogue', async () => {
    const catalog = presets.find(({ id }) => id === SCENARIO.catalog)
    const seen = { ...DEFAULTS, ...SCENARIO, catalog }
    expect(await hashOf(SCENARIO)).toBe(createHash('sha256').update(canonicalJson(seen)).digest('hex'))
  })

  it('is one for one input, however it is worded', async () => {
    const reordered = Object.fromEntries(Object.entries(SCENARIO).toReversed())
    const spelledOut = { ...DEFAULTS, ...SCENARIO }
    expect(await hashOf(reordered)).toBe(await hashOf(SCENARIO))
    expect(await hashOf(spelledOut)).toBe(await hashOf(SCENARIO))
    const written = presets.find(({ id }) => id === SCENARIO.catalog)
    expect(await hashOf({ ...SCENARIO, catalog: written })).toBe(await hashOf(SCENARIO))
  })

  it('says nothing of what the scenario expects', async () => {
    const expecting = { ...SCENARIO, expect: { totals: { total: '0.00' } } }
    expect(await hashOf(expecting)).toBe(await hashOf(SCENARIO))
  })

  it('is another for another scenario or another catalogue', async () => {
    const hashes = await Promise.all([
      hashOf(SCENARIO),
      hashOf({ ...SCENARIO, plan: 'pro' }),
      hashOf({ ...SCENARIO, offers: true }),
      hashOf({ ...SCENARIO, catalog: WRITTEN_OUT }),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

it('is the same with usage events that were written before', () => {
  const event = { id: 'e', at: '2026-01-05T00:00:00Z', product: 'api', model: 'Fast', quantity: '1' }
  const scenario = Scenario.parse({ ...SCENARIO, usageEvents: [event] })
  const [catalog] = presets
  if (!catalog) throw new Error('There is no preset.')
  const whole = canonicalJson({ ...scenario, catalog, expect: undefined })
  const hash = createHash('sha256').update(whole).digest('hex')
  expect(inputHash(scenario, catalog)).toBe(hash)
  expect(inputHash(scenario, catalog, canonicalJson([event]))).toBe(hash)
  expect(inputHash(scenario, catalog, '[]')).not.toBe(hash)
})
