import { memo } from 'react'
import type { CurvePicture } from './curve-picture.ts'
import { edgeLabels, innerLabels, type PlacedLabel } from './curve-labels.ts'
import { CheapestRibbon } from './CheapestRibbon.tsx'
import { currencySign } from '#renderer/format/figures.ts'
import styles from './curve-chart.module.css'

function Label({ label, strong = false }: { readonly label: PlacedLabel; readonly strong?: boolean }) {
  return (
    <text
      x={label.left}
      y={label.middle}
      dy="0.35em"
      fill={label.color}
      className={strong ? styles.name : styles.label}
    >
      {label.text}
    </text>
  )
}

/** Names, meetings, stops and the ribbon: the words of the picture, over its lines. */
export const CurveOverlay = memo(function CurveOverlay({ picture }: { readonly picture: CurvePicture }) {
  const { plot, currency } = picture
  const inner = innerLabels(picture)
  return (
    <svg className={styles.layer} aria-hidden>
      <text x={plot.left - 8} y={8} dy="0.35em" textAnchor="end" className={styles.axis}>
        {currencySign(currency)} a month
      </text>
      <text x={plot.right + 10} y={plot.bottom + 38} className={styles.axis}>
        credits a month
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
          <Label label={label} strong />
        </g>
      ))}
      {inner.stops.map((stop) => (
        <g key={stop.plan}>
          <line x1={stop.x} x2={stop.x} y1={stop.y - 5} y2={stop.y + 5} stroke={stop.color} strokeWidth={2} />
          {stop.label ? <Label label={stop.label} /> : null}
        </g>
      ))}
      {inner.tops.map((label) => (
        <Label key={label.id} label={label} strong />
      ))}
      {inner.crossings.map((crossing) => (
        <g key={crossing.id}>
          <line x1={crossing.x} x2={crossing.x} y1={crossing.y} y2={plot.bottom} className={styles.drop} />
          <circle cx={crossing.x} cy={crossing.y} r={4} className={styles.crossing} />
          {crossing.label ? <Label label={crossing.label} /> : null}
        </g>
      ))}
    </svg>
  )
})
