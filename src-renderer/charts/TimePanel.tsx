import { useMemo } from 'react'
import type { AxisWords } from './axis-words.ts'
import { type AxisLabel, StackAxes } from './StackAxes.tsx'
import { StackBars } from './StackBars.tsx'
import {
  barPaths,
  type PaintedSeries,
  type Slot,
  STACK_INSETS,
  type StackFigures,
  stackPlot,
} from './stack-plot.ts'
import styles from './month-chart.module.css'

/** One panel over time: what is stacked in it, how it is printed, and what it is called. */
export interface PanelData {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly series: readonly PaintedSeries<string>[]
  readonly rows: readonly StackFigures<string>[]
  readonly format: AxisWords
  /** Of the height that all panels share. */
  readonly share: number
  /** A figure of each bar that is drawn as a line, and its name. */
  readonly line?: { readonly label: string; readonly figures: readonly number[] }
}

const NO_LABELS: readonly AxisLabel[] = []
const NO_LINE: readonly number[] = []
/** Panels above the last one have no words under them. */
const ABOVE = { ...STACK_INSETS, bottom: 6 }

/** One of several panels that share their time axis, which the last one has the words of. */
export function TimePanel({
  panel,
  slots,
  width,
  height,
  labels,
  active,
}: {
  readonly panel: PanelData
  readonly slots: readonly Slot[]
  readonly width: number
  readonly height: number
  /** Null but for the last panel. */
  readonly labels: readonly AxisLabel[] | null
  readonly active: number | null
}) {
  const { rows, series, line, format } = panel
  const figures = line?.figures ?? NO_LINE
  const insets = labels === null ? ABOVE : STACK_INSETS
  const plot = useMemo(
    () => stackPlot({ width, height }, slots, rows, series, figures, insets),
    [width, height, slots, rows, series, figures, insets],
  )
  const paths = useMemo(() => barPaths(rows, series, plot), [rows, series, plot])
  const pointed = active === null ? undefined : slots[active]
  return (
    <div className={styles.panel} style={{ height }}>
      <StackAxes plot={plot} format={format} labels={labels ?? NO_LABELS} />
      <StackBars series={series} paths={paths} plot={plot} line={figures} />
      {pointed === undefined ? null : (
        <div className={styles.band} style={{ left: pointed.left, width: pointed.width }} />
      )}
    </div>
  )
}
