import { describe, expect, test } from 'vitest'
import { RunResult } from '#shared/run-result.ts'
import { ScenarioContent } from '#shared/library.ts'
import { storedApi } from '../api/stored-api.ts'
import { textOf } from '../fakes/bytes-of.ts'
import { answerOf, SCENARIO, tierwise } from './support.ts'

/** The text of a `.tierwise` file as the application writes it. */
async function fileOf(scenario: object): Promise<string> {
  const { ask } = storedApi()
  const content = ScenarioContent.parse({ scenario })
  const { id } = await ask('library.create', { name: 'Handed on', document: { kind: 'scenario', content } })
  return textOf(await ask('bundles.export', { id }))
}

describe('a .tierwise file on the command line', () => {
  test('is billed like the scenario in it, and says the same input hash', async () => {
    const file = await fileOf(SCENARIO)
    const result = RunResult.parse(await answerOf(['run', '-'], file))
    // Creator on the tutorial's figures: 22.00, and 300,000 credits beyond the quota at 0.24 per 1,000.
    expect(result.totals.total).toBe('94.00')
    expect(JSON.parse(file)).toMatchObject({ inputHash: result.inputHash })
    expect(await answerOf(['validate', '-'], file)).toEqual([])
  })

  test('keeps what its scenario expects, which `check` holds it to', async () => {
    const file = await fileOf({ ...SCENARIO, expect: { totals: { total: '94' } } })
    expect((await tierwise(['check', '-'], file)).exitCode).toBe(0)
    expect(JSON.parse(file)).toMatchObject({ inputHash: JSON.parse(await fileOf(SCENARIO)).inputHash })
  })

  test('is refused when it was changed after it was written', async () => {
    const changed = (await fileOf(SCENARIO)).replace('"400000"', '"500000"')
    const { stdout, stderr, exitCode } = await tierwise(['run', '-'], changed)
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toContain('bundle.hash_mismatch')
    expect(stderr).toContain('(hash)')
    expect((await tierwise(['validate', '-'], changed)).exitCode).toBe(2)
  })
})
