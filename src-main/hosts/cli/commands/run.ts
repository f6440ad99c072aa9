import { succeed } from '#shared/problem.ts'
import { RunResult } from '#shared/run-result.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { runText } from '../run-text/run-text.ts'

export const run: Command = {
  usage: 'FILE',
  summary: 'Bill one account: periods, invoices, ledger, alerts.',
  details: [
    `${SCENARIO_FILE} The text holds everything that changes a figure; the ledger and usage by who and what are in the JSON, whose schema is \`tierwise schema result\`.`,
  ],
  operands: 1,
  options: {},
  example: 'run docs/examples/upgrade-in-march.json',
  answer: RunResult,
  async run({ call, read }, [file]) {
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const result = await call('scenarios.run', scenario.value)
    return result.ok ? succeed(answer(result.value, runText)) : result
  },
}
