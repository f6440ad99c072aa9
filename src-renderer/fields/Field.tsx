import type { ReactNode } from 'react'
import styles from './field.module.css'

/** A labelled group of controls in the input panel. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles.field} role="group" aria-label={label}>
      <div className={styles.label} aria-hidden>
        {label}
      </div>
      {children}
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
