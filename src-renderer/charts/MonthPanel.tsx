import { useMemo } from 'react'
import type { AxisWords } from './axis-words.ts'
import type { MonthRow } from './month-rows.ts'
import type { MonthSeries } from './month-series.ts'
import { StackAxes } from './StackAxes.tsx'
import { StackBars } from './StackBars.tsx'
import {
  barPaths,
  evenSlots,
  middleOf,
  monthTicks,
  type PaintedSeries,
  STACK_INSETS,
  stackPlot,
} from './stack-plot.ts'
import styles from './month-chart.module.css'

/** One panel of the months' chart: its frame, its bars, and a band over the month that is pointed at. */
export function MonthPanel({
  rows,
  series,
  width,
  height,
  format,
  balance,
  active,
}: {
  readonly rows: readonly MonthRow[]
  readonly series: readonly PaintedSeries<MonthSeries['id']>[]
  readonly width: number
  readonly height: number
  readonly format: AxisWords
  readonly balance: boolean
  readonly active: number | null
}) {
  const line = useMemo(() => (balance ? rows.map(({ closing }) => closing) : []), [balance, rows])
  const plot = useMemo(
    () => stackPlot({ width, height }, evenSlots(rows.length, width), rows, series, line),
    [width, height, rows, series, line],
  )
  const labels = useMemo(
    () =>
      monthTicks(plot.slots.length, width - STACK_INSETS.left).flatMap((month) => {
        const slot = plot.slots[month - 1]
        return slot === undefined ? [] : [{ x: middleOf(slot), text: String(month) }]
      }),
    [plot.slots, width],
  )
  const paths = useMemo(() => barPaths(rows, series, plot), [rows, series, plot])
  const pointed = active === null ? undefined : plot.slots[active - 1]
  return (
    <div className={styles.panel} style={{ height }}>
      <StackAxes plot={plot} format={format} labels={labels} />
      <StackBars series={series} paths={paths} plot={plot} line={line} />
      {pointed === undefined ? null : (
        <div className={styles.band} data-passing style={{ left: pointed.left, width: pointed.width }} />
      )}
    </div>
  )
}
