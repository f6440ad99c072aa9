import { memo } from 'react'
import { fillOf } from './fills.tsx'
import { barWidth, type MonthPlot, stack } from './month-plot.ts'
import type { MonthRow } from './month-rows.ts'
import type { MonthSeries } from './month-series.ts'
import styles from './month-chart.module.css'

/** The stacked bars of one panel; `balance` adds the credits left at each month's end as a line. */
export const MonthStacks = memo(function MonthStacks({
  rows,
  series,
  ink,
  plot,
  balance,
}: {
  readonly rows: readonly MonthRow[]
  readonly series: readonly MonthSeries[]
  readonly ink: string
  readonly plot: MonthPlot
  readonly balance: boolean
}) {
  const width = barWidth(plot.slot)
  return (
    <svg className={styles.layer} aria-hidden>
      {rows.map((row) =>
        stack(row, series, plot).map(({ id, fill, top, height }) => (
          <rect
            key={`${String(row.month)} ${id}`}
            x={plot.x(row.month) - width / 2}
            y={top}
            width={width}
            height={height}
            fill={fillOf(fill, ink)}
          />
        )),
      )}
      {balance ? (
        <>
          <polyline
            points={rows
              .map((row) => `${String(plot.x(row.month))},${String(plot.y(row.closing))}`)
              .join(' ')}
            className={styles.balance}
          />
          {plot.slot > 14
            ? rows.map((row) => (
                <circle
                  key={row.month}
                  cx={plot.x(row.month)}
                  cy={plot.y(row.closing)}
                  r={2}
                  fill="var(--tw-ink)"
                />
              ))
            : null}
        </>
      ) : null}
    </svg>
  )
})
