import { memo } from 'react'
import { currencySign } from '#renderer/format/figures.ts'
import { CheapestRibbon } from './CheapestRibbon.tsx'
import { edgeLabels, type LabelRoom } from './curve-labels.ts'
import type { CurvePicture } from './curve-picture.ts'
import styles from './curve-chart.module.css'

/** What is marked on the lines, their names at the edge and the ribbon: what stays while the usage is dragged. */
export const CurveOverlay = memo(function CurveOverlay({
  picture,
  room,
  unit,
}: {
  readonly picture: CurvePicture
  readonly room: LabelRoom
  /** What the axis counts. */
  readonly unit: string
}) {
  const { plot, currency, colorOf } = picture
  return (
    <svg className={styles.layer} aria-hidden>
      <text x={0} y={8} dy="0.35em" className={styles.axis}>
        {currencySign(currency)} a month
      </text>
      <text x={plot.right + 24} y={plot.bottom + 42} className={styles.axis}>
        {unit}
      </text>
      <CheapestRibbon picture={picture} />
      {edgeLabels(picture).map((label) => (
        <g key={label.id}>
          {Math.abs(label.middle - label.wanted) > 3 && label.wanted > plot.top - 8 ? (
            <polyline
              points={`${String(plot.right + 1)},${String(label.wanted)} ${String(label.left - 2)},${String(label.middle)}`}
              stroke={label.color}
              className={styles.leader}
            />
          ) : null}
          <text x={label.left} y={label.middle} dy="0.35em" fill={label.color} className={styles.name}>
            {label.text}
          </text>
        </g>
      ))}
      {room.stops.map(({ id, plan, x, y }) => (
        <line key={id} x1={x} x2={x} y1={y - 5} y2={y + 5} stroke={colorOf(plan)} strokeWidth={2} />
      ))}
      {room.otherCrossings.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r={3} className={styles.otherCrossing} />
      ))}
      {room.handOvers.map(({ id, x, y }) => (
        <g key={id}>
          <line x1={x} x2={x} y1={y} y2={plot.bottom} className={styles.drop} />
          <circle cx={x} cy={y} r={4} className={styles.crossing} />
        </g>
      ))}
    </svg>
  )
})
