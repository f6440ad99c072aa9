import type { SeatStep } from '#shared/seat-report.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import styles from './month-chart.module.css'

const WIDTH = 236
const GAP = 14

/** The seats of one step, beside it. */
export function SeatReadout({
  step,
  plan,
  x,
  right,
}: {
  readonly step: SeatStep
  readonly plan: string
  readonly x: number
  /** Where the picture ends: the card turns to the other side before it. */
  readonly right: number
}) {
  const left = x + GAP + WIDTH > right ? Math.max(0, x - GAP - WIDTH) : x + GAP
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['Full', `${credits(step.full.held)} of ${credits(step.full.limit)}`],
    ['Basic', `${credits(step.basic.held)} of ${credits(step.basic.limit)}`],
    ...(step.full.holdBasic > 0 ? ([['Basic on Full slots', credits(step.full.holdBasic)]] as const) : []),
    ...(step.extraSeats > 0 ? ([['Full seats bought', credits(step.extraSeats)]] as const) : []),
    ['Free: Full', credits(step.full.free)],
    ['Free: Basic', credits(step.basic.free)],
    ...(step.locked > 0 ? ([['Locked', credits(step.locked)]] as const) : []),
  ]
  return (
    <div className={styles.readout} style={{ left, width: WIDTH }}>
      <div className={styles.readoutHead}>
        <h3>{plan}</h3>
        <span>{step.isByContract ? 'by contract' : ''}</span>
      </div>
      <p>
        {instant(step.from)} to {instant(step.to)}
      </p>
      <dl>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
