import type { Alert } from '#shared/alert.ts'
import type { AlertFilter, AlertWindow } from '#shared/open-result.ts'
import type { AccountOfRun } from './account-of-run.ts'
import type { RowWindow } from './rows.ts'

/** The alerts that are as a filter says, and how many there would be otherwise: all windows of them are cut from this. */
export interface AlertLook extends Pick<AlertWindow, 'bySeverity' | 'byKind'> {
  readonly alerts: readonly Alert[]
  /** Places of the alerts among all. */
  readonly places: readonly number[]
}

export function lookIntoAlerts(
  { alerts }: Pick<AccountOfRun, 'alerts'>,
  { severities, kinds, subject }: AlertFilter,
): AlertLook {
  const isOfSeverity = wanted<Alert['severity']>(severities)
  const isOfKind = wanted<Alert['kind']>(kinds)
  const places: number[] = []
  const bySeverity = new Map<Alert['severity'], number>()
  const byKind = new Map<Alert['kind'], number>()
  for (const [place, alert] of alerts.entries()) {
    if (subject !== undefined && alert.subject !== subject) continue
    const { severity, kind } = alert
    if (isOfKind(kind)) count(bySeverity, severity)
    if (isOfSeverity(severity)) count(byKind, kind)
    if (isOfSeverity(severity) && isOfKind(kind)) places.push(place)
  }
  return {
    alerts,
    places,
    bySeverity: [...bySeverity].map(([severity, many]) => ({ severity, count: many })),
    byKind: [...byKind].map(([kind, many]) => ({ kind, count: many })),
  }
}

/** The alerts that are asked for, and how many there would be were another severity or kind asked for. */
export const alertWindow = (
  { alerts, places, bySeverity, byKind }: AlertLook,
  { offset, limit }: RowWindow,
): AlertWindow => ({
  total: places.length,
  rows: places.slice(offset, offset + limit).flatMap((place) => {
    const alert = alerts[place]
    return alert ? { number: place + 1, ...alert } : []
  }),
  bySeverity,
  byKind,
})

/** Nobody who says nothing wants less than all. */
function wanted<T>(some: readonly T[] | undefined): (one: T) => boolean {
  const set = some && new Set(some)
  return (one) => set === undefined || set.has(one)
}

/** Those that are counted stay in the order in which they first appear. */
function count<T>(counts: Map<T, number>, one: T): void {
  counts.set(one, (counts.get(one) ?? 0) + 1)
}
