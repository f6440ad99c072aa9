import { memo } from 'react'
import styles from './pattern.module.css'

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
export const UsagePreview = ({ months }: { readonly months: readonly string[] | undefined }) => (
  <svg
    className={styles.preview}
    viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
    preserveAspectRatio="none"
    aria-hidden
  >
    {months ? <Bars months={months} /> : null}
  </svg>
)
