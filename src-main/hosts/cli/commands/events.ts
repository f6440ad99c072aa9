import { z } from 'zod'
import { succeed } from '#shared/problem.ts'
import { WebhookEvent } from '#shared/webhook-event.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { figure } from '../figure.ts'
import { readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { type Column, left, optional, right, textTable } from '../text-table.ts'

export const events: Command = {
  usage: 'FILE',
  summary: 'The alerts of a run as the events that a webhook would carry.',
  details: [SCENARIO_FILE],
  operands: 1,
  options: {},
  example: 'events docs/examples/upgrade-in-march.json',
  answer: z.array(WebhookEvent),
  async run({ call, read }, [file]) {
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const told = await call('scenarios.events', scenario.value)
    if (!told.ok) return told
    return succeed(
      answer(told.value, (rows) => (rows.length === 0 ? 'No events.' : textTable(COLUMNS, rows))),
    )
  },
}

const COLUMNS: readonly Column<WebhookEvent>[] = [
  left('event', (row) => row.id),
  left('at', (row) => row.timestamp),
  left('type', (row) => row.type),
  left('plan', (row) => row.data.plan),
  right('credits', (row) => figure(row.data.credits)),
  optional(left('of', (row) => row.data.subject ?? '')),
  left('message', (row) => row.data.message),
]
