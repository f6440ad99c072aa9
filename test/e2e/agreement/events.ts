import { alertWindow, eventWindow, lookIntoAlerts } from '#main/engine/index.ts'
import type { AlertWindow } from '#shared/open-result.ts'
import { agree, type Expected, table } from './page-tables.ts'
import { type Looked, press } from './shown-account.ts'
import { count, credits, hovered, instantInUtc, listed, plural } from './written.ts'

type Alert = AlertWindow['rows'][number]

const WHOLE = { offset: 0, limit: 100_000 } as const
const SEVERITIES = [
  ['stop', 'Stop'],
  ['warning', 'Warning'],
  ['information', 'Information'],
] as const

const severityName = (severity: Alert['severity']): string =>
  SEVERITIES.find(([known]) => known === severity)?.[1] ?? ''

const COLUMNS: readonly Expected<Alert>[] = [
  ['Severity', ({ severity }) => severityName(severity)],
  ['When UTC', ({ at }) => hovered(instantInUtc(at), at)],
  ['What happens', ({ message }) => message],
  ['Who', ({ subject }) => subject ?? 'whole account'],
  ['Amount credits', (alert) => credits(alert.credits)],
  ['Why', () => ''],
]

function titleOf({ total, bySeverity }: AlertWindow): string {
  if (total === 0) return 'No alert: nothing happens that anybody would be told of'
  const parts = SEVERITIES.flatMap(([severity]) => {
    const many = bySeverity.find((one) => one.severity === severity)?.count
    if (many === undefined) return []
    return [severity === 'information' ? `${count(many)} for information` : plural(many, severity)]
  })
  return `${plural(total, 'alert')}: ${listed(parts)}`
}

/** Every alert, how many there are of each severity and kind, and the body of each as a webhook would carry it. */
export async function eventsAgree({ page, account }: Looked): Promise<void> {
  const { result } = account.run
  const section = page.getByRole('region', { name: 'Events', exact: true })
  const look = lookIntoAlerts(result, {})
  const window = alertWindow(look, WHOLE)
  await section.getByRole('heading', { name: titleOf(window), exact: true }).waitFor()
  if (window.total === 0) return
  await agree(section, [table('Alerts', COLUMNS, window.rows)])
  await press(section.getByRole('button', { name: 'As webhook bodies' }))
  const events = eventWindow(look, result, WHOLE)
  await agree(section, [
    table<(typeof events.rows)[number]>(
      'Webhook bodies',
      [
        ['Body', (event) => JSON.stringify(event, null, 1).replaceAll(/\s+/g, ' ')],
        ['Copy', () => 'Copy'],
      ],
      events.rows,
    ),
  ])
  await press(section.getByRole('button', { name: 'As a list' }))
}
