import { describe, expect, test } from 'vitest'
import { filesOfTest, SCENARIO, tierwise } from './support.ts'

const fileOf = filesOfTest()

// The tutorial's Creator: 22.00, and 300,000 credits beyond its 100,000 at 0.24 for every 1,000 are 72.00.
const RIGHT = { totals: { total: '94', overage: '72.00' } }
const WRONG = { totals: { total: '112.00', overage: '72.00' } }

const expecting = (name: string, expected: object | undefined) =>
  fileOf(name, { ...SCENARIO, name, expect: expected })

describe('check', () => {
  test('is done with 0 where every figure is as expected', async () => {
    const file = expecting('right', RIGHT)
    expect(await tierwise(['check', file])).toEqual({
      stdout: `${file}: as expected\n1 checked: 1 as expected.\n`,
      stderr: '',
      exitCode: 0,
    })
  })

  test('ends with 1 and tells path, expected and got where one differs', async () => {
    const file = expecting('wrong', WRONG)
    expect(await tierwise(['check', file])).toEqual({
      stdout: `${file}: differs\n  totals.total: expected "112.00", got "94.00"\n1 checked: 1 differs.\n`,
      stderr: '',
      exitCode: 1,
    })
  })

  test('lists the first hundred of however many differences, and says how many more', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [String(index), 'none']))
    const files = [
      expecting('many', { ledger: many }),
      expecting('key', { totals: { ['k'.repeat(50_000)]: 1 } }),
    ]
    const { stdout, exitCode } = await tierwise(['check', ...files])
    const lines = stdout.trimEnd().split('\n')
    expect([exitCode, lines.length, lines[101]]).toEqual([1, 105, '  And 19,900 more.'])
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(3000)

    const told: unknown = JSON.parse((await tierwise(['check', ...files, '--json'])).stdout)
    expect(told).toMatchObject([
      { differences: { length: 100 }, more: 19_900 },
      { differences: { length: 1 } },
    ])
    expect(JSON.stringify(told).length).toBeLessThan(20_000)
  })

  test('goes on after a file that is bad, keeps the order, and ends with 2', async () => {
    const files = [
      fileOf('bad', { ...SCENARIO, months: 0 }),
      expecting('wrong', WRONG),
      'no-such-file.json',
      expecting('nothing', undefined),
      expecting('empty', {}),
      expecting('right', RIGHT),
    ]
    const { stdout, stderr, exitCode } = await tierwise(['check', ...files, '--json'])
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject([
      { file: files[0], outcome: 'refused', scenario: null, problems: [{ path: 'months' }] },
      { file: files[1], outcome: 'differs', scenario: 'wrong', differences: [{ path: 'totals.total' }] },
      { file: files[2], outcome: 'refused', problems: [{ code: 'input.unreadable' }] },
      { file: files[3], outcome: 'refused', problems: [{ code: 'check.nothing_expected', path: 'expect' }] },
      { file: files[4], outcome: 'refused', problems: [{ code: 'check.nothing_expected', path: 'expect' }] },
      { file: files[5], outcome: 'asExpected', differences: [], problems: [] },
    ])
    const told = stderr.trimEnd().split('\n')
    expect(told.map((line) => line.split(':')[0])).toEqual([
      'input.invalid',
      'input.unreadable',
      'check.nothing_expected',
      'check.nothing_expected',
    ])
    expect(told[0]).toContain(`${files[0]}: `)
    expect(told[0]).toMatch(/\(months\)$/)
  })

  test('reads one scenario from standard input', async () => {
    const input = JSON.stringify({ ...SCENARIO, expect: RIGHT })
    expect((await tierwise(['check', expecting('right', RIGHT), '-'], input)).exitCode).toBe(0)
  })

  test('tells a file that cannot be billed as bad input, whatever it expects', async () => {
    const file = fileOf('unsold', { ...SCENARIO, plan: 'starter', expect: RIGHT })
    const { stderr, exitCode } = await tierwise(['check', file])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('overage.not_sold')
  })
})
