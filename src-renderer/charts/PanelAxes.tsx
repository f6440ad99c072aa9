import type { ComponentProps } from 'react'
import { Axes } from './Axes.tsx'
import styles from './month-chart.module.css'

/** Axes and grid of one panel, laid out already. */
export const PanelAxes = (axes: ComponentProps<typeof Axes>) => (
  <svg className={styles.layer} aria-hidden>
    <Axes {...axes} />
  </svg>
)
