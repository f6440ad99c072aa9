import type { z } from 'zod'
import { grouped } from '#shared/grouped.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { RunResult } from '#shared/run-result.ts'
import type { Workbook } from '#shared/workbook.ts'
import { answer } from '../answer.ts'
import type { Command, Context } from '../command.ts'
import { readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { runText } from '../run-text/run-text.ts'

export const run: Command = {
  usage: 'FILE [--xlsx OUT]',
  summary: 'Bill one account: periods, invoices, ledger, alerts.',
  details: [
    `${SCENARIO_FILE} The text holds everything that changes a figure; the ledger and usage by who and what are in the JSON, whose schema is \`tierwise schema result\`.`,
  ],
  operands: 1,
  options: {
    xlsx: { value: 'OUT', help: 'Writes the result as an Excel workbook too, to a file ending in .xlsx.' },
  },
  example: 'run docs/examples/upgrade-in-march.json',
  answer: RunResult,
  async run(context, [file], { xlsx }) {
    if (typeof xlsx === 'string' && !/.\.xlsx$/i.test(xlsx)) return refuse(NO_WORKBOOK)
    const scenario = await readScenario(context.read, file)
    if (!scenario.ok) return scenario
    const result = await context.call('scenarios.run', scenario.value)
    if (!result.ok) return result
    const written =
      typeof xlsx === 'string' ? await writeWorkbook(context, scenario.value, xlsx) : succeed([])
    return written.ok ? succeed(answer(result.value, runText, { complaints: written.value })) : written
  },
}

const NO_WORKBOOK = {
  code: 'input.invalid',
  message: '--xlsx takes the name of a file that ends in .xlsx.',
  path: 'xlsx',
} as const

/** Writes it, and answers what is to be said of it. */
async function writeWorkbook(
  { call, write }: Pick<Context, 'call' | 'write'>,
  scenario: z.input<typeof Scenario>,
  name: string,
): Promise<Result<readonly string[]>> {
  const made = await call('export.workbook', { scenario })
  if (!made.ok) return made
  const { file, leftOut } = made.value
  const written = await write(name, file)
  return written.ok ? succeed(leftOut.map(leftOutText)) : written
}

const leftOutText = ({ sheet, rows }: Workbook['leftOut'][number]): string =>
  `The sheet ${sheet} of the workbook leaves out ${grouped(rows)} rows, for which it has no room.`
