import type { CurvePicture } from './curve-picture.ts'
import { RIBBON, ribbonColor } from './ribbon-names.ts'
import styles from './curve-chart.module.css'

/** Under the axis: which plan is the cheapest over each stretch of usage. `CurveLabels` writes the names. */
export function CheapestRibbon({ picture }: { readonly picture: CurvePicture }) {
  const { plot, curves, colorOf } = picture
  const y = plot.bottom + RIBBON.top
  return (
    <g>
      <text x={plot.left - 8} y={y + RIBBON.height / 2} dy="0.35em" textAnchor="end" className={styles.axis}>
        cheapest
      </text>
      {curves.envelope.map(({ plan, from, to }) => {
        const left = plot.x(Number(from))
        const width = Math.max(0, plot.x(Number(to)) - left - 1)
        const color = ribbonColor(plan, colorOf)
        return (
          <g key={from}>
            <rect
              x={left}
              y={y}
              width={width}
              height={RIBBON.height}
              fill={color}
              className={styles.ribbon}
            />
            <rect x={left} y={y} width={width} height={2} fill={color} />
          </g>
        )
      })}
    </g>
  )
}
