import styles from './axes.module.css'

export interface FigureTick {
  readonly at: number
  readonly text: string
  /** The line that the figures stand on. */
  readonly isZero: boolean
}

export interface PlaceTick {
  readonly at: number
  readonly text: string
}

/** Axes and grid of a picture, laid out already. */
export const Axes = ({
  left,
  right,
  bottom,
  figures,
  places,
}: {
  /** The sides of the picture. */
  readonly left: number
  readonly right: number
  /** Where the texts under it stand. */
  readonly bottom: number
  readonly figures: readonly FigureTick[]
  readonly places: readonly PlaceTick[]
}) => (
  <>
    {figures.map(({ at, text, isZero }) => (
      <g key={at}>
        <line x1={left} x2={right} y1={at} y2={at} className={isZero ? styles.zero : styles.grid} />
        <text x={left - 8} y={at} dy="0.35em" textAnchor="end" className={styles.tick}>
          {text}
        </text>
      </g>
    ))}
    {places.map(({ at, text }) => (
      <text key={at} x={at} y={bottom} textAnchor="middle" className={styles.tick}>
        {text}
      </text>
    ))}
  </>
)
