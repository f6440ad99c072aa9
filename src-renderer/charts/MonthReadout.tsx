import type { MonthCost } from '#shared/comparison.ts'
import { credits, isZero, money } from '#renderer/format/figures.ts'
import { COST_SERIES, CREDIT_SERIES } from './month-series.ts'
import styles from './month-chart.module.css'

const WIDTH = 216
const GAP = 18

/** One month's bill and credits, exactly, beside the month that is pointed at. */
export function MonthReadout({
  month,
  currency,
  x,
  right,
}: {
  readonly month: MonthCost
  readonly currency: string
  readonly x: number
  readonly right: number
}) {
  const left = x + GAP + WIDTH > right ? x - GAP - WIDTH : x + GAP
  return (
    <div className={styles.readout} style={{ left, width: WIDTH }}>
      <h3>Month {month.month}</h3>
      <dl>
        {COST_SERIES.map(({ id, label, exact }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd className="figures">{money(exact(month), currency)}</dd>
          </div>
        ))}
        {CREDIT_SERIES.filter(({ exact }) => !isZero(exact(month))).map(({ id, label, exact }) => (
          <div key={id}>
            <dt>{label === 'Overage' ? 'Overage credits' : label}</dt>
            <dd className="figures">{credits(exact(month))}</dd>
          </div>
        ))}
        <div>
          <dt>Left at the end</dt>
          <dd className="figures">{credits(month.closingCredits)}</dd>
        </div>
      </dl>
    </div>
  )
}
