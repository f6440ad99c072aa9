import type { Alert } from '#shared/alert.ts'
import type { AlertFilter, AlertWindow } from '#shared/open-result.ts'
import type { AccountOfRun } from './account-of-run.ts'
import { type RowWindow, rowsIn } from './rows.ts'

/** The alerts that are asked for, and how many there would be were another severity or kind asked for. */
export function alertWindow(
  { alerts }: Pick<AccountOfRun, 'alerts'>,
  { severities, kinds, subject, ...window }: RowWindow & AlertFilter,
): AlertWindow {
  const isOfSeverity = wanted<Alert['severity']>(severities)
  const isOfKind = wanted<Alert['kind']>(kinds)
  const numbered = alerts.map((alert, index) => ({ number: index + 1, ...alert }))
  const concerned = numbered.filter((alert) => subject === undefined || alert.subject === subject)
  const meant = concerned.filter(({ severity, kind }) => isOfSeverity(severity) && isOfKind(kind))
  const severitiesMet = concerned.flatMap(({ severity, kind }) => (isOfKind(kind) ? severity : []))
  const kindsMet = concerned.flatMap(({ severity, kind }) => (isOfSeverity(severity) ? kind : []))
  return {
    ...rowsIn(meant, window),
    bySeverity: counted(severitiesMet).map(([severity, count]) => ({ severity, count })),
    byKind: counted(kindsMet).map(([kind, count]) => ({ kind, count })),
  }
}

/** Nobody who says nothing wants less than all. */
function wanted<T>(some: readonly T[] | undefined): (one: T) => boolean {
  const set = some && new Set(some)
  return (one) => set === undefined || set.has(one)
}

/** In the order in which they first appear. */
function counted<T>(list: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts]
}
