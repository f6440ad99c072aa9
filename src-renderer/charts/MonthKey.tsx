import { memo } from 'react'
import { fillOf } from './fills.tsx'
import { LEFT_LABEL, type MonthSeries } from './month-series.ts'
import styles from './month-chart.module.css'

/** What the fills of a panel mean, over it. */
export const MonthKey = memo(function MonthKey({
  label,
  unit,
  series,
  ink,
  balance = false,
}: {
  readonly label: string
  readonly unit: string
  readonly series: readonly MonthSeries[]
  readonly ink: string
  readonly balance?: boolean
}) {
  return (
    <ul className={styles.key} aria-label={label}>
      <li className={styles.unit}>{unit}</li>
      {series.map(({ id, label: name, fill }) => (
        <li key={id}>
          <svg width={12} height={12} aria-hidden>
            <rect width={12} height={12} rx={2} fill={fillOf(fill, ink)} />
          </svg>
          {name}
        </li>
      ))}
      {balance ? (
        <li>
          <svg width={18} height={12} aria-hidden>
            <line x1={0} x2={18} y1={6} y2={6} stroke="var(--tw-ink)" strokeDasharray="2 3" />
            <circle cx={9} cy={6} r={2} fill="var(--tw-ink)" />
          </svg>
          {LEFT_LABEL}
        </li>
      ) : null}
    </ul>
  )
})
