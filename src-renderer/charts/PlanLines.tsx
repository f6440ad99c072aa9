import { useId } from 'react'
import type { Curves } from '#shared/comparison.ts'
import { planInks } from '#renderer/theme/plan-colors.ts'
import type { CurvePicture } from './curve-picture.ts'
import type { Plot } from './plot.ts'

type Points = Curves['plans'][number]['points']

/** A curve as the points of an SVG polyline. */
export const polyline = (points: Points, plot: Plot): string =>
  points
    .map(({ usage, monthly }) => `${plot.x(Number(usage)).toFixed(1)},${plot.y(Number(monthly)).toFixed(1)}`)
    .join(' ')

/** The cost of each plan, in its ink and dashes; what costs more than the picture shows is cut off at the top. */
export function PlanLines({ picture }: { readonly picture: CurvePicture }) {
  const clip = useId()
  const { plot, curves, inks } = picture
  return (
    <g data-testid="plan-lines">
      <clipPath id={clip}>
        <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height + 2} />
      </clipPath>
      {curves.plans.map(({ plan, points }, index) => (
        <polyline
          key={plan}
          points={polyline(points, plot)}
          clipPath={`url(#${clip})`}
          fill="none"
          stroke={inks[index]?.color}
          strokeWidth={1.75}
          strokeDasharray={planInks.get(inks[index]?.name ?? '')?.dash}
        />
      ))}
    </g>
  )
}
