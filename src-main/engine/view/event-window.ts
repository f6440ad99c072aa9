import type { WebhookEvent } from '#shared/webhook-event.ts'
import { webhookEventsAt } from '../report/webhook-events.ts'
import type { AccountOfRun } from './account-of-run.ts'
import type { AlertLook } from './alert-window.ts'
import type { Rows, RowWindow } from './rows.ts'

/** The alerts that are asked for as the events a webhook would carry; each has the id it has among all of them. */
export const eventWindow = (
  { places }: Pick<AlertLook, 'places'>,
  account: Pick<AccountOfRun, 'alerts' | 'periods' | 'plan' | 'scenario'>,
  { offset, limit }: RowWindow,
): Rows<WebhookEvent> => ({
  total: places.length,
  rows: [...webhookEventsAt(account, places.slice(offset, offset + limit))],
})
