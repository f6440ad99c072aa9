import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { api } from '#shared/api.ts'
import { Crossover } from '#shared/comparison.ts'
import { RunResult } from '#shared/run-result.ts'
import { answerOf, filesOfTest, SCENARIO, spawned, tierwise } from './support.ts'

const fileOf = filesOfTest()

/** What scripts rely on; further keys may be added beside these. */
const Compared = z.object({
  catalog: z.string(),
  months: z.int(),
  plans: z.array(
    z.object({
      plan: z.string(),
      total: z.string(),
      monthly: z.string(),
      overage: z.string(),
      blockedCredits: z.string(),
      expiredCredits: z.string(),
    }),
  ),
  cheapest: z.string().nullable(),
})

const compared = async (...args: readonly string[]) => Compared.parse(await answerOf(['compare', ...args]))

const planIn = ({ plans }: z.infer<typeof Compared>, id: string) => plans.find((plan) => plan.plan === id)

describe('catalogs', () => {
  test('lists the presets with their plans, source and date, and nothing else', async () => {
    const Listed = z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        currency: z.string(),
        plans: z.array(z.string()),
        source: z.string().min(1),
        date: z.iso.date(),
      }),
    )
    const listed = Listed.parse(await answerOf(['catalogs']))
    expect(listed.map(({ id, currency }) => [id, currency])).toEqual([
      ['elevenlabs-2026-04', 'USD'],
      ['dodo-elevenlabs', 'USD'],
      ['elevenlabs-2026-10', 'USD'],
    ])
    expect(listed[1]?.plans).toEqual(['free', 'starter', 'creator', 'pro', 'scale', 'enterprise'])
  })
})

describe('compare', () => {
  test('opts in to overage wherever a plan sells it and applies no offer', async () => {
    const answer = await compared('--catalog', 'dodo-elevenlabs', '--usage', '400000', '--months', '1')
    expect(planIn(answer, 'creator')).toMatchObject({ total: '94.00', monthly: '94.00', overage: '72.00' })
    expect(planIn(answer, 'starter')).toMatchObject({ total: '5.00', blockedCredits: '370000' })
    expect([answer.catalog, answer.months, answer.cheapest]).toEqual(['dodo-elevenlabs', 1, 'creator'])
  })

  test('covers twelve months unless told otherwise', async () => {
    const answer = await compared('--catalog', 'elevenlabs-2026-04', '--usage', '400000')
    expect(answer.months).toBe(12)
    // 12 × 112.00 against 12 × 99.00
    expect(planIn(answer, 'creator')).toMatchObject({ total: '1344.00', monthly: '112.00' })
    expect(answer.cheapest).toBe('pro')
  })

  test('--no-overage shows the blocked side', async () => {
    const answer = await compared(
      '--catalog',
      'elevenlabs-2026-04',
      '--usage',
      '600000',
      '--months',
      '1',
      '--no-overage',
    )
    expect(planIn(answer, 'pro')).toMatchObject({ total: '99.00', overage: '0.00', blockedCredits: '100000' })
    expect(answer.cheapest).toBe('scale')
  })

  test('--offers applies first-month offers', async () => {
    const answer = await compared(
      '--catalog',
      'elevenlabs-2026-04',
      '--usage',
      '100000',
      '--months',
      '1',
      '--offers',
    )
    expect(planIn(answer, 'creator')?.total).toBe('11.00')
  })

  test('tells people the same in a table', async () => {
    const { stdout, exitCode } = await tierwise([
      'compare',
      '--catalog',
      'dodo-elevenlabs',
      '--usage',
      '400000',
      '--months',
      '1',
    ])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('94.00')
    expect(stdout).toContain('Cheapest that blocks nothing: Creator.')
  })
})

describe('crossovers', () => {
  test('along the ladder, in credits a month to two decimals', async () => {
    const found = z.array(Crossover).parse(await answerOf(['crossovers', '--catalog', 'elevenlabs-2026-04']))
    expect(found.map(({ from, to, usage }) => [from, to, usage])).toEqual([
      ['free', 'starter', '10000.00'],
      ['starter', 'creator', '30000.00'],
      ['creator', 'pro', '356666.67'],
      ['pro', 'scale', '1462500.00'],
      ['scale', 'business', '7500000.00'],
      ['business', 'enterprise', '22000000.00'],
    ])
  })

  test('of a catalogue in a file', async () => {
    const preset = api['catalogs.get'].output.parse(
      JSON.parse(JSON.stringify((await import('#main/catalogs/index.ts')).findPreset('dodo-elevenlabs'))),
    )
    const found = z
      .array(Crossover)
      .parse(await answerOf(['crossovers', '--catalog', fileOf('own.json', preset)]))
    expect(found.find(({ from }) => from === 'creator')?.usage).toBe('420833.33')
  })
})

describe('run', () => {
  test('prints the whole result, with engine version and input hash', async () => {
    const result = RunResult.parse(await answerOf(['run', fileOf('scenario.json', SCENARIO)]))
    expect(result.totals.total).toBe('94.00')
    expect(result.engineVersion).toMatch(/^\d+\.\d+\.\d+$/)
    expect(result.inputHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('reads standard input when the file is -, and answers byte for byte alike', async () => {
    const fromFile = await tierwise(['run', fileOf('scenario.json', SCENARIO), '--json'])
    const fromInput = await spawned(['run', '-', '--json'], JSON.stringify(SCENARIO))
    expect(fromInput).toEqual(fromFile)
  })

  test('the hash is of what was meant: spelled-out defaults and the order of keys do not change it', async () => {
    const { schemaVersion, ...rest } = SCENARIO
    const reworded = { ...rest, offers: false, billing: 'monthly', schemaVersion }
    const [one, other] = await Promise.all([
      answerOf(['run', '-'], JSON.stringify(SCENARIO)),
      answerOf(['run', '-'], JSON.stringify(reworded)),
    ])
    expect(RunResult.parse(other).inputHash).toBe(RunResult.parse(one).inputHash)
  })
})

describe('schema', () => {
  test.each(['scenario', 'catalog', 'result'])('%s is a JSON Schema of an object', async (name) => {
    const JsonSchema = z.looseObject({
      $schema: z.string(),
      type: z.literal('object'),
      properties: z.looseObject({}),
    })
    const { properties } = JsonSchema.parse(await answerOf(['schema', name]))
    expect(Object.keys(properties).length).toBeGreaterThan(5)
  })
})

describe('validate', () => {
  test('a sound document has no diagnostics', async () => {
    expect(await answerOf(['validate', fileOf('sound.json', SCENARIO)])).toEqual([])
    expect(await answerOf(['validate', '-'], JSON.stringify(SCENARIO))).toEqual([])
  })

  test('each thing wrong is one diagnostic with its path, and the exit says so', async () => {
    const path = fileOf('wrong.json', { ...SCENARIO, months: 2, plan: 'starter' })
    const { stdout, exitCode } = await tierwise(['validate', path, '--json'])
    expect(exitCode).toBe(2)
    const Problems = z.array(z.object({ code: z.string(), message: z.string(), path: z.string() }))
    expect(Problems.parse(JSON.parse(stdout)).map(({ code, path: field }) => [code, field])).toEqual([
      ['overage.not_sold', 'overage.optIn'],
      ['usage.wrong_length', 'usage.credits'],
    ])
  })
})
