import type { AlertFilter, AlertWindow } from '#shared/open-result.ts'
import { alertKindName, severityName } from '#renderer/finding/alert-in-words.ts'
import { credits } from '#renderer/format/figures.ts'
import { instantInUtc } from '#renderer/format/moments.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn } from '#renderer/tables/figure-columns.ts'

export type AlertRow = AlertWindow['rows'][number]

/** Whose alerts are looked at, and which of them. */
export interface AlertsAsked extends AlertFilter {
  readonly id: string
  readonly account: string | null
}

export const ALERT_WHEN: Column<AlertRow> = {
  id: 'at',
  header: 'When',
  unit: 'UTC',
  text: ({ at }) => instantInUtc(at),
  hint: ({ at }) => at,
}

export const ALERT_CREDITS: Column<AlertRow> = creditColumn({
  id: 'credits',
  header: 'Amount',
  about: 'The threshold or limit that is met, or the credits concerned.',
  figure: (alert) => alert.credits,
})

/** Alerts as they are copied: what stands in one cell on the screen is told apart. */
export const COPIED: readonly Column<AlertRow>[] = [
  {
    id: 'number',
    header: 'No.',
    numeric: true,
    figure: ({ number }) => String(number),
    text: ({ number }) => credits(number),
  },
  { id: 'severity', header: 'Severity', text: ({ severity }) => severityName(severity) },
  ALERT_WHEN,
  { id: 'kind', header: 'Kind', text: ({ kind }) => alertKindName(kind) },
  { id: 'message', header: 'Message', text: ({ message }) => message },
  { id: 'subject', header: 'Who', text: ({ subject }) => subject ?? 'the whole account' },
  ALERT_CREDITS,
]
