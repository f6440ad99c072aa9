import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { MonthCost } from '#shared/comparison.ts'
import { compactCredits, compactMoney, currencySign } from '#renderer/format/figures.ts'
import { fillOf, FillPatterns } from './fills.tsx'
import { MonthBars } from './MonthBars.tsx'
import { monthRows } from './month-rows.ts'
import { COST_SERIES, CREDIT_SERIES, type MonthSeries, present } from './month-series.ts'
import styles from './month-chart.module.css'

function Key({ series, ink }: { readonly series: readonly MonthSeries[]; readonly ink: string }) {
  return series.map(({ id, label, fill }) => (
    <li key={id}>
      <svg width={12} height={12} aria-hidden>
        <rect width={12} height={12} rx={2} fill={fillOf(fill, ink)} />
      </svg>
      {label}
    </li>
  ))
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
  const rows = useMemo(() => monthRows(months), [months])
  const moneyTick = useMemo(() => (figure: number) => compactMoney(figure, currency), [currency])
  const costs = useMemo(() => present(COST_SERIES, rows), [rows])
  const uses = useMemo(() => present(CREDIT_SERIES, rows), [rows])
  const balance = rows.some((row) => row.closing > 0)
  const panels = Math.max(0, height - 2 * 22)
  const shared = { rows, ink, width, currency }
  return (
    <div ref={ref} className={styles.chart}>
      <FillPatterns ink={ink} />
      <ul className={styles.key} aria-label="Cost of each month">
        <li className={styles.unit}>{currencySign(currency)}</li>
        <Key series={costs} ink={ink} />
      </ul>
      {width > 0 && panels > 0 ? (
        <MonthBars
          {...shared}
          series={costs}
          height={panels * 0.42}
          label="Cost of each month"
          format={moneyTick}
          balance={false}
        />
      ) : null}
      <ul className={styles.key} aria-label="Credits of each month">
        <li className={styles.unit}>Credits</li>
        <Key series={uses} ink={ink} />
        {balance ? (
          <li>
            <svg width={18} height={12} aria-hidden>
              <line x1={0} x2={18} y1={6} y2={6} stroke="var(--tw-ink)" strokeDasharray="2 3" />
              <circle cx={9} cy={6} r={2} fill="var(--tw-ink)" />
            </svg>
            Left at the month’s end
          </li>
        ) : null}
      </ul>
      {width > 0 && panels > 0 ? (
        <MonthBars
          {...shared}
          series={uses}
          height={panels * 0.58}
          label="Credits of each month"
          format={compactCredits}
          balance={balance}
        />
      ) : null}
    </div>
  )
}
