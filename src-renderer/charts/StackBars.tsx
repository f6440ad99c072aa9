import { memo } from 'react'
import { middleOf, type PaintedSeries, type StackPlot } from './stack-plot.ts'
import styles from './month-chart.module.css'

const NO_LINE: readonly number[] = []

/** The stacked bars of one panel; `line` adds a figure of each of them, such as what is left at its end. */
export const StackBars = memo(function StackBars({
  series,
  paths,
  plot,
  line = NO_LINE,
}: {
  readonly series: readonly PaintedSeries<string>[]
  /** The outlines of each part's bars; see `barPaths`. */
  readonly paths: ReadonlyMap<string, string>
  readonly plot: StackPlot
  readonly line?: readonly number[]
}) {
  const points = plot.slots.flatMap((slot, index) => {
    const figure = line[index]
    return figure === undefined ? [] : [{ x: middleOf(slot), y: plot.y(figure), room: slot.width }]
  })
  return (
    <svg className={styles.layer} aria-hidden>
      {series.map(({ id, paint }) => (
        <path key={id} d={paths.get(id)} fill={paint} />
      ))}
      {points.length === 0 ? null : (
        <polyline
          points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
          className={styles.balance}
        />
      )}
      {points.map(({ x, y, room }) =>
        room > 14 ? <circle key={x} cx={x} cy={y} r={2} fill="var(--tw-ink)" /> : null,
      )}
    </svg>
  )
})
