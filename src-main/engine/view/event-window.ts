import type { AlertFilter } from '#shared/open-result.ts'
import type { WebhookEvent } from '#shared/webhook-event.ts'
import { webhookEvents } from '../report/webhook-events.ts'
import type { AccountOfRun } from './account-of-run.ts'
import { alertWindow } from './alert-window.ts'
import type { Rows, RowWindow } from './rows.ts'

/** The alerts that are asked for as the events a webhook would carry; each has the id it has among all of them. */
export function eventWindow(
  account: Pick<AccountOfRun, 'alerts' | 'periods' | 'plan' | 'scenario'>,
  asked: RowWindow & AlertFilter,
): Rows<WebhookEvent> {
  const events = webhookEvents(account)
  const { total, rows } = alertWindow(account, asked)
  return { total, rows: rows.flatMap(({ number }) => events[number - 1] ?? []) }
}
