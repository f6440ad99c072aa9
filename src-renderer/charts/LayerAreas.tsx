import { memo, useMemo } from 'react'
import type { CreditLayer } from '#shared/credit-layers.ts'
import { type AxisLabel, StackAxes } from './StackAxes.tsx'
import type { AxisWords } from './axis-words.ts'
import { areaPaths } from './stack-areas.ts'
import { type PaintedSeries, STACK_INSETS, stackPlot } from './stack-plot.ts'
import type { Vertex } from './layer-rows.ts'
import type { TimeAxis } from './time-axis.ts'
import styles from './month-chart.module.css'

const NO_LABELS: readonly AxisLabel[] = []
const INSETS = { ...STACK_INSETS, bottom: 6 }

/** What is on hand over time, one layer on the other. */
export const LayerAreas = memo(function LayerAreas({
  vertices,
  series,
  axis,
  width,
  height,
  format,
}: {
  readonly vertices: readonly Vertex[]
  readonly series: readonly PaintedSeries<CreditLayer>[]
  readonly axis: TimeAxis
  readonly width: number
  readonly height: number
  readonly format: AxisWords
}) {
  const rows = useMemo(() => vertices.map(({ figures }) => figures), [vertices])
  const plot = useMemo(
    () => stackPlot({ width, height }, [], rows, series, undefined, INSETS),
    [width, height, rows, series],
  )
  const paths = useMemo(() => {
    const points = vertices.map(({ at, figures }) => ({ x: axis.x(at), figures }))
    return areaPaths(points, series, plot)
  }, [vertices, axis, series, plot])
  return (
    <div className={styles.panel} style={{ height }}>
      <StackAxes plot={plot} format={format} labels={NO_LABELS} />
      <svg className={styles.layer} aria-hidden>
        {series.map(({ id, paint }) => (
          <path key={id} d={paths.get(id)} fill={paint} className={styles.area} />
        ))}
      </svg>
    </div>
  )
})
