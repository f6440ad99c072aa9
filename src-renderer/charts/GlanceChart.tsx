import { memo } from 'react'
import { glanceBars } from './glance-plot.ts'
import styles from './glance-chart.module.css'

/** What each month costs, as bars without axes: a shape to know a scenario by, whose finding stands beside it in words. */
export const GlanceChart = memo(function GlanceChart({ figures }: { readonly figures: readonly string[] }) {
  return (
    <svg className={styles.chart} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
      {glanceBars(figures).map((bar) => (
        <rect key={bar.x} {...bar} />
      ))}
    </svg>
  )
})
