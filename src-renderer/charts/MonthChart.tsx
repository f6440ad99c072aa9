import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import type { MonthCost } from '#shared/comparison.ts'
import { compactCredits, currencySign, shortMoney } from '#renderer/format/figures.ts'
import { FillPatterns } from './fills.tsx'
import { MONTH_INSETS } from './month-plot.ts'
import { monthRows } from './month-rows.ts'
import { COST_SERIES, CREDIT_SERIES, present } from './month-series.ts'
import { MonthKey } from './MonthKey.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import { MonthReadout } from './MonthReadout.tsx'
import styles from './month-chart.module.css'

const KEY_HEIGHT = 22

/** The month an arrow key moves to; null leaves the months. */
function monthByKey(key: string, month: number | null, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count, (month ?? 0) + 1)
    case 'ArrowLeft':
      return Math.max(1, (month ?? count + 1) - 1)
    case 'Home':
      return 1
    case 'End':
      return count
    case 'Escape':
      return null
    default:
      return undefined
  }
}

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
  const moneyTick = useMemo(() => (figure: number) => shortMoney(figure, currency), [currency])
  const costs = useMemo(() => present(COST_SERIES, rows), [rows])
  const uses = useMemo(() => present(CREDIT_SERIES, rows), [rows])
  const balance = rows.some((row) => row.closing > 0)
  const panels = Math.max(0, height - 2 * KEY_HEIGHT)
  const slot = (width - MONTH_INSETS.left - MONTH_INSETS.right) / months.length

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - MONTH_INSETS.left
    const month = Math.floor(x / slot) + 1
    setPointed(x >= 0 && month <= months.length ? month : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = monthByKey(event.key, active, months.length)
    if (next === undefined) return
    event.preventDefault()
    setPointed(next)
  }

  const row = active === null ? undefined : months[active - 1]
  const shared = { rows, ink, width, active }
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
      <MonthKey label="Cost of each month" unit={currencySign(currency)} series={costs} ink={ink} />
      {width > 0 && panels > 0 ? (
        <MonthPanel {...shared} series={costs} height={panels * 0.42} format={moneyTick} balance={false} />
      ) : null}
      <MonthKey label="Credits of each month" unit="Credits" series={uses} ink={ink} balance={balance} />
      {width > 0 && panels > 0 ? (
        <MonthPanel
          {...shared}
          series={uses}
          height={panels * 0.58}
          format={compactCredits}
          balance={balance}
        />
      ) : null}
      <div aria-live="polite">
        {row && active !== null ? (
          <MonthReadout
            month={row}
            currency={currency}
            x={MONTH_INSETS.left + (active - 0.5) * slot}
            right={width}
          />
        ) : null}
      </div>
    </div>
  )
}
