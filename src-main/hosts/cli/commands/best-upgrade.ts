import { BestUpgrade } from '#shared/analysis.ts'
import { type Result, refuse, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { textTable } from '../text-table.ts'
import { DAYS } from '../upgrade-days.ts'

export const bestUpgrade: Command = {
  usage: 'FILE --plan ID',
  summary: 'The day on which an upgrade to a plan costs least, every day of the run tried, and never.',
  details: [
    `${SCENARIO_FILE} The best day is the one on which the plan blocks least and, among those, costs least; \`blockedByPlan\` leaves out what limits block that hold on every plan alike. \`attributable\` is what pays for time within the run; \`regret\` is how much more of it a day costs than the best one.`,
  ],
  operands: 1,
  options: { plan: { value: 'ID', help: 'The plan to move to.' } },
  example: 'best-upgrade docs/examples/creator-at-400k.json --plan pro',
  answer: BestUpgrade,
  async run({ call, read }, [file], { plan }) {
    const named = readPlan(plan)
    if (!named.ok) return named
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const input = { scenario: scenario.value, plan: named.value }
    const found = fromItsTop(await call('analysis.bestUpgrade', input))
    return found.ok ? succeed(answer(found.value, textOf)) : found
  },
}

const readPlan = (plan: string | true | undefined): Result<string> =>
  typeof plan === 'string'
    ? succeed(plan)
    : refuse({ code: 'input.invalid', message: 'Name the plan to move to: --plan ID.', path: 'plan' })

const textOf = ({ plan, best, days }: BestUpgrade): string =>
  [
    best === null ? `It is best never to move to ${plan}.` : `The best day to move to ${plan} is ${best}.`,
    textTable(DAYS, days),
  ].join('\n\n')
