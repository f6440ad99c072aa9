import type { CurvePicture } from './curve-picture.ts'
import { textWidth } from './labels.ts'
import styles from './curve-chart.module.css'

const TOP = 5
const HEIGHT = 16

/** Under the axis: the name of the cheapest plan over each stretch of usage. */
export function CheapestRibbon({ picture }: { readonly picture: CurvePicture }) {
  const { plot, curves, names, colorOf } = picture
  const y = plot.bottom + TOP
  return (
    <g>
      <text x={plot.left - 8} y={y + HEIGHT / 2} dy="0.35em" textAnchor="end" className={styles.axis}>
        cheapest
      </text>
      {curves.envelope.map((stretch) => {
        const left = plot.x(Number(stretch.from))
        const width = plot.x(Number(stretch.to)) - left
        const name = stretch.plan === null ? 'all block' : names(stretch.plan)
        const color = stretch.plan === null ? 'var(--tw-danger)' : colorOf(stretch.plan)
        return (
          <g key={stretch.from}>
            <rect
              x={left}
              y={y}
              width={Math.max(0, width - 1)}
              height={HEIGHT}
              fill={color}
              className={styles.ribbon}
            />
            <rect x={left} y={y} width={Math.max(0, width - 1)} height={2} fill={color} />
            {width > textWidth(name, 11, 'bold') + 12 ? (
              <text
                x={left + width / 2}
                y={y + HEIGHT / 2 + 1}
                dy="0.35em"
                textAnchor="middle"
                fill={color}
                className={styles.ribbonName}
              >
                {name}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}
