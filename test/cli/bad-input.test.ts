import { describe, expect, test } from 'vitest'
import { SCENARIO, tierwise } from './support.ts'

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
  test.concurrent.each([
    [['frobnicate'], 'cli.unknown_command', ''],
    [['catalogs', '--frobnicate'], 'cli.bad_option', ''],
    [compare('--usage'), 'cli.bad_option', ''],
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
    [compare('--usage', '1', '--billing', 'weekly'), 'input.invalid', 'billing'],
    [compare('--usage', '9000000000'), 'amount.out_of_bounds', 'usage'],
    [['crossovers'], 'input.invalid', 'catalog'],
    [['crossovers', '--catalog', 'nobody'], 'catalog.unknown', 'catalog'],
    [['schema'], 'input.invalid', 'name'],
    [['schema', 'poem'], 'input.invalid', 'name'],
    [['run'], 'cli.missing_operand', ''],
    [['run', 'no-such-file.json'], 'input.unreadable', ''],
    [['validate'], 'cli.missing_operand', ''],
  ])('%j', (args, code, path) => expectRefused(args, [[code, path]]))

  test('with and without --json', async () => {
    const args = compare('--usage', '1', '--months', '0')
    expect(await tierwise(args)).toEqual(await tierwise([...args, '--json']))
  })

  test('no command at all prints what there is, on stderr', async () => {
    const { stdout, stderr, exitCode } = await tierwise([])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    for (const name of ['catalogs', 'compare', 'crossovers', 'run', 'schema', 'validate'])
      expect(stderr).toContain(name)
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
  test.concurrent.each([
    [['catalogs', 'surplus']],
    [compare('--usage', '1', 'surplus')],
    [['schema', 'scenario', 'surplus']],
    [['run', '-', 'surplus']],
  ])('%j', (args) => expectRefused(args, [['cli.unexpected_operand', '']], JSON.stringify(SCENARIO)))
})
