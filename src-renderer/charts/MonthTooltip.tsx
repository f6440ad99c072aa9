import type { MonthCost } from '#shared/comparison.ts'
import { credits, isZero, money } from '#renderer/format/figures.ts'
import { COST_SERIES, CREDIT_SERIES } from './month-series.ts'
import styles from './month-chart.module.css'

/** One month's bill and credits, exactly. */
export function MonthTooltip({ month, currency }: { readonly month: MonthCost; readonly currency: string }) {
  return (
    <div className={styles.tooltip}>
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
