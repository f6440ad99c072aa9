import type { MonthCost } from '#shared/comparison.ts'
import { amount, credits, currencySign, isZero } from '#renderer/format/figures.ts'
import { COST_SERIES, CREDIT_SERIES, LEFT_LABEL } from './month-series.ts'
import styles from './month-chart.module.css'

const WIDTH = 216
const GAP = 18

/** One month's bill and credits, exactly and under their units, beside the month that is pointed at. */
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
    <div className={styles.readout} style={{ left, width: WIDTH }} data-passing>
      <div className={styles.readoutHead}>
        <h3>Month {month.month}</h3>
        <span>{currencySign(currency)}</span>
      </div>
      <dl>
        {COST_SERIES.map(({ id, label, exact }) => (
          <Figure key={id} label={label} text={amount(exact(month))} />
        ))}
      </dl>
      <div className={styles.readoutHead}>
        <span>Credits</span>
      </div>
      <dl>
        {CREDIT_SERIES.filter(({ exact }) => !isZero(exact(month))).map(({ id, label, exact }) => (
          <Figure key={id} label={label} text={credits(exact(month))} />
        ))}
        <Figure label={LEFT_LABEL} text={credits(month.closingCredits)} />
      </dl>
    </div>
  )
}

function Figure({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="figures">{text}</dd>
    </div>
  )
}
