import { z } from 'zod'
import { BestUpgrades, MostDays } from '#shared/analysis.ts'
import { parse, type Result, refuse, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { problemsText } from '../problem-text.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { textTable } from '../text-table.ts'
import { DAYS } from '../upgrade-days.ts'
import { wholeNumber } from '../whole-number.ts'

export const bestUpgrades: Command = {
  usage: 'FILE --plans A,B',
  summary: 'The plan and the day on which an upgrade costs least, of several plans, and never.',
  details: [
    `${SCENARIO_FILE} The best upgrade is the one that has least blocked by the plan and, among those, costs least; \`blockedByPlan\` leaves out what limits block that hold on every plan alike, and \`regret\` is how much more than it a day costs, whatever the plan. \`everyDays\` is 1 where every day was tried, else how many days lie between those that were spread over the run.`,
  ],
  operands: 1,
  options: {
    plans: { value: 'A,B', help: 'The plans to move to.' },
    'most-days': {
      value: 'N',
      help: 'How many days are tried for each plan at most; every day unless told.',
    },
  },
  example: 'best-upgrades docs/examples/creator-at-400k.json --plans pro,scale',
  answer: BestUpgrades,
  async run({ call, read }, [file], options) {
    const plans = readPlans(options['plans'])
    if (!plans.ok) return plans
    const mostDays = readMostDays(options['most-days'])
    if (!mostDays.ok) return mostDays
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const input = { scenario: scenario.value, plans: plans.value, ...mostDays.value }
    const found = fromItsTop(await call('analysis.bestUpgrades', input))
    return found.ok ? succeed(answer(found.value, textOf)) : found
  },
}

const readPlans = (plans: string | true | undefined): Result<string[]> =>
  typeof plans === 'string'
    ? succeed(plans.split(','))
    : refuse({ code: 'input.invalid', message: 'Name the plans to move to: --plans A,B.', path: 'plans' })

function readMostDays(days: string | true | undefined): Result<{ readonly mostDays?: number }> {
  if (days === undefined) return succeed({})
  return parse(z.strictObject({ mostDays: MostDays }), { mostDays: wholeNumber(days) })
}

function textOf({ best, plans }: BestUpgrades): string {
  const tried = plans.filter((row) => row.kind === 'tried')
  const refused = plans.filter((row) => row.kind === 'refused')
  return [
    ...(tried.length > 0 ? [findingOf(best)] : []),
    ...tried.map((row) => [row.plan, textTable(DAYS, row.days)].join('\n')),
    ...refused.map(({ plan, problems }) => problemsText(`There is no day to move to ${plan}`, problems)),
  ].join('\n\n')
}

const findingOf = (best: BestUpgrades['best']): string =>
  best === null
    ? 'It is best to move to none of these plans.'
    : `It is best to move to ${best.plan} on ${best.on}.`
