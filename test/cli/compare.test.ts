import { describe, expect, test } from 'vitest'
import { Comparison, Curves } from '#shared/comparison.ts'
import { answerOf, filesOfTest, textOf, tierwise } from './support.ts'

const fileOf = filesOfTest()

/** Small: 10.00, 10,000 credits, more at 2.00 for every 1,000. Large: 30.00, 50,000 credits, no more. */
const OWN = ['--catalog', 'docs/examples/own-catalog.json']
const APRIL = ['--catalog', 'elevenlabs-2026-04']

const totalsOf = async (...args: readonly string[]) =>
  Comparison.parse(await answerOf(['compare', ...args])).plans.map(({ plan, total }) => [plan, total])

describe('a usage pattern', () => {
  test('is typed in its short form', async () => {
    // 10,000, 30,000 and 10,000: 3 × 10.00 and 20,000 at 2.00 for every 1,000
    const spike = ['--months', '3', '--pattern', 'spike:2:3']
    expect(await totalsOf(...OWN, '--usage', '10k', ...spike)).toEqual([
      ['small', '70.00'],
      ['large', '90.00'],
    ])
    const drawn = Curves.parse(await answerOf(['curves', ...OWN, '--up-to', '10k', ...spike]))
    expect(drawn.plans[0]?.points.at(-1)).toEqual({ usage: '10000', monthly: '23.33' })
  })

  test.each([
    ['flat', ['10000', '10000', '10000']],
    ['growth:10', ['10000', '11000', '12100']],
    ['growth:-10', ['10000', '9000', '8100']],
    ['steps:2:1.5:3:0', ['10000', '15000', '0']],
    // at the height of the year’s wave in its second month, a month off it 1 + 0.4 × cos 30° (0.8660) = 1.3464
    ['seasonal:40:2', ['13464', '14000', '13464']],
  ])('%s', async (pattern, months) => {
    const args = ['compare', ...OWN, '--usage', '10k', '--months', '3', '--pattern', pattern]
    expect(Comparison.parse(await answerOf(args)).usageByMonth).toEqual(months)
  })

  test.each([
    ['wavy:3', 'pattern'],
    ['growth', 'pattern'],
    ['spike:2:3:4', 'pattern'],
    ['toString', 'pattern'],
    ['growth:much', 'pattern.percent'],
    ['growth:-100.5', 'pattern.percent'],
    ['steps', 'pattern'],
    ['steps:2', 'pattern'],
    ['steps:2:3:4', 'pattern'],
    ['steps:1:2', 'pattern.steps.0.month'],
    ['steps:4:2:4:3', 'pattern.steps.1.month'],
    ['seasonal:140:2', 'pattern.amplitude'],
    ['seasonal:40:13', 'pattern.peakMonth'],
    ['spike:second:3', 'pattern.month'],
  ])('%s is refused, with the field', async (pattern, path) => {
    for (const command of [
      ['compare', '--usage'],
      ['curves', '--up-to'],
    ]) {
      const { stderr, exitCode } = await tierwise([...command, '1k', ...OWN, '--pattern', pattern])
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(`^input\\.invalid: .*\\(${path}\\)\n$`)])
    }
  })
})

describe('agreed terms', () => {
  const terms = { enterprise: { monthly: '100', credits: '500000' } }

  test('are read from a file, or from standard input', async () => {
    const asked = ['compare', ...APRIL, '--usage', '400k', '--months', '1', '--terms']
    const enterprise = (answer: unknown) =>
      Comparison.parse(answer).plans.find(({ plan }) => plan === 'enterprise')
    const agreed = { total: '100.00', remainingCredits: '100000', agreed: 'part' }
    expect(enterprise(await answerOf([...asked, fileOf('terms.json', terms)]))).toMatchObject(agreed)
    expect(enterprise(await answerOf([...asked, '-'], JSON.stringify(terms)))).toMatchObject(agreed)
    expect(await textOf([...asked, '-'], JSON.stringify(terms))).toMatch(/^ +2 {2}Enterprise .* in part /m)
  })

  test.each<[unknown, string]>([
    [{ pro: { monthly: '80' } }, 'plan.not_custom: .*customTerms.pro'],
    [{ gold: { monthly: '80' } }, 'plan.unknown: .*customTerms.gold'],
    [{ enterprise: { monthly: 'cheap' } }, 'input.invalid: .*customTerms.enterprise.monthly'],
    [[], 'input.invalid: .*customTerms'],
  ])('%j are refused, with their path', async (given, complaint) => {
    const args = ['curves', ...APRIL, '--up-to', '1M', '--terms', '-']
    const { stderr, exitCode } = await tierwise(args, JSON.stringify(given))
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(complaint)])
  })
})

