import { describe, expect, test } from 'vitest'
import { SCENARIO, spawned, tierwise } from './support.ts'

/** Exit 2, nothing on stdout, and every line of stderr is `code: message (path)`. */
async function expectRefused(
  args: readonly string[],
  problems: readonly (readonly [code: string, path: string])[],
  input = '',
): Promise<void> {
  const { stdout, stderr, exitCode } = await tierwise([...args, '--json'], input)
  const lines = stderr.trimEnd().split('\n')
  const told = lines.map((line) => {
    const [, code, path = ''] = /^([a-z_.]+): .*?(?: \(([\w.-]+)\))?$/.exec(line) ?? []
    return [code, path]
  })
  expect({ stdout, exitCode, told }).toEqual({ stdout: '', exitCode: 2, told: problems })
}

const compare = (...args: readonly string[]) => ['compare', '--catalog', 'dodo-elevenlabs', ...args]

describe('bad input is refused with the path of its field', () => {
  test.each([
    [['frobnicate'], 'cli.unknown_command', ''],
    [['catalogs', '--frobnicate'], 'cli.bad_option', ''],
    [['catalogs', '-x'], 'cli.bad_option', ''],
    [['catalogs', '--toString'], 'cli.bad_option', ''],
    [['catalogs', '--json=yes'], 'cli.bad_option', ''],
    [compare('--usage'), 'cli.bad_option', ''],
    [compare('--usage', '1', '--usage', '2'), 'cli.bad_option', ''],
    [['compare', '--catalog', '--usage', '1'], 'cli.bad_option', ''],
    [['compare', '--usage', '1'], 'input.invalid', 'catalog'],
    [['compare', '--catalog', 'nobody', '--usage', '1'], 'catalog.unknown', 'catalog'],
    [['compare', '--catalog', 'nobody.json', '--usage', '1'], 'input.unreadable', ''],
    [compare(), 'input.invalid', 'usage'],
    [compare('--usage', '-5'), 'cli.bad_option', ''],
    [compare('--usage=-5'), 'input.invalid', 'usage'],
    [compare('--usage', '1e6'), 'input.invalid', 'usage'],
    [compare('--usage', '1.0000001'), 'input.invalid', 'usage'],
    [compare('--usage', '10000000000'), 'input.invalid', 'usage'],
    [compare('--usage', '1', '--months', '0'), 'input.invalid', 'months'],
    [compare('--usage', '1', '--months', '121'), 'input.invalid', 'months'],
    [compare('--usage', '1', '--months', '1.5'), 'input.invalid', 'months'],
    [compare('--usage', '1', '--months', 'many'), 'input.invalid', 'months'],
    [compare('--usage', '1', '--months', '0x10'), 'input.invalid', 'months'],
    [compare('--usage', '1', '--months='), 'input.invalid', 'months'],
    [compare('--usage', '400K5'), 'input.invalid', 'usage'],
    [compare('--usage', '_400'), 'input.invalid', 'usage'],
    [compare('--usage', '400,000'), 'input.invalid', 'usage'],
    [compare('--usage', '.5k'), 'input.invalid', 'usage'],
    [compare('--usage', '1', '--billing', 'weekly'), 'input.invalid', 'billing'],
    [compare('--usage', '9000000000'), 'amount.out_of_bounds', 'usage'],
    [['crossovers'], 'input.invalid', 'catalog'],
    [['crossovers', '--catalog', 'nobody'], 'catalog.unknown', 'catalog'],
    [['schema'], 'input.invalid', 'name'],
    [['schema', 'poem'], 'input.invalid', 'name'],
    [['run'], 'cli.missing_operand', ''],
    [['run', 'no-such-file.json'], 'input.unreadable', ''],
    [['validate'], 'cli.missing_operand', ''],
    [['check'], 'cli.missing_operand', ''],
    [['events'], 'cli.missing_operand', ''],
    [['failures'], 'cli.missing_operand', ''],
    [['curves', '--catalog', 'dodo-elevenlabs'], 'input.invalid', 'upTo'],
    [['curves', '--catalog', 'dodo-elevenlabs', '--up-to', 'much'], 'input.invalid', 'upTo'],
    [['curves', '--up-to', '1'], 'input.invalid', 'catalog'],
    [['attribute', '-'], 'input.invalid', 'by'],
    [['attribute', '-', '--by', 'colour'], 'input.invalid', 'by'],
    [['attribute', '-', '--by', 'day,day'], 'input.invalid', 'by'],
    [['best-upgrade', '-'], 'input.invalid', 'plan'],
    [['variants', '-'], 'input.invalid', 'variants'],
    [['explain', '-'], 'input.invalid', 'reference'],
    [['explain', '-', 'line:1'], 'input.invalid', 'reference'],
    [['explain', '-', 'line:0001:0'], 'input.invalid', 'reference'],
    [['explain', '-', 'balance:x:1'], 'input.invalid', 'reference'],
    [['explain', '-', 'poem:1'], 'input.invalid', 'reference'],
    [['help', 'frobnicate'], 'cli.unknown_command', ''],
  ])('%j', (args, code, path) => expectRefused(args, [[code, path]]))

  test('with and without --json', async () => {
    const args = compare('--usage', '1', '--months', '0')
    expect(await spawned(args)).toEqual(await tierwise([...args, '--json']))
  })

  test('no command at all prints what there is, on stderr', async () => {
    const { stdout, stderr, exitCode } = await tierwise([])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    for (const name of ['catalogs', 'compare', 'crossovers', 'run', 'schema', 'validate'])
      expect(stderr).toContain(name)
  })

  test.each([
    [['comapre'], 'Did you mean compare?'],
    [['best_upgrade'], 'Did you mean best-upgrade?'],
    [['help', 'runs'], 'Did you mean run?'],
    [compare('--usage', '1', '--month', '2'), 'Did you mean --months?'],
    [compare('--usage', '1', '--nooverage'), 'Did you mean --no-overage?'],
  ])('%j names what was most likely meant', async (args, advice) => {
    expect((await tierwise(args)).stderr).toContain(advice)
  })

  test('what nothing is near to is told all there is', async () => {
    expect((await tierwise(['catalogs', '--frobnicate'])).stderr).toContain('Known: --json, --help.')
    expect((await tierwise(['frobnicate'])).stderr).toContain('Known: catalogs, compare,')
  })
})

