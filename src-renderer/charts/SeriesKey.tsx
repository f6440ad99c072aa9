import { memo, type ReactNode } from 'react'
import styles from './month-chart.module.css'

/** What is drawn over the bars, by its name. */
function LineKey({ label }: { readonly label: string }) {
  return (
    <li>
      <svg width={18} height={12} aria-hidden>
        <line x1={0} x2={18} y1={6} y2={6} stroke="var(--tw-ink)" strokeDasharray="2 3" />
        <circle cx={9} cy={6} r={2} fill="var(--tw-ink)" />
      </svg>
      {label}
    </li>
  )
}

/** What stands at instants under the bars, by its name. */
function EventKey({ label }: { readonly label: string }) {
  return (
    <li>
      <svg width={9} height={12} aria-hidden>
        <path d="M0.5 3h8l-4 6.5z" fill="var(--tw-danger)" />
      </svg>
      {label}
    </li>
  )
}

/** What the fills of a panel mean, over it. */
export const SeriesKey = memo(function SeriesKey({
  label,
  unit,
  series,
  line = null,
  event = null,
  children,
}: {
  readonly label: string
  readonly unit: string
  readonly series: readonly { readonly id: string; readonly label: string; readonly paint: string }[]
  /** What the line over the bars is; null where there is none. */
  readonly line?: string | null
  /** What is marked under the bars; null where nothing is. */
  readonly event?: string | null
  /** What else the panel shows, each as an `li`. */
  readonly children?: ReactNode
}) {
  return (
    <ul className={styles.key} aria-label={label}>
      <li className={styles.unit}>{unit}</li>
      {series.map(({ id, label: name, paint }) => (
        <li key={id}>
          <svg width={12} height={12} aria-hidden>
            <rect width={12} height={12} rx={2} fill={paint} />
          </svg>
          {name}
        </li>
      ))}
      {line === null ? null : <LineKey label={line} />}
      {event === null ? null : <EventKey label={event} />}
      {children}
    </ul>
  )
})
