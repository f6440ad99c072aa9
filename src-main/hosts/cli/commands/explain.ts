import { Explanation } from '#shared/explanation.ts'
import { succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { explanationText } from '../explanation-text.ts'
import { readReference } from '../read-reference.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'

export const explain: Command = {
  usage: 'FILE REFERENCE',
  summary: 'Why a figure of a run is what it is: rule, arithmetic, credits, usage, source.',
  details: [
    SCENARIO_FILE,
    'REFERENCE is total, or total:KIND for one kind of money, invoice:INVOICE, line:INVOICE:N (a line of it), balance:N or block:N (of a period), alert:N, or entry:N (of the ledger); everything counts from 1, as `run` numbers it.',
  ],
  operands: 2,
  options: {},
  example: 'explain docs/examples/upgrade-in-march.json line:0002:1',
  answer: Explanation,
  async run({ call, read }, [file, words]) {
    const reference = readReference(words)
    if (!reference.ok) return reference
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const input = { scenario: scenario.value, reference: reference.value }
    const explained = fromItsTop(await call('scenarios.explain', input))
    return explained.ok ? succeed(answer(explained.value, explanationText)) : explained
  },
}
