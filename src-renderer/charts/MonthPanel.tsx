import { useMemo } from 'react'
import { monthPlot } from './month-plot.ts'
import { MonthAxes } from './MonthAxes.tsx'
import { MonthStacks } from './MonthStacks.tsx'
import type { MonthRow } from './month-rows.ts'
import type { MonthSeries } from './month-series.ts'
import styles from './month-chart.module.css'

/** One panel of the months' chart: its frame, its bars, and a band over the month that is pointed at. */
export function MonthPanel({
  rows,
  series,
  ink,
  width,
  height,
  format,
  balance,
  active,
}: {
  readonly rows: readonly MonthRow[]
  readonly series: readonly MonthSeries[]
  readonly ink: string
  readonly width: number
  readonly height: number
  readonly format: (figure: number) => string
  readonly balance: boolean
  readonly active: number | null
}) {
  const plot = useMemo(
    () => monthPlot({ width, height }, rows, series, balance),
    [width, height, rows, series, balance],
  )
  return (
    <div className={styles.panel} style={{ height }}>
      <MonthAxes plot={plot} format={format} />
      <MonthStacks rows={rows} series={series} ink={ink} plot={plot} balance={balance} />
      {active === null ? null : (
        <div
          className={styles.band}
          data-passing
          style={{ left: plot.x(active) - plot.slot / 2, width: plot.slot }}
        />
      )}
    </div>
  )
}
