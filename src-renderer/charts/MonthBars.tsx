import { memo } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { MonthRow } from './month-rows.ts'
import type { MonthSeries } from './month-series.ts'
import { monthTicks } from './month-rows.ts'
import { fillOf } from './fills.tsx'
import { MonthTooltip } from './MonthTooltip.tsx'

const TICK = { fontSize: 11, fill: 'var(--tw-ink-3)' } as const
const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 } as const
const CURSOR = { fill: 'var(--tw-ink)', fillOpacity: 0.05 } as const
const AXIS_WIDTH = 52

const isRow = (value: unknown): value is MonthRow =>
  typeof value === 'object' && value !== null && 'source' in value && 'closing' in value

/** One panel of stacked bars over the months; `balance` adds the credits left at each month's end as a line. */
export const MonthBars = memo(function MonthBars({
  rows,
  series,
  ink,
  width,
  height,
  currency,
  label,
  format,
  balance,
}: {
  readonly rows: readonly MonthRow[]
  readonly series: readonly MonthSeries[]
  readonly ink: string
  readonly width: number
  readonly height: number
  readonly currency: string
  readonly label: string
  readonly format: (figure: number) => string
  readonly balance: boolean
}) {
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...rows]}
      margin={MARGIN}
      stackOffset="sign"
      barCategoryGap={rows.length > 40 ? '10%' : '22%'}
      title={label}
    >
      <CartesianGrid vertical={false} stroke="var(--tw-line)" />
      <XAxis
        dataKey="month"
        ticks={[...monthTicks(rows.length, width - AXIS_WIDTH)]}
        interval={0}
        tick={TICK}
        tickLine={false}
        tickMargin={6}
        height={22}
        axisLine={false}
      />
      <YAxis
        width={AXIS_WIDTH}
        tickCount={4}
        tickFormatter={format}
        tick={TICK}
        tickLine={false}
        tickMargin={8}
        axisLine={false}
      />
      <ReferenceLine y={0} stroke="var(--tw-line-strong)" />
      <Tooltip
        isAnimationActive={false}
        cursor={CURSOR}
        content={({ active, payload }) => {
          const row: unknown = payload[0]?.payload
          return active && isRow(row) ? <MonthTooltip month={row.source} currency={currency} /> : null
        }}
      />
      {series.map(({ id, fill }) => (
        <Bar
          key={id}
          dataKey={id}
          stackId="month"
          fill={fillOf(fill, ink)}
          isAnimationActive={false}
          maxBarSize={44}
        />
      ))}
      {balance ? (
        <Line
          dataKey="closing"
          type="linear"
          stroke="var(--tw-ink)"
          strokeWidth={1.25}
          strokeDasharray="2 3"
          dot={rows.length <= 36 ? { r: 2, fill: 'var(--tw-ink)', strokeWidth: 0 } : false}
          activeDot={false}
          isAnimationActive={false}
        />
      ) : null}
    </ComposedChart>
  )
})
