import { memo } from 'react'
import { MONTH_INSETS, type MonthPlot, monthTicks } from './month-plot.ts'
import styles from './month-chart.module.css'

/**
 * Axes and grid of one panel. Both axes move with most steps of a drag; drawn by recharts, with the bars as its
 * data, the two panels took 70 ms a step where these take 2.
 */
export const MonthAxes = memo(function MonthAxes({
  plot,
  format,
}: {
  readonly plot: MonthPlot
  readonly format: (figure: number) => string
}) {
  const { width, height, least, most, step } = plot
  const lowest = Math.ceil(least / step)
  const ticks = Array.from(
    { length: Math.floor(most / step) - lowest + 1 },
    (_, index) => (lowest + index) * step,
  )
  return (
    <svg className={styles.layer} aria-hidden>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={MONTH_INSETS.left}
            x2={width - MONTH_INSETS.right}
            y1={plot.y(tick)}
            y2={plot.y(tick)}
            className={tick === 0 ? styles.zero : styles.grid}
          />
          <text
            x={MONTH_INSETS.left - 8}
            y={plot.y(tick)}
            dy="0.35em"
            textAnchor="end"
            className={styles.tick}
          >
            {format(tick)}
          </text>
        </g>
      ))}
      {monthTicks(plot.months, width - MONTH_INSETS.left).map((month) => (
        <text key={month} x={plot.x(month)} y={height - 6} textAnchor="middle" className={styles.tick}>
          {month}
        </text>
      ))}
    </svg>
  )
})
