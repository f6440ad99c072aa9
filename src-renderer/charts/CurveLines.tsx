import { memo } from 'react'
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts'
import { creditAxis, moneyAxis } from './axis-words.ts'
import type { CurvePicture } from './curve-picture.ts'
import { PlanLines } from './PlanLines.tsx'

const TICK = { fontSize: 11, fill: 'var(--tw-ink-3)' } as const
/** Recharts draws axes only for a chart that has rows; these never change, so it never works them out anew. */
const ROWS = [{ usage: 0 }]

/**
 * Lines, axes and grid: they depend on terms and range only, so a drag of the usage never redraws them. The lines are
 * a child of the chart that draws plain polylines: as seven series of recharts they took half of a change of range.
 */
export const CurveLines = memo(function CurveLines({ picture }: { readonly picture: CurvePicture }) {
  const { plot, insets, xTicks, yTicks, upTo, top, currency } = picture
  return (
    <LineChart
      width={plot.right + insets.right}
      height={plot.bottom + insets.bottom}
      data={ROWS}
      margin={{ top: insets.top, right: insets.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--tw-line)" />
      <XAxis
        type="number"
        dataKey="usage"
        domain={[0, upTo]}
        ticks={[...xTicks]}
        height={insets.bottom}
        interval={0}
        allowDataOverflow
        tickFormatter={creditAxis(xTicks)}
        tick={TICK}
        tickLine={false}
        tickMargin={28}
        axisLine={{ stroke: 'var(--tw-line-strong)' }}
      />
      <YAxis
        type="number"
        domain={[0, top]}
        ticks={[...yTicks]}
        width={insets.left}
        interval={0}
        allowDataOverflow
        tickFormatter={moneyAxis(currency)(yTicks)}
        tick={TICK}
        tickLine={false}
        tickMargin={8}
        axisLine={false}
      />
      <PlanLines picture={picture} />
    </LineChart>
  )
})
