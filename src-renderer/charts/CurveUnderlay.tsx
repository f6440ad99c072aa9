import { memo, useId } from 'react'
import type { CurvePicture } from './curve-picture.ts'
import { polyline } from './PlanLines.tsx'
import styles from './curve-chart.module.css'

/** A broad stroke under the line of whichever plan is the cheapest there. */
export const CurveUnderlay = memo(function CurveUnderlay({ picture }: { readonly picture: CurvePicture }) {
  const id = useId()
  const { plot, curves, colorOf } = picture
  return (
    <svg className={styles.layer} aria-hidden>
      {curves.envelope.map((stretch, index) => {
        const curve = curves.plans.find(({ plan }) => plan === stretch.plan)
        if (!curve) return null
        const left = plot.x(Number(stretch.from))
        const right = plot.x(Number(stretch.to))
        const clip = `${id}-${String(index)}`
        return (
          <g key={clip}>
            <clipPath id={clip}>
              <rect x={left} y={plot.top} width={Math.max(0, right - left)} height={plot.height + 4} />
            </clipPath>
            <polyline
              clipPath={`url(#${clip})`}
              points={polyline(curve.points, plot)}
              className={styles.cheapest}
              stroke={colorOf(curve.plan)}
            />
          </g>
        )
      })}
    </svg>
  )
})
