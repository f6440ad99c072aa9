import { z } from 'zod'
import { grouped } from '#shared/grouped.ts'
import { MOST_PROBLEMS } from '#shared/problem-list.ts'
import { Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command, Context } from '../command.ts'
import { differencesFrom } from '../expectation.ts'
import { problemText } from '../problem-text.ts'
import { readScenario } from '../read-scenario.ts'

/** What became of one file. */
const Checked = z.strictObject({
  file: z.string(),
  outcome: z.enum(['asExpected', 'differs', 'refused']),
  /** The scenario's name; null where it could not be read. */
  scenario: z.string().nullable(),
  /** The first hundred. */
  differences: z.array(z.strictObject({ path: z.string(), expected: z.string(), got: z.string() })),
  /** How many more there are; left out where all are listed. */
  more: z.int().min(1).optional(),
  problems: z.array(Problem),
})
type Checked = z.infer<typeof Checked>

export const check: Command = {
  usage: 'FILES…',
  summary: 'Run scenarios and hold each to the `expect` block in it.',
  details: [
    'Exits with 0 if all are as expected, with 1 if any differs, and with 2 if any cannot be billed or expects nothing; the other files are checked all the same. Of a file the first hundred differences are listed. Files may be .tierwise files; one of them may be - for standard input.',
    '`expect` holds any part of what `run --json` answers. Of an object only the keys in it are looked at. A list is expected whole: as many items, each as expected in its turn. To expect only some items, or how many there are, write an object with their positions: {"invoices": {"0": {"total": "22.00"}, "-1": {"total": "99.00"}, "length": 12}}; negative ones count from the end. Decimals in quotes are alike when their values are, exactly: "94" and "94.00". Anything else must be the very same.',
  ],
  operands: Number.POSITIVE_INFINITY,
  options: {},
  example: 'check docs/examples/upgrade-in-march.json docs/examples/creator-at-400k.json',
  answer: z.array(Checked),
  async run(context, files) {
    if (files.length === 0) {
      return refuse({ code: 'cli.missing_operand', message: 'Name the scenarios to check.', path: '' })
    }
    const checked: Checked[] = []
    for (const file of files) checked.push(await checkFile(context, file))
    const text = (told: readonly Checked[]) => [...told.map(textOf), summaryOf(told)].join('\n')
    const complaints = checked.flatMap(({ file, problems }) =>
      problems.map((problem) => problemText({ ...problem, message: `${file}: ${problem.message}` })),
    )
    return succeed(answer(checked, text, { exitCode: exitCodeOf(checked), complaints }))
  },
}

async function checkFile(context: Context, file: string): Promise<Checked> {
  const scenario = await readScenario(context.read, file)
  if (!scenario.ok) return refused(file, null, scenario.problems)
  const { name, expect } = scenario.value
  if (expect === undefined || Object.keys(expect).length === 0) {
    const message = 'There is nothing to check: the scenario has no `expect` block.'
    return refused(file, name, [{ code: 'check.nothing_expected', message, path: 'expect' }])
  }
  const result: Result<unknown> = await context.call('scenarios.run', scenario.value)
  if (!result.ok) return refused(file, name, result.problems)
  const differences = differencesFrom(expect, result.value)
  const outcome = differences.length === 0 ? 'asExpected' : 'differs'
  const more = differences.length - MOST_PROBLEMS
  return {
    file,
    outcome,
    scenario: name,
    differences: differences.slice(0, MOST_PROBLEMS),
    ...(more > 0 ? { more } : {}),
    problems: [],
  }
}

const refused = (file: string, scenario: string | null, problems: readonly Problem[]): Checked => ({
  file,
  outcome: 'refused',
  scenario,
  differences: [],
  problems: [...problems],
})

const WORDS: Readonly<Record<Checked['outcome'], string>> = {
  asExpected: 'as expected',
  differs: 'differs',
  refused: 'refused',
}

function exitCodeOf(checked: readonly Checked[]): 0 | 1 | 2 {
  if (checked.some(({ problems }) => problems.some(({ code }) => code === 'internal.error'))) return 1
  if (checked.some(({ outcome }) => outcome === 'refused')) return 2
  return checked.some(({ outcome }) => outcome === 'differs') ? 1 : 0
}

const textOf = ({ file, outcome, differences, more }: Checked): string =>
  [
    `${file}: ${WORDS[outcome]}`,
    ...differences.map(({ path, expected, got }) => `  ${path}: expected ${expected}, got ${got}`),
    ...(more === undefined ? [] : [`  And ${grouped(more)} more.`]),
  ].join('\n')

function summaryOf(checked: readonly Checked[]): string {
  const counts = (['asExpected', 'differs', 'refused'] as const).map((outcome) => {
    const count = checked.filter((one) => one.outcome === outcome).length
    return count === 0 ? [] : [`${count} ${WORDS[outcome]}`]
  })
  return `${checked.length} checked: ${counts.flat().join(', ')}.`
}
