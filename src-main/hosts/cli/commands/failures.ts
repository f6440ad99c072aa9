import { z } from 'zod'
import { BothFailures, type FailuresOnPlan } from '#shared/analysis.ts'
import { succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { figure, words } from '../figure.ts'
import { problemsText } from '../problem-text.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { type Column, left, right, textTable } from '../text-table.ts'

export const failures: Command = {
  usage: 'FILE',
  summary: 'What each plan does with usage beyond its credits: the work it blocks, and the money it takes.',
  details: [
    `${SCENARIO_FILE} \`blocked\` is the account without overage, \`overflow\` with it from beginning to end; null where the plan sells none.`,
  ],
  operands: 1,
  options: {},
  example: 'failures docs/examples/creator-at-400k.json',
  answer: z.array(BothFailures),
  async run({ call, read }, [file]) {
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const priced = fromItsTop(await call('analysis.bothFailures', { scenario: scenario.value }))
    return priced.ok ? succeed(answer(priced.value, textOf)) : priced
  },
}

function textOf(rows: readonly BothFailures[]): string {
  const refused = rows.filter((row) => row.kind === 'refused')
  return [
    textTable(
      COLUMNS,
      rows.filter((row) => row.kind === 'billed'),
    ),
    ...refused.map(({ plan, problems }) => problemsText(`${plan} cannot be billed`, problems)),
  ].join('\n\n')
}

const causesText = (causes: FailuresOnPlan['blocked']['causes']): string =>
  causes.map(({ cause, credits }) => `${words(cause)} ${figure(credits)}`).join(', ')

const overflowing =
  (tell: (overflow: NonNullable<FailuresOnPlan['overflow']>) => string) =>
  ({ overflow }: FailuresOnPlan): string =>
    overflow === null ? '-' : figure(tell(overflow))

const COLUMNS: readonly Column<FailuresOnPlan>[] = [
  left('plan', (row) => row.plan),
  right('total without overage', (row) => figure(row.blocked.total)),
  right('blocked credits', (row) => figure(row.blocked.blockedCredits)),
  right('in periods', (row) => String(row.blocked.blockedPeriods)),
  right(
    'total with overage',
    overflowing(({ total }) => total),
  ),
  right(
    'overage',
    overflowing(({ overage }) => overage),
  ),
  right(
    'overage credits',
    overflowing(({ overageCredits }) => overageCredits),
  ),
  right(
    'blocked all the same',
    overflowing(({ blockedCredits }) => blockedCredits),
  ),
  left('blocked because', (row) => causesText(row.blocked.causes)),
]