describe('what people read', () => {
  const told = (...args: readonly string[]) => textOf(['compare', ...args])

  test('the plans by rank, how much of what, and what each price rests on', async () => {
    const text = await told(...APRIL, '--usage', '400k', '--months', '1')
    expect(text).toContain('400,000 credits a month for a month on elevenlabs-2026-04: 400,000 in all.')
    expect(text).toContain('The usage is assumed.')
    // Creator: 22.00 + 300,000 at 0.30 for every 1,000
    const rows = text.split('\n').flatMap((line) => /^ +(\d) {2}(\w+).* (\w+)$/.exec(line)?.slice(1, 4) ?? [])
    expect(rows.slice(0, 6)).toEqual(['1', 'Pro', 'published', '2', 'Creator', 'published'])
    expect(text).toContain('Cheapest that blocks nothing: Pro. It saves 13.00 USD against Creator.')
    expect(text).toContain('Pro is the cheapest from 356,666.666666 to 1,462,500 credits a month.')
    expect(text).toContain('Cheaper, but it blocks: Starter for 5.00 USD blocks 370,000 credits.')
  })

  test('plans that cost as much', async () => {
    // Small: 10.00 + 10,000 at 2.00 for every 1,000
    const text = await told(...OWN, '--usage', '20k', '--months', '1')
    expect(text).toContain('Cheapest that blocks nothing: Small.\nAs cheap: Large.')
    expect(text).toContain('Small is the cheapest from 0 to 20,000 credits a month.')
  })

  test('a near miss, and where the cheapest plan blocks', async () => {
    const text = await told(...APRIL, '--usage', '35k', '--months', '1', '--no-overage')
    expect(text).toContain(
      'Creator is the cheapest from 30,000 to 100,000 credits a month, beyond which it blocks.',
    )
    expect(text).toContain(
      'A near miss: Starter for 5.00 USD blocks 5,000 credits, less than half of the usage.',
    )
    expect(text).toContain('Cheaper, but it blocks: Free for 0.00 USD blocks 25,000 credits.')
  })

  test('the plan that blocks least where all do', async () => {
    const text = await told(...APRIL, '--usage', '30M', '--months', '1', '--no-overage')
    expect(text).toContain(
      'Every plan blocks some of this usage. Enterprise blocks least: 8,000,000 credits.',
    )
  })

  test('how far was looked where the cheapest plan stays it', async () => {
    const text = await told(...OWN, '--usage', '60k', '--months', '1')
    // Large blocks past 50,000; looked at up to four times the usage and a thousand
    expect(text).toContain('Small is the cheapest from 50,000 credits a month on, looked at up to 241,000.')
  })

  test('the best plan month by month', async () => {
    const text = await told(...OWN, '--usage', '10k', '--months', '3', '--pattern', 'spike:2:3')
    const [, table = ''] = text.split('Small month by month\n')
    expect(table.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 5))).toEqual([
      ['month', 'from', 'total', 'subscription', 'overage'],
      ['1', '2026-01-01', '10.00', '10.00', '0.00'],
      ['2', '2026-02-01', '50.00', '10.00', '40.00'],
      ['3', '2026-03-01', '10.00', '10.00', '0.00'],
      ...(table.endsWith('\n') ? [['']] : []),
    ])
  })
})
