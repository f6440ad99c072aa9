import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import type { MonthCost } from '#shared/comparison.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { creditAxis, moneyAxis } from './axis-words.ts'
import { FillPatterns, fillOf } from './fills.tsx'
import { monthRows } from './month-rows.ts'
import { COST_SERIES, CREDIT_SERIES, LEFT_LABEL, type MonthSeries, present } from './month-series.ts'
import { MonthPanel } from './MonthPanel.tsx'
import { MonthReadout } from './MonthReadout.tsx'
import { SeriesKey } from './SeriesKey.tsx'
import { placeByKey } from './place-by-key.ts'
import { STACK_INSETS } from './stack-plot.ts'
import styles from './month-chart.module.css'

const KEY_HEIGHT = 22

const painted = (series: readonly MonthSeries[], ink: string) =>
  series.map(({ id, label, fill }) => ({ id, label, paint: fillOf(fill, ink) }))

/** The bill of each month above, what became of its credits below; both share the months. */
export function MonthChart({
  months,
  ink,
  currency,
}: {
  readonly months: readonly MonthCost[]
  readonly ink: string
  readonly currency: string
}) {
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const active = pointed !== null && pointed <= months.length ? pointed : null
  const rows = useMemo(() => monthRows(months), [months])
  const moneyTick = useMemo(() => moneyAxis(currency), [currency])
  const costs = useMemo(() => painted(present(COST_SERIES, rows), ink), [rows, ink])
  const uses = useMemo(() => painted(present(CREDIT_SERIES, rows), ink), [rows, ink])
  const balance = rows.some((row) => row.closing > 0)
  const panels = Math.max(0, height - 2 * KEY_HEIGHT)
  const slot = (width - STACK_INSETS.left - STACK_INSETS.right) / months.length

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - STACK_INSETS.left
    const month = Math.floor(x / slot) + 1
    setPointed(x >= 0 && month <= months.length ? month : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeByKey(event.key, active === null ? null : active - 1, months.length)
    if (next === undefined) return
    event.preventDefault()
    setPointed(next === null ? null : next + 1)
  }

  const row = active === null ? undefined : months[active - 1]
  const shared = { rows, width, active }
  return (
    <div
      ref={ref}
      className={styles.chart}
      data-chart
      role="group"
      tabIndex={0}
      aria-label="Months as a chart; arrow keys read one month after the other"
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={onKeyDown}
      onBlur={() => setPointed(null)}
    >
      <FillPatterns ink={ink} />
      <SeriesKey label="Cost of each month" unit={currencySign(currency)} series={costs} />
      {width > 0 && panels > 0 ? (
        <MonthPanel {...shared} series={costs} height={panels * 0.42} format={moneyTick} balance={false} />
      ) : null}
      <SeriesKey
        label="Credits of each month"
        unit="Credits"
        series={uses}
        line={balance ? LEFT_LABEL : null}
      />
      {width > 0 && panels > 0 ? (
        <MonthPanel {...shared} series={uses} height={panels * 0.58} format={creditAxis} balance={balance} />
      ) : null}
      <div aria-live="polite">
        {row && active !== null ? (
          <MonthReadout
            month={row}
            currency={currency}
            x={STACK_INSETS.left + (active - 0.5) * slot}
            right={width}
          />
        ) : null}
      </div>
    </div>
  )
}