describe('standard input is read once', () => {
  test.each([[['variants', '-', '--variants', '-']], [['check', '-', '-']]])('%j', (args) =>
    expectRefused(args, [['cli.input_twice', '']], JSON.stringify(SCENARIO)),
  )
})

describe('what is wrong with a document is told with the path inside it', () => {
  const onInput = (document: unknown, ...args: readonly string[]) => [args, JSON.stringify(document)] as const

  test.each([
    [onInput({ ...SCENARIO, plan: 'gold' }, 'events', '-'), 'plan'],
    [onInput({ ...SCENARIO, catalog: 'gold' }, 'failures', '-'), 'catalog'],
    [onInput({ ...SCENARIO, plan: 'gold' }, 'attribute', '-', '--by', 'day'), 'plan'],
    [onInput({ ...SCENARIO, plan: 'gold' }, 'explain', '-', 'balance:1'), 'plan'],
    [onInput({ ...SCENARIO, catalog: 'gold' }, 'best-upgrade', '-', '--plan', 'pro'), 'catalog'],
    [
      onInput({ ...SCENARIO, months: 0 }, 'variants', '-', '--variants', 'docs/examples/variants.json'),
      'months',
    ],
    [onInput([{ plan: 'pro' }], 'variants', 'no-such-file.json', '--variants', '-'), 'variants.0.name'],
    [onInput({ id: 'own' }, 'crossovers', '--catalog', '-'), 'catalog.name'],
  ])('%j', async ([args, input], path) => {
    const { stdout, stderr, exitCode } = await tierwise(args, input)
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toContain(`(${path})\n`)
  })
})

describe('a bad scenario is refused', () => {
  const expectRefusal = (document: unknown, ...problems: readonly (readonly [string, string])[]) =>
    expectRefused(['run', '-'], problems, JSON.stringify(document))

  test('when it is not JSON', async () => {
    await expectRefused(['run', '-'], [['input.not_json', '']], '{ "schemaVersion": 1,')
    await expectRefused(['run', '-'], [['input.not_json', '']], '')
    await expectRefused(['validate', '-'], [['input.not_json', '']], 'scenario')
  })

  test('when it is nested deeper than any, also where anything may stand', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const document = JSON.stringify({ ...SCENARIO, expect: { a: 'deep' } }).replace('"deep"', deep)
    for (const command of ['run', 'check', 'validate'])
      expect(await tierwise([command, '-'], document)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(/^bundle\.too_deep: /) as string,
      })
  })

  test('when it is not a scenario', () => expectRefusal([], ['input.invalid', '']))

  test('with every wrong field at once', () =>
    expectRefusal(
      { ...SCENARIO, start: '2026-02-30', months: 0, colour: 'red' },
      ['input.invalid', 'start'],
      ['input.invalid', 'months'],
      ['input.unknown_field', 'colour'],
    ))

  test('when it contradicts its catalogue', () =>
    expectRefusal(
      { ...SCENARIO, plan: 'free', billing: 'annual' },
      ['billing.not_offered', 'billing'],
      ['overage.not_sold', 'overage.optIn'],
    ))

  test('when its figures leave the exact range', () =>
    expectRefusal(
      { ...SCENARIO, months: 2, usage: { kind: 'series', credits: ['9000000000', '9000000000'] } },
      ['amount.out_of_bounds', 'usage'],
    ))

  test('deep inside its catalogue', async () => {
    const { findPreset } = await import('#main/catalogs/index.ts')
    const catalog = structuredClone(findPreset('dodo-elevenlabs'))
    const plans = catalog?.plans.map((plan, index) =>
      index === 2
        ? { ...plan, price: { ...plan.price, monthly: { value: '-22', source: 'article' } } }
        : plan,
    )
    await expectRefusal({ ...SCENARIO, catalog: { ...catalog, plans } }, [
      'input.invalid',
      'catalog.plans.2.price.monthly.value',
    ])
  })

  test('when it runs past the last date that can be written', () =>
    expectRefusal({ ...SCENARIO, start: '9999-12-31' }, ['scenario.past_calendar', 'start']))
})

describe('what a command does not take is refused, not ignored', () => {
  test.each([
    [['catalogs', 'surplus']],
    [compare('--usage', '1', 'surplus')],
    [['schema', 'scenario', 'surplus']],
    [['run', '-', 'surplus']],
  ])('%j', (args) => expectRefused(args, [['cli.unexpected_operand', '']], JSON.stringify(SCENARIO)))
})
