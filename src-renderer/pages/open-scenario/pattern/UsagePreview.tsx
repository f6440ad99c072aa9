import { memo } from 'react'
import { useResults } from '#renderer/state/results.ts'
import styles from './inputs.module.css'

const WIDTH = 232
const HEIGHT = 32

const Bars = memo(function Bars({ months }: { readonly months: readonly string[] }) {
  const most = Math.max(1, ...months.map(Number))
  const slot = WIDTH / months.length
  const gap = slot > 4 ? 2 : 0
  return months.map((usage, index) => {
    const height = Math.max(1, (Number(usage) / most) * HEIGHT)
    return (
      <rect
        key={index}
        x={index * slot}
        y={HEIGHT - height}
        width={slot - gap}
        height={height}
        fill="var(--tw-line-strong)"
      />
    )
  })
})

/** The usage of each month, as the engine modelled it. */
export function UsagePreview() {
  const months = useResults((results) => results.comparison?.usageByMonth)
  return (
    <svg className={styles.preview} viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden>
      {months ? <Bars months={months} /> : null}
    </svg>
  )
}
