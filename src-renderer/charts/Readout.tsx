import type { Comparison } from '#shared/comparison.ts'
import { isZero, money, wholeCredits } from '#renderer/format/figures.ts'
import { ranked } from '#renderer/finding/ranking.ts'
import { inkName } from '#renderer/theme/plan-colors.ts'
import { Swatch } from './Swatch.tsx'
import styles from './curve-chart.module.css'

const WIDTH = 196
const GAP = 12

/** What every plan costs at one usage, beside the line that marks it. */
export function Readout({
  comparison,
  x,
  right,
}: {
  readonly comparison: Comparison
  readonly x: number
  /** Where the picture ends: the card turns to the other side of the line before it. */
  readonly right: number
}) {
  const left = x + GAP + WIDTH > right ? x - GAP - WIDTH : x + GAP
  const places = new Map(comparison.plans.map((plan, place) => [plan.plan, place]))
  return (
    <div className={styles.readout} style={{ left, top: 26 }} data-passing aria-hidden>
      <h3 className="figures">{wholeCredits(comparison.usage)} credits a month</h3>
      <dl>
        {ranked(comparison).map((plan) => (
          <div key={plan.plan}>
            <Swatch ink={inkName(plan.plan, places.get(plan.plan) ?? 0)} />
            <dt>{plan.name}</dt>
            {isZero(plan.blockedCredits) ? (
              <dd className="figures">{money(plan.monthly, comparison.currency)}</dd>
            ) : (
              <dd className={styles.blocked}>blocks work</dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  )
}
