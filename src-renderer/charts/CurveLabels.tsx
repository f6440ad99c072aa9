import { type InnerLabel, innerLabels, type LabelRoom } from './curve-labels.ts'
import type { CurvePicture } from './curve-picture.ts'
import { markerPlace } from './marker-place.ts'
import { ribbonNames } from './ribbon-names.ts'
import styles from './curve-chart.module.css'

/** A label that had to move away from its point is tied to it by a hairline. */
function Leader({ label: { kind, color, left, middle, width, x, y } }: { readonly label: InnerLabel }) {
  const near = left > x ? left - 3 : left + width + 3
  const far = kind !== 'top' && (Math.abs(near - x) > 12 || Math.abs(middle - y) > 20)
  return far ? <line x1={x} y1={y} x2={near} y2={middle} stroke={color} className={styles.leader} /> : null
}

/** A label on paper of its own, so that nothing behind it strikes it through. */
function Words({ label: { kind, text, color, left, middle, width } }: { readonly label: InnerLabel }) {
  return (
    <>
      <rect x={left - 2} y={middle - 7} width={width + 4} height={14} className={styles.halo} />
      <text
        x={left}
        y={middle}
        dy="0.35em"
        fill={color}
        className={kind === 'top' ? styles.name : styles.label}
      >
        {text}
      </text>
    </>
  )
}

/** The words inside the picture. They make way for the usage marker, so they are laid out with every step of a drag. */
export function CurveLabels({
  picture,
  room,
  usage,
}: {
  readonly picture: CurvePicture
  readonly room: LabelRoom
  readonly usage: number
}) {
  const marker = markerPlace(picture, usage)
  const labels = innerLabels(room, marker.ground)
  return (
    <svg className={styles.layer} aria-hidden>
      {ribbonNames(picture, marker.x).map(({ id, text, color, middle, y }) => (
        <text
          key={id}
          x={middle}
          y={y}
          dy="0.35em"
          textAnchor="middle"
          fill={color}
          className={styles.ribbonName}
        >
          {text}
        </text>
      ))}
      {labels.map((label) => (
        <Leader key={label.id} label={label} />
      ))}
      {labels.map((label) => (
        <Words key={label.id} label={label} />
      ))}
    </svg>
  )
}
