import type { ReactNode } from 'react'
import type { Alert } from '#shared/alert.ts'
import type { AlertFilter, AlertWindow } from '#shared/open-result.ts'
import { alertKindName, SEVERITY_ORDER } from '#renderer/finding/alert-in-words.ts'
import { credits } from '#renderer/format/figures.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { SeverityMark } from './SeverityMark.tsx'
import styles from './events.module.css'

/** One more or one less of what is chosen; undefined where that leaves nothing, which means all. */
export function toggled<T>(chosen: readonly T[] | undefined, one: T): T[] | undefined {
  const next =
    chosen?.includes(one) === true ? chosen.filter((kept) => kept !== one) : [...(chosen ?? []), one]
  return next.length === 0 ? undefined : next
}

/** What is counted, and what is chosen though nothing of it is left to count. */
function withChosen<T>(
  counted: readonly (readonly [T, number])[],
  chosen: readonly T[] = [],
): (readonly [T, number])[] {
  const known = new Set(counted.map(([one]) => one))
  return [...counted, ...chosen.filter((one) => !known.has(one)).map((one) => [one, 0] as const)]
}

/** Alerts by severity, by kind and by whom they concern, with how many each would show. */
export function AlertChips({
  filter,
  bySeverity,
  byKind,
  onChange,
}: {
  readonly filter: AlertFilter
  readonly onChange: (filter: AlertFilter) => void
} & Pick<AlertWindow, 'bySeverity' | 'byKind'>) {
  const severities = withChosen(
    bySeverity.map(({ severity, count }) => [severity, count] as const),
    filter.severities,
  ).toSorted(([one], [other]) => (SEVERITY_ORDER.indexOf(one) < SEVERITY_ORDER.indexOf(other) ? -1 : 1))
  const kinds = withChosen(
    byKind.map(({ kind, count }) => [kind, count] as const),
    filter.kinds,
  )
  const set = (change: { readonly [K in keyof AlertFilter]?: AlertFilter[K] | undefined }) =>
    onChange(withoutNothing({ ...filter, ...change }))
  return (
    <>
      <div ref={oneStop} role="toolbar" aria-label="Severities shown" className={styles.chips}>
        {severities.map(([severity, count]) => (
          <Chip
            key={severity}
            count={count}
            pressed={filter.severities?.includes(severity) === true}
            onPress={() => set({ severities: toggled(filter.severities, severity) })}
          >
            <SeverityMark severity={severity} />
          </Chip>
        ))}
      </div>
      <div ref={oneStop} role="toolbar" aria-label="Kinds shown" className={styles.chips}>
        {kinds.map(([kind, count]) => (
          <Chip
            key={kind}
            count={count}
            pressed={filter.kinds?.includes(kind) === true}
            onPress={() => set({ kinds: toggled(filter.kinds, kind) })}
          >
            {alertKindName(kind)}
          </Chip>
        ))}
        {filter.subject === undefined ? null : (
          <Chip count={null} pressed onPress={() => set({ subject: undefined })}>
            Only {filter.subject ?? 'the whole account'}
          </Chip>
        )}
      </div>
    </>
  )
}

function Chip({
  count,
  pressed,
  onPress,
  children,
}: {
  readonly count: number | null
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onPress}>
      {children}
      {count === null ? null : <span className={styles.count}> {credits(count)}</span>}
    </button>
  )
}

/** What is not chosen is not said: two filters that mean the same are the same question. */
const withoutNothing = ({
  severities,
  kinds,
  subject,
}: {
  readonly severities?: Alert['severity'][] | undefined
  readonly kinds?: Alert['kind'][] | undefined
  readonly subject?: string | null | undefined
}): AlertFilter => ({
  ...(severities !== undefined && { severities }),
  ...(kinds !== undefined && { kinds }),
  ...(subject !== undefined && { subject }),
})
