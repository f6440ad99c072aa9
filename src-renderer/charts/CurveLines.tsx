import { memo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import { planInks } from '#renderer/theme/plan-colors.ts'
import { compactCredits, compactMoney } from '#renderer/format/figures.ts'
import type { CurveRow } from './curve-rows.ts'
import { AXIS_INSETS, type CurvePicture } from './curve-picture.ts'

const TICK = { fontSize: 11, fill: 'var(--tw-ink-3)' } as const
const NO_MARGIN = { top: AXIS_INSETS.top, right: AXIS_INSETS.right, bottom: 0, left: 0 } as const

/** Recharts takes a mutable array type but leaves the rows alone; a copy keeps ours read-only. */
const rowsFor = (rows: readonly CurveRow[]): CurveRow[] => [...rows]

/** The lines, axes and grid: they depend on terms and range only, so a drag of the usage never redraws them. */
export const CurveLines = memo(function CurveLines({ picture }: { readonly picture: CurvePicture }) {
  const { plot, inks, xTicks, yTicks, upTo, top, currency } = picture
  return (
    <LineChart
      width={plot.right + AXIS_INSETS.right}
      height={plot.bottom + AXIS_INSETS.bottom}
      data={rowsFor(picture.rows)}
      margin={NO_MARGIN}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--tw-line)" />
      <XAxis
        type="number"
        dataKey="usage"
        domain={[0, upTo]}
        ticks={[...xTicks]}
        height={AXIS_INSETS.bottom}
        interval={0}
        allowDataOverflow
        tickFormatter={compactCredits}
        tick={TICK}
        tickLine={false}
        tickMargin={28}
        axisLine={{ stroke: 'var(--tw-line-strong)' }}
      />
      <YAxis
        type="number"
        domain={[0, top]}
        ticks={[...yTicks]}
        width={AXIS_INSETS.left}
        interval={0}
        allowDataOverflow
        tickFormatter={(cost: number) => compactMoney(cost, currency)}
        tick={TICK}
        tickLine={false}
        tickMargin={8}
        axisLine={false}
      />
      {inks.map((ink, index) => (
        <Line
          key={ink.plan}
          type="linear"
          dataKey={`costs.${String(index)}`}
          stroke={ink.color}
          strokeWidth={1.75}
          strokeDasharray={planInks.get(ink.name)?.dash ?? ''}
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
})
